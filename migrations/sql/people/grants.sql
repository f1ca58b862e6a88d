SELECT core.shut_grants('people');

GRANT USAGE ON SCHEMA people TO mdi_staff, mdi_api;

-- The sealed number goes in through people.set_identity; no login and no function can read it back.
GRANT SELECT (id, given_name, family_name, full_name, sort_key, roles, email, email_verified, phone, birth_date, locale,
              timezone, avatar_url, bio, auth_provider, newsletter_opt, is_profile_public, allow_contact_by_sponsors,
              notification_preferences, id_type, id_country, id_media_url, id_verified_at, id_verified_by, code, notes,
              is_active, last_login_at, created_at, updated_at, version),
      INSERT (id, given_name, family_name, full_name, sort_key, roles, email, phone, birth_date, locale, code, notes),
      UPDATE (birth_date, roles, id_type, id_country, id_number_sealed, id_number_index)
    ON people.person TO mdi_api;
GRANT SELECT, INSERT, DELETE ON people.search_token TO mdi_api;
GRANT SELECT, INSERT, UPDATE (relationship, ended_at) ON people.guardianship TO mdi_api;
GRANT SELECT ON people.address, people.id_verification TO mdi_api;

GRANT SELECT (id, given_name, family_name, full_name, sort_key, roles, email, email_verified, phone, birth_date, locale,
              timezone, avatar_url, bio, auth_provider, newsletter_opt, is_profile_public, allow_contact_by_sponsors,
              notification_preferences, id_type, id_country, id_media_url, id_verified_at, id_verified_by, code, notes,
              is_active, last_login_at, created_at, updated_at, version)
    ON people.person TO mdi_frontdesk, mdi_manager;
GRANT SELECT (id, given_name, family_name, full_name, sort_key, roles, email, email_verified, phone, birth_date, locale,
              timezone, avatar_url, bio, auth_provider, newsletter_opt, is_profile_public, allow_contact_by_sponsors,
              notification_preferences, id_verified_at, id_verified_by, code, notes, is_active, last_login_at,
              created_at, updated_at, version)
    ON people.person TO mdi_auditor;
GRANT UPDATE (given_name, family_name, full_name, sort_key, email, email_verified, phone, locale, timezone, avatar_url,
              bio, newsletter_opt, is_profile_public, allow_contact_by_sponsors, notification_preferences, notes, is_active)
    ON people.person TO mdi_frontdesk, mdi_manager;

GRANT SELECT, DELETE,
      INSERT (id, person_id, type, line1, line2, city, region, postal_code, country, is_default),
      UPDATE (type, line1, line2, city, region, postal_code, country, is_default)
    ON people.address TO mdi_frontdesk, mdi_manager;
GRANT SELECT ON people.address TO mdi_auditor;
GRANT SELECT ON people.guardianship TO mdi_frontdesk, mdi_manager, mdi_auditor;
GRANT SELECT ON people.id_verification TO mdi_frontdesk, mdi_manager;
