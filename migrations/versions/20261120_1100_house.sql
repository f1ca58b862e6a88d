-- The first tables: core, people, admin, waivers, training, sales.
-- Run as mdi_owner (SET ROLE), after sql/core/_roles.sql has made the roles and schemas.

-- core ------------------------------------------------------------------------------------------------------------

CREATE TABLE core.operation (
    op_id uuid NOT NULL CONSTRAINT pk_operation PRIMARY KEY,
    kind text NOT NULL,
    login text NOT NULL DEFAULT session_user,
    performed_by uuid,
    uploaded_by uuid,
    station text NOT NULL DEFAULT '',
    request_hash bytea NOT NULL,
    result jsonb,
    occurred_at timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    replays integer NOT NULL DEFAULT 0
);
COMMENT ON TABLE core.operation IS 'Every call that had an effect, once: its id is made by the desk, its answer is kept for replays.';
COMMENT ON COLUMN core.operation.performed_by IS 'Account of the person who did it at the station.';
COMMENT ON COLUMN core.operation.uploaded_by IS 'Account under which it was sent; differs when a colleague uploads a waiting operation.';
COMMENT ON COLUMN core.operation.request_hash IS 'SHA-256 of the call''s canonical arguments: the same id with other content is refused.';
COMMENT ON COLUMN core.operation.occurred_at IS 'The station''s clock when it happened; recorded_at is the server''s.';
COMMENT ON COLUMN core.operation.replays IS 'Written at each replay, so that a replay waits for the first commit to be safe.';

CREATE TABLE core.change (
    seq bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_change PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL DEFAULT now(),
    entity text NOT NULL,
    entity_id uuid NOT NULL,
    class_id uuid,
    op_id uuid
);
CREATE INDEX ix_change_xid ON core.change (xid, seq);
COMMENT ON TABLE core.change IS 'The change feed: which rows changed, ids only; desks read on from the last transaction they saw.';
COMMENT ON COLUMN core.change.xid IS 'The writing transaction: readers go by it, because sequence numbers commit out of order.';
COMMENT ON COLUMN core.change.class_id IS 'The class concerned, so that an instructor hears of own classes only.';

CREATE TABLE core.sql_object (
    path text NOT NULL CONSTRAINT pk_sql_object PRIMARY KEY,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE core.sql_object IS 'Which file of migrations/sql was applied in which state.';

CREATE TABLE core.public_key (
    key_id integer NOT NULL CONSTRAINT pk_public_key PRIMARY KEY,
    purpose text NOT NULL CONSTRAINT ck_public_key_purpose CHECK (purpose IN ('seal')),
    public_key bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    retired_at timestamptz
);
COMMENT ON TABLE core.public_key IS 'Public keys of the institute: desks seal secrets to them; the private halves never reach a desk.';

-- people ----------------------------------------------------------------------------------------------------------

CREATE TABLE people.person (
    id uuid NOT NULL CONSTRAINT pk_person PRIMARY KEY,
    given_name text NOT NULL CONSTRAINT ck_person_given_name CHECK (length(btrim(given_name)) BETWEEN 1 AND 100),
    family_name text NOT NULL CONSTRAINT ck_person_family_name CHECK (length(family_name) <= 100),
    full_name text NOT NULL CONSTRAINT ck_person_full_name CHECK (length(btrim(full_name)) BETWEEN 1 AND 255),
    sort_key text COLLATE "C" NOT NULL,
    roles text[] NOT NULL DEFAULT '{customer}'
        CONSTRAINT ck_person_roles CHECK (roles <@ ARRAY['customer','guardian','guest','partner','instructor','staff']),
    email text CONSTRAINT ck_person_email CHECK (email = lower(email) AND length(email) <= 255 AND position('@' in email) > 1),
    email_verified boolean NOT NULL DEFAULT false,
    phone text CONSTRAINT ck_person_phone CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
    birth_date date CONSTRAINT ck_person_birth_date CHECK (birth_date BETWEEN '1900-01-01' AND '2100-01-01'),
    locale text NOT NULL DEFAULT 'en-US',
    timezone text,
    avatar_url text,
    bio text,
    auth_provider text NOT NULL DEFAULT 'desk'
        CONSTRAINT ck_person_auth_provider CHECK (auth_provider IN ('desk','phone','google','facebook','email')),
    newsletter_opt boolean NOT NULL DEFAULT false,
    is_profile_public boolean NOT NULL DEFAULT false,
    allow_contact_by_sponsors boolean NOT NULL DEFAULT false,
    notification_preferences jsonb NOT NULL DEFAULT '{"email": true, "sms": true, "whatsapp": true}',
    id_type text CONSTRAINT ck_person_id_type CHECK (id_type IN ('passport','national_id','birth_certificate','drivers_license','state_id')),
    id_country text CONSTRAINT ck_person_id_country CHECK (id_country ~ '^[A-Z]{3}$'),
    id_number_sealed bytea,
    id_number_index bytea,
    id_media_url text,
    id_verified_at timestamptz,
    id_verified_by uuid CONSTRAINT fk_person_id_verified_by_person REFERENCES people.person,
    code text NOT NULL CONSTRAINT uq_person_code UNIQUE CONSTRAINT ck_person_code CHECK (code ~ '^P[0-9A-HJKMNP-TV-Z]{11}$'),
    notes text,
    is_active boolean NOT NULL DEFAULT true,
    last_login_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1
);
CREATE INDEX ix_person_sort_key ON people.person (sort_key, id);
CREATE INDEX ix_person_phone ON people.person (phone);
CREATE INDEX ix_person_email ON people.person (email);
CREATE INDEX ix_person_birth_date ON people.person (birth_date);
COMMENT ON TABLE people.person IS 'One human, one row: customers, guardians, guests, partner contacts, instructors and staff.';
COMMENT ON COLUMN people.person.sort_key IS 'Family name then given name, accents folded: the order of lists, and the cursor of their pages.';
COMMENT ON COLUMN people.person.phone IS 'E.164, with the leading +.';
COMMENT ON COLUMN people.person.birth_date IS 'Changed by people.set_birth_date only: the gate reads it.';
COMMENT ON COLUMN people.person.id_number_sealed IS 'ID number sealed to the institute''s public key; no desk can open it.';
COMMENT ON COLUMN people.person.id_number_index IS 'Keyed HMAC for look-ups; never a plain hash of the number.';
COMMENT ON COLUMN people.person.code IS 'The person''s own code, printed and scanned.';

CREATE TABLE people.search_token (
    person_id uuid NOT NULL CONSTRAINT fk_search_token_person_id_person REFERENCES people.person ON DELETE CASCADE,
    token text COLLATE "C" NOT NULL,
    CONSTRAINT pk_search_token PRIMARY KEY (person_id, token)
);
CREATE INDEX ix_search_token_token ON people.search_token (token, person_id);
COMMENT ON TABLE people.search_token IS 'Folded words, phone digits and e-mail parts of each person, for search by any prefix in any order.';

CREATE TABLE people.address (
    id uuid NOT NULL CONSTRAINT pk_address PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_address_person_id_person REFERENCES people.person ON DELETE CASCADE,
    type text NOT NULL DEFAULT 'primary' CONSTRAINT ck_address_type CHECK (type IN ('primary','billing','delivery')),
    line1 text, line2 text, city text, region text, postal_code text,
    country text NOT NULL DEFAULT 'USA' CONSTRAINT ck_address_country CHECK (country ~ '^[A-Z]{3}$'),
    is_default boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1
);
CREATE INDEX ix_address_person_id ON people.address (person_id);
CREATE UNIQUE INDEX uq_address_default ON people.address (person_id) WHERE is_default;
COMMENT ON TABLE people.address IS 'Postal addresses of a person; one may be the default.';
COMMENT ON COLUMN people.address.region IS 'State, region or province.';
COMMENT ON COLUMN people.address.country IS 'ISO 3166-1 alpha-3.';

CREATE TABLE people.guardianship (
    id uuid NOT NULL CONSTRAINT pk_guardianship PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_guardianship_person_id_person REFERENCES people.person,
    guardian_id uuid NOT NULL CONSTRAINT fk_guardianship_guardian_id_person REFERENCES people.person,
    relationship text NOT NULL CONSTRAINT ck_guardianship_relationship
        CHECK (relationship IN ('parent','guardian','grandparent','sibling','other')),
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by uuid,
    ended_at timestamptz,
    CONSTRAINT ck_guardianship_other_person CHECK (person_id <> guardian_id)
);
CREATE UNIQUE INDEX uq_guardianship_pair ON people.guardianship (person_id, guardian_id) WHERE ended_at IS NULL;
CREATE INDEX ix_guardianship_guardian_id ON people.guardianship (guardian_id);
COMMENT ON TABLE people.guardianship IS 'Who may sign for whom while they are a minor. Written by functions only.';

CREATE TABLE people.id_verification (
    id uuid NOT NULL CONSTRAINT pk_id_verification PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_id_verification_person_id_person REFERENCES people.person,
    document_type text CONSTRAINT ck_id_verification_document_type
        CHECK (document_type IN ('drivers_license','state_id','passport','national_id','birth_certificate')),
    file_url text,
    file_hash text CONSTRAINT ck_id_verification_file_hash CHECK (file_hash ~ '^[0-9a-f]{64}$'),
    verified boolean NOT NULL DEFAULT false,
    verified_by uuid CONSTRAINT fk_id_verification_verified_by_person REFERENCES people.person,
    verified_at timestamptz,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ix_id_verification_person_id ON people.id_verification (person_id);
COMMENT ON TABLE people.id_verification IS 'Checks of an identity document; the file itself is destroyed 30 days after.';

-- admin -----------------------------------------------------------------------------------------------------------

CREATE TABLE admin.setting (
    id uuid NOT NULL CONSTRAINT pk_setting PRIMARY KEY,
    key text NOT NULL CONSTRAINT uq_setting_key UNIQUE,
    value jsonb NOT NULL,
    description text,
    data_type text NOT NULL CONSTRAINT ck_setting_data_type CHECK (data_type IN ('string','number','boolean','object','array')),
    is_sensitive boolean NOT NULL DEFAULT false,
    validation_rules jsonb,
    environment text NOT NULL DEFAULT 'production',
    last_modified_by uuid CONSTRAINT fk_setting_last_modified_by_person REFERENCES people.person,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE admin.setting IS 'The institute''s settings: name, zone, currency, rules with a value.';

CREATE TABLE admin.account (
    id uuid NOT NULL CONSTRAINT pk_account PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_account_person_id_person REFERENCES people.person
        CONSTRAINT uq_account_person_id UNIQUE,
    login text NOT NULL CONSTRAINT uq_account_login UNIQUE CONSTRAINT ck_account_login CHECK (login ~ '^u_[0-9]{6,12}$'),
    jobs text[] NOT NULL CONSTRAINT ck_account_jobs CHECK (jobs <@ ARRAY['frontdesk','instructor','manager','admin','auditor',
        'partner','partner_owner','sales','collections'] AND cardinality(jobs) > 0),
    is_active boolean NOT NULL DEFAULT true,
    must_change boolean NOT NULL DEFAULT true,
    password_set_at timestamptz NOT NULL DEFAULT now(),
    disabled_at timestamptz,
    disabled_reason text,
    last_login_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT ck_account_partner_alone CHECK (NOT (jobs && ARRAY['partner','partner_owner'])
        OR jobs <@ ARRAY['partner','partner_owner'])
);
COMMENT ON TABLE admin.account IS 'A staff or partner login: one per person. Written by functions only.';
COMMENT ON COLUMN admin.account.login IS 'The PostgreSQL role, opaque because every login can read role names.';
COMMENT ON COLUMN admin.account.must_change IS 'A first or reset password: nothing opens until the person has chosen their own.';

CREATE TABLE admin.desk_session (
    id uuid NOT NULL CONSTRAINT pk_desk_session PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_desk_session_account_id_account REFERENCES admin.account,
    user_type text NOT NULL DEFAULT 'staff',
    station text NOT NULL DEFAULT '',
    device_info jsonb NOT NULL DEFAULT '{}',
    location jsonb NOT NULL DEFAULT '{}',
    ip_address inet DEFAULT inet_client_addr(),
    user_agent text,
    token_hash text,
    admin_level text,
    permissions_granted text[],
    created_at timestamptz NOT NULL DEFAULT now(),
    last_activity_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    ended_at timestamptz,
    end_reason text CONSTRAINT ck_desk_session_end_reason CHECK (end_reason IN ('logout','timeout','revoked','switched','lost')),
    pages_visited text[] NOT NULL DEFAULT '{}',
    actions_performed integer NOT NULL DEFAULT 0,
    is_suspicious boolean NOT NULL DEFAULT false,
    security_flags jsonb
);
CREATE INDEX ix_desk_session_account_id ON admin.desk_session (account_id, created_at);
COMMENT ON TABLE admin.desk_session IS 'Who was signed in where and when. Written by functions only.';
COMMENT ON COLUMN admin.desk_session.token_hash IS 'For web sign-ins; a desk has no token, its connection is its session.';

CREATE TABLE admin.audit_log (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    at timestamptz NOT NULL DEFAULT now(),
    login text NOT NULL DEFAULT session_user,
    actor_person_id uuid,
    actor_type text NOT NULL DEFAULT 'user' CONSTRAINT ck_audit_log_actor_type CHECK (actor_type IN ('user','system','api')),
    actor_ip inet DEFAULT inet_client_addr(),
    action text NOT NULL,
    resource_type text NOT NULL,
    resource_id uuid,
    old_values jsonb,
    new_values jsonb,
    reason text,
    metadata jsonb,
    op_id uuid,
    user_agent text,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_audit_log PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);
CREATE INDEX ix_audit_log_resource ON admin.audit_log (resource_type, resource_id, at);
CREATE INDEX ix_audit_log_at ON admin.audit_log (at DESC, id);
COMMENT ON TABLE admin.audit_log IS 'Who changed what and when, written by triggers; nobody can change or delete a row.';
COMMENT ON COLUMN admin.audit_log.op_id IS 'The operation (request) that caused the change.';

-- waivers ---------------------------------------------------------------------------------------------------------

CREATE TABLE waivers.template (
    id uuid NOT NULL CONSTRAINT pk_template PRIMARY KEY,
    name text NOT NULL CONSTRAINT uq_template_name UNIQUE,
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE waivers.template IS 'A kind of waiver; its texts live in versions.';

CREATE TABLE waivers.template_version (
    id uuid NOT NULL CONSTRAINT pk_template_version PRIMARY KEY,
    template_id uuid NOT NULL CONSTRAINT fk_template_version_template_id_template REFERENCES waivers.template,
    version text NOT NULL CONSTRAINT ck_template_version_version CHECK (length(version) BETWEEN 1 AND 20),
    status text NOT NULL DEFAULT 'draft' CONSTRAINT ck_template_version_status CHECK (status IN ('draft','published','retired')),
    validity_months integer NOT NULL DEFAULT 12 CONSTRAINT ck_template_version_validity_months CHECK (validity_months BETWEEN 1 AND 120),
    published_at timestamptz,
    published_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT uq_template_version_version UNIQUE (template_id, version)
);
CREATE UNIQUE INDEX uq_template_version_published ON waivers.template_version (template_id) WHERE status = 'published';
COMMENT ON TABLE waivers.template_version IS 'One version of a waiver; once published its texts never change. One is published at a time.';

CREATE TABLE waivers.template_text (
    version_id uuid NOT NULL CONSTRAINT fk_template_text_version_id_template_version REFERENCES waivers.template_version,
    locale text NOT NULL CONSTRAINT ck_template_text_locale CHECK (locale ~ '^[a-z]{2}$'),
    title text NOT NULL,
    body text NOT NULL,
    consent text NOT NULL,
    sha256 text NOT NULL CONSTRAINT ck_template_text_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT pk_template_text PRIMARY KEY (version_id, locale)
);
COMMENT ON TABLE waivers.template_text IS 'The words of a version in one language: paragraphs parted by an empty line.';
COMMENT ON COLUMN waivers.template_text.sha256 IS 'Of title, body and consent parted by line feeds; set by trigger.';
COMMENT ON COLUMN waivers.template_text.consent IS 'The consent to sign on a screen instead of paper.';

CREATE TABLE waivers.signature (
    id uuid NOT NULL CONSTRAINT pk_signature PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_signature_person_id_person REFERENCES people.person,
    booking_id uuid,
    version_id uuid NOT NULL CONSTRAINT fk_signature_version_id_template_version REFERENCES waivers.template_version,
    waiver_version text NOT NULL,
    locale text NOT NULL,
    waiver_text text NOT NULL,
    text_sha256 text NOT NULL,
    signed_name text NOT NULL CONSTRAINT ck_signature_signed_name CHECK (length(btrim(signed_name)) BETWEEN 1 AND 200),
    signer_kind text NOT NULL CONSTRAINT ck_signature_signer_kind CHECK (signer_kind IN ('self','guardian')),
    guardian_id uuid CONSTRAINT fk_signature_guardian_id_person REFERENCES people.person,
    relationship text,
    by_mark boolean NOT NULL DEFAULT false,
    mark_witness text,
    signed_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    valid_until timestamptz NOT NULL,
    signer_birth_date date,
    ink_path text NOT NULL,
    ink_width real NOT NULL,
    ink_height real NOT NULL,
    ink_sealed bytea NOT NULL,
    ink_sha256 text NOT NULL,
    ink_samples integer NOT NULL,
    evidence jsonb NOT NULL,
    evidence_sha256 text NOT NULL,
    station text NOT NULL DEFAULT '',
    witness_id uuid,
    ip_address inet DEFAULT inet_client_addr(),
    user_agent text,
    op_id uuid NOT NULL,
    revoked_at timestamptz,
    revoked_by uuid,
    revoke_reason text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_signature_guardian CHECK ((signer_kind = 'guardian') = (guardian_id IS NOT NULL AND relationship IS NOT NULL)),
    CONSTRAINT ck_signature_mark CHECK (NOT by_mark OR mark_witness IS NOT NULL)
);
CREATE INDEX ix_signature_person_id ON waivers.signature (person_id, signed_at DESC);
COMMENT ON TABLE waivers.signature IS 'A signed waiver with its evidence. Written once by waivers.sign; only a revocation is ever added.';
COMMENT ON COLUMN waivers.signature.ink_path IS 'The drawn outline as a path: what screens and papers show.';
COMMENT ON COLUMN waivers.signature.ink_sealed IS 'The raw pen samples, sealed to the institute''s public key; no desk can open them.';
COMMENT ON COLUMN waivers.signature.signer_birth_date IS 'Birth date of the participant as it stood at signing.';

-- training --------------------------------------------------------------------------------------------------------

CREATE TABLE training.place (
    no integer NOT NULL CONSTRAINT pk_place PRIMARY KEY,
    name text NOT NULL CONSTRAINT uq_place_name UNIQUE CONSTRAINT ck_place_name CHECK (length(name) BETWEEN 1 AND 100),
    address text,
    is_active boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE training.place IS 'Ranges and classrooms; the number is what the double-booking rule compares.';

CREATE TABLE training.course (
    id uuid NOT NULL CONSTRAINT pk_course PRIMARY KEY,
    slug text NOT NULL CONSTRAINT uq_course_slug UNIQUE CONSTRAINT ck_course_slug CHECK (slug ~ '^[a-z0-9-]{1,100}$'),
    name text NOT NULL CONSTRAINT ck_course_name CHECK (length(btrim(name)) BETWEEN 1 AND 255),
    category text NOT NULL CONSTRAINT ck_course_category CHECK (category IN ('handgun','rifle','shotgun','ccw','security','first_aid')),
    description text,
    short_desc text CONSTRAINT ck_course_short_desc CHECK (length(short_desc) <= 500),
    price_minor bigint NOT NULL CONSTRAINT ck_course_price CHECK (price_minor >= 0),
    member_price_minor bigint CONSTRAINT ck_course_member_price CHECK (member_price_minor >= 0),
    currency text NOT NULL DEFAULT 'USD' CONSTRAINT ck_course_currency CHECK (currency ~ '^[A-Z]{3}$'),
    duration_hours integer NOT NULL CONSTRAINT ck_course_duration_hours CHECK (duration_hours > 0),
    max_capacity integer NOT NULL DEFAULT 12 CONSTRAINT ck_course_max_capacity CHECK (max_capacity > 0),
    min_age integer NOT NULL DEFAULT 18 CONSTRAINT ck_course_min_age CHECK (min_age BETWEEN 0 AND 99),
    guardian_min_age integer CONSTRAINT ck_course_guardian_min_age CHECK (guardian_min_age BETWEEN 0 AND 17),
    skill_level text CONSTRAINT ck_course_skill_level CHECK (skill_level IN ('beginner','intermediate','advanced')),
    prerequisites text[] NOT NULL DEFAULT '{}',
    gear_required text[] NOT NULL DEFAULT '{}',
    gear_provided text[] NOT NULL DEFAULT '{}',
    ammo_count integer CONSTRAINT ck_course_ammo_count CHECK (ammo_count >= 0),
    image_url text,
    thumbnail_url text,
    waiver_template_id uuid CONSTRAINT fk_course_waiver_template_id_template REFERENCES waivers.template,
    is_active boolean NOT NULL DEFAULT true,
    is_featured boolean NOT NULL DEFAULT false,
    sort_order integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE training.course IS 'The catalogue. Rules the gate reads are changed by managers, by function.';
COMMENT ON COLUMN training.course.guardian_min_age IS 'With a guardian''s waiver, from this age; empty: min_age holds for everyone.';
COMMENT ON COLUMN training.course.waiver_template_id IS 'The waiver that must be valid; empty: none.';
COMMENT ON COLUMN training.course.prerequisites IS 'Slugs of courses to have passed before.';

CREATE TABLE training.instructor (
    id uuid NOT NULL CONSTRAINT pk_instructor PRIMARY KEY,
    no integer NOT NULL GENERATED ALWAYS AS IDENTITY CONSTRAINT uq_instructor_no UNIQUE,
    person_id uuid NOT NULL CONSTRAINT fk_instructor_person_id_person REFERENCES people.person
        CONSTRAINT uq_instructor_person_id UNIQUE,
    bio text,
    title text CONSTRAINT ck_instructor_title CHECK (length(title) <= 100),
    photo_url text,
    credentials text[] NOT NULL DEFAULT '{}',
    specialties text[] NOT NULL DEFAULT '{}',
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE training.instructor IS 'Who teaches; the number is what the double-booking rule compares.';

CREATE TABLE training.class (
    id uuid NOT NULL CONSTRAINT pk_class PRIMARY KEY,
    course_id uuid NOT NULL CONSTRAINT fk_class_course_id_course REFERENCES training.course,
    instructor_id uuid CONSTRAINT fk_class_instructor_id_instructor REFERENCES training.instructor,
    instructor_no integer,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    place_no integer CONSTRAINT fk_class_place_no_place REFERENCES training.place,
    location_name text NOT NULL CONSTRAINT ck_class_location_name CHECK (length(location_name) BETWEEN 1 AND 100),
    location_addr text,
    max_capacity integer NOT NULL CONSTRAINT ck_class_max_capacity CHECK (max_capacity > 0),
    status text NOT NULL DEFAULT 'scheduled' CONSTRAINT ck_class_status CHECK (status IN ('scheduled','cancelled','completed')),
    cancel_reason text,
    price_override_minor bigint CONSTRAINT ck_class_price_override CHECK (price_override_minor >= 0),
    notes text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT ck_class_span CHECK (ends_at > starts_at),
    CONSTRAINT ex_class_place EXCLUDE USING gist
        (int4range(place_no, place_no, '[]') WITH &&, tstzrange(starts_at, ends_at) WITH &&)
        WHERE (status <> 'cancelled' AND place_no IS NOT NULL),
    CONSTRAINT ex_class_instructor EXCLUDE USING gist
        (int4range(instructor_no, instructor_no, '[]') WITH &&, tstzrange(starts_at, ends_at) WITH &&)
        WHERE (status <> 'cancelled' AND instructor_no IS NOT NULL)
);
CREATE INDEX ix_class_starts_at ON training.class (starts_at, id);
CREATE INDEX ix_class_instructor_id ON training.class (instructor_id, starts_at);
CREATE INDEX ix_class_course_id ON training.class (course_id);
COMMENT ON TABLE training.class IS 'A course held at a time and place. "Full" is derived: seats are counted, never kept.';
COMMENT ON COLUMN training.class.instructor_no IS 'Copied from the instructor by trigger, for the double-booking rule.';

CREATE TABLE training.booking (
    id uuid NOT NULL CONSTRAINT pk_booking PRIMARY KEY,
    class_id uuid NOT NULL CONSTRAINT fk_booking_class_id_class REFERENCES training.class,
    person_id uuid NOT NULL CONSTRAINT fk_booking_person_id_person REFERENCES people.person,
    seat integer NOT NULL CONSTRAINT ck_booking_seat CHECK (seat > 0),
    status text NOT NULL DEFAULT 'booked' CONSTRAINT ck_booking_status CHECK (status IN ('booked','cancelled')),
    ticket_code text NOT NULL CONSTRAINT uq_booking_ticket_code UNIQUE
        CONSTRAINT ck_booking_ticket_code CHECK (ticket_code ~ '^T[0-9A-HJKMNP-TV-Z]{11}$'),
    attendance text CONSTRAINT ck_booking_attendance CHECK (attendance IN ('present','late','left','excused','no_show')),
    unpaid_allowed_by uuid,
    unpaid_allowed_reason text,
    notes text,
    booked_at timestamptz NOT NULL DEFAULT now(),
    booked_by uuid,
    cancelled_at timestamptz,
    cancelled_by uuid,
    cancel_reason text,
    updated_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX uq_booking_person ON training.booking (class_id, person_id) WHERE status = 'booked';
CREATE UNIQUE INDEX uq_booking_seat ON training.booking (class_id, seat) WHERE status = 'booked';
CREATE INDEX ix_booking_person_id ON training.booking (person_id);
COMMENT ON TABLE training.booking IS 'One seat of one participant in a class, with its ticket. Written by functions only.';
COMMENT ON COLUMN training.booking.attendance IS 'As it stands now; training.check_in keeps every mark.';
COMMENT ON COLUMN training.booking.unpaid_allowed_reason IS 'A manager let this booking in before payment.';

CREATE TABLE training.check_in (
    id uuid NOT NULL CONSTRAINT pk_check_in PRIMARY KEY,
    booking_id uuid NOT NULL CONSTRAINT fk_check_in_booking_id_booking REFERENCES training.booking,
    class_id uuid NOT NULL,
    attendance text NOT NULL CONSTRAINT ck_check_in_attendance CHECK (attendance IN ('present','late')),
    waiver_signature_id uuid CONSTRAINT fk_check_in_waiver_signature_id_signature REFERENCES waivers.signature,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    account_id uuid NOT NULL,
    station text NOT NULL DEFAULT '',
    gate jsonb NOT NULL,
    override_reason text,
    op_id uuid NOT NULL,
    voided_at timestamptz,
    voided_by uuid,
    void_reason text,
    CONSTRAINT ck_check_in_void CHECK ((voided_at IS NULL) = (void_reason IS NULL))
);
CREATE UNIQUE INDEX uq_check_in_booking ON training.check_in (booking_id) WHERE voided_at IS NULL;
CREATE INDEX ix_check_in_class_id ON training.check_in (class_id, recorded_at);
COMMENT ON TABLE training.check_in IS 'Each admission, with the gate''s answer as it stood; at most one per booking that is not undone.';

CREATE TABLE training.attendance_mark (
    id uuid NOT NULL CONSTRAINT pk_attendance_mark PRIMARY KEY,
    booking_id uuid NOT NULL CONSTRAINT fk_attendance_mark_booking_id_booking REFERENCES training.booking,
    class_id uuid NOT NULL,
    mark text CONSTRAINT ck_attendance_mark_mark CHECK (mark IN ('present','late','left','excused','no_show')),
    reason text,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    account_id uuid NOT NULL,
    station text NOT NULL DEFAULT '',
    op_id uuid NOT NULL
);
CREATE INDEX ix_attendance_mark_booking_id ON training.attendance_mark (booking_id, recorded_at);
COMMENT ON TABLE training.attendance_mark IS 'Every attendance mark in order; an empty mark takes the last one back.';

-- sales -----------------------------------------------------------------------------------------------------------

CREATE SEQUENCE sales.order_no AS bigint;

CREATE TABLE sales.customer_order (
    id uuid NOT NULL CONSTRAINT pk_customer_order PRIMARY KEY,
    number text NOT NULL CONSTRAINT uq_customer_order_number UNIQUE
        CONSTRAINT ck_customer_order_number CHECK (number ~ '^MDI-[0-9]{4}-[0-9]{5,}$'),
    person_id uuid NOT NULL CONSTRAINT fk_customer_order_person_id_person REFERENCES people.person,
    currency text NOT NULL DEFAULT 'USD' CONSTRAINT ck_customer_order_currency CHECK (currency ~ '^[A-Z]{3}$'),
    ordered_at timestamptz NOT NULL DEFAULT now(),
    ordered_by uuid,
    op_id uuid
);
CREATE INDEX ix_customer_order_person_id ON sales.customer_order (person_id, ordered_at);
COMMENT ON TABLE sales.customer_order IS 'What a person ordered; sums are derived from lines and payments.';

CREATE TABLE sales.order_line (
    id uuid NOT NULL CONSTRAINT pk_order_line PRIMARY KEY,
    order_id uuid NOT NULL CONSTRAINT fk_order_line_order_id_customer_order REFERENCES sales.customer_order,
    booking_id uuid CONSTRAINT fk_order_line_booking_id_booking REFERENCES training.booking,
    description text NOT NULL,
    amount_minor bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ix_order_line_order_id ON sales.order_line (order_id);
CREATE UNIQUE INDEX uq_order_line_booking ON sales.order_line (booking_id) WHERE amount_minor >= 0;
COMMENT ON TABLE sales.order_line IS 'One line of an order; a seat''s line points at its booking. Corrections are further lines.';

CREATE TABLE sales.payment (
    id uuid NOT NULL CONSTRAINT pk_payment PRIMARY KEY,
    order_id uuid NOT NULL CONSTRAINT fk_payment_order_id_customer_order REFERENCES sales.customer_order,
    amount_minor bigint NOT NULL CONSTRAINT ck_payment_amount CHECK (amount_minor <> 0),
    method text NOT NULL CONSTRAINT ck_payment_method CHECK (method IN ('cash','card')),
    reference text CONSTRAINT ck_payment_reference CHECK (length(reference) <= 100),
    taken_at timestamptz NOT NULL DEFAULT now(),
    taken_by uuid,
    station text NOT NULL DEFAULT '',
    op_id uuid NOT NULL,
    CONSTRAINT ck_payment_card_reference CHECK (method <> 'card' OR reference IS NOT NULL)
);
CREATE INDEX ix_payment_order_id ON sales.payment (order_id);
COMMENT ON TABLE sales.payment IS 'Money taken, one entry each; never edited.';
COMMENT ON COLUMN sales.payment.reference IS 'The card terminal''s reference; card numbers never touch the desk.';

ALTER TABLE waivers.signature ADD CONSTRAINT fk_signature_booking_id_booking
    FOREIGN KEY (booking_id) REFERENCES training.booking;
