SELECT core.shut_grants('waivers');

GRANT USAGE ON SCHEMA waivers TO mdi_staff, mdi_api;

-- UPDATE (is_active) is never used: PostgreSQL wants some UPDATE right for the row lock that waivers.publish takes.
GRANT SELECT, UPDATE (is_active) ON waivers.template TO mdi_api;
GRANT SELECT, INSERT, UPDATE (status, published_at, published_by) ON waivers.template_version TO mdi_api;
GRANT SELECT, INSERT ON waivers.template_text TO mdi_api;
-- The raw pen samples go in and never come out: ink_sealed is readable by nobody here.
GRANT SELECT (id, person_id, booking_id, version_id, waiver_version, locale, waiver_text, text_sha256, signed_name,
              signer_kind, guardian_id, relationship, by_mark, mark_witness, signed_at, recorded_at, valid_until,
              signer_birth_date, ink_path, ink_width, ink_height, ink_sha256, ink_samples, evidence, evidence_sha256,
              station, witness_id, ip_address, user_agent, op_id, revoked_at, revoked_by, revoke_reason, created_at),
      INSERT, UPDATE (revoked_at, revoked_by, revoke_reason)
    ON waivers.signature TO mdi_api;

GRANT SELECT ON waivers.template, waivers.template_version, waivers.template_text TO mdi_frontdesk, mdi_manager, mdi_auditor;
GRANT SELECT (id, person_id, booking_id, version_id, waiver_version, locale, text_sha256, signed_name, signer_kind,
              guardian_id, relationship, by_mark, mark_witness, signed_at, recorded_at, valid_until, signer_birth_date,
              ink_path, ink_width, ink_height, ink_sha256, ink_samples, evidence, evidence_sha256, station, witness_id,
              ip_address, user_agent, op_id, revoked_at, revoked_by, revoke_reason, created_at)
    ON waivers.signature TO mdi_frontdesk, mdi_manager;
GRANT SELECT (id, person_id, booking_id, version_id, waiver_version, locale, text_sha256, signed_name, signer_kind,
              guardian_id, relationship, by_mark, mark_witness, signed_at, recorded_at, valid_until, signer_birth_date,
              ink_sha256, ink_samples, evidence_sha256, station, witness_id, op_id, revoked_at, revoked_by,
              revoke_reason, created_at)
    ON waivers.signature TO mdi_auditor;
