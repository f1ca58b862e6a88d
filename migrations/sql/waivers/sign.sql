CREATE OR REPLACE FUNCTION waivers.sign(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    zone constant text := core.zone();
    who constant uuid := (p_args ->> 'person_id')::uuid;
    guardian constant uuid := (p_args ->> 'guardian_id')::uuid;
    kind constant text := p_args ->> 'signer_kind';
    born date;
    guardian_born date;
    ver record;
    words record;
    signed timestamptz;
    day date;
    ends timestamptz;
    recorded constant timestamptz := clock_timestamp();
    facts jsonb;
BEGIN
    IF NOT (core.has_any('frontdesk', 'manager') OR training.teaches(who)) THEN
        -- An unknown person and somebody else's: the same answer.
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'not_allowed';
    END IF;
    op := core.op_begin(p_op, 'waivers.sign', p_args, true);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    IF length(p_args ->> 'ink_path') > 2000000 OR length(p_args ->> 'ink_sealed') > 2000000
       OR length((p_args -> 'evidence')::text) > 20000 THEN
        PERFORM core.refuse('too_large');
    END IF;
    -- NaN and infinity count as larger than any number.
    IF (length(p_args ->> 'ink_path') > 0 AND length(p_args ->> 'ink_sealed') > 0 AND length(p_args ->> 'ink_sha256') > 0
        AND (p_args ->> 'ink_samples')::integer BETWEEN 1 AND 1000000
        AND (p_args ->> 'ink_width')::real > 0 AND (p_args ->> 'ink_width')::real <= 100000
        AND (p_args ->> 'ink_height')::real > 0 AND (p_args ->> 'ink_height')::real <= 100000) IS NOT TRUE THEN
        PERFORM core.refuse('ink_missing');
    END IF;
    -- Who signs and who sees it are two people: neither the one signed in nor the one who did it signs for a child.
    IF kind = 'guardian' AND (guardian = core.my_person() OR EXISTS (
        SELECT FROM admin.account a WHERE a.id = op.actor AND a.person_id = guardian)) THEN
        PERFORM core.refuse('witness_is_signer');
    END IF;
    -- An instructor makes no guardians, and asks about nobody: whoever is not recorded is unknown, whether they exist
    -- or not.
    IF kind = 'guardian' AND NOT core.has_any('frontdesk', 'manager') AND NOT EXISTS (
        SELECT FROM people.guardianship g WHERE g.person_id = who AND g.guardian_id = guardian AND g.ended_at IS NULL) THEN
        PERFORM core.refuse('guardian_unknown');
    END IF;

    -- The age this signature is judged by stays as it is until the signature is stored.
    SELECT p.birth_date INTO born FROM people.person p WHERE p.id = who FOR SHARE;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_person');
    ELSIF born IS NULL THEN
        PERFORM core.refuse('birth_date_missing');
    END IF;
    IF p_args ->> 'booking_id' IS NOT NULL AND NOT EXISTS (
        SELECT FROM training.booking b WHERE b.id = (p_args ->> 'booking_id')::uuid AND b.person_id = who) THEN
        PERFORM core.refuse('unknown_booking');
    END IF;
    signed := least(coalesce((p_args ->> 'signed_at')::timestamptz, op.at), op.at, now());
    day := (signed AT TIME ZONE zone)::date;

    SELECT v.id, v.version, v.status, v.template_id, v.validity_months INTO ver
    FROM waivers.template_version v WHERE v.id = (p_args ->> 'version_id')::uuid;
    -- Signed without a connection before the next version came out: it happened, so it is kept; the gate asks for a new one.
    IF ver.id IS NULL OR ver.status = 'draft' OR (ver.status = 'retired' AND NOT EXISTS (
        SELECT FROM waivers.template_version n
        WHERE n.template_id = ver.template_id AND n.status = 'published' AND n.published_at > signed)) THEN
        PERFORM core.refuse('version_not_current', coalesce((
            SELECT jsonb_build_object('version_id', n.id, 'version', n.version) FROM waivers.template_version n
            WHERE n.template_id = ver.template_id AND n.status = 'published'), '{}'));
    END IF;
    SELECT t.title, t.body, t.consent, t.sha256 INTO words FROM waivers.template_text t
    WHERE t.version_id = ver.id AND t.locale = p_args ->> 'locale';
    IF words.sha256 IS DISTINCT FROM p_args ->> 'text_sha256' OR words.sha256 IS NULL THEN
        PERFORM core.refuse('text_differs');
    END IF;

    IF people.age_on(born, day) < 18 THEN
        IF kind IS DISTINCT FROM 'guardian' THEN
            PERFORM core.refuse('minor_needs_guardian');
        END IF;
        IF guardian = who THEN
            PERFORM core.refuse('same_person');
        END IF;
        SELECT p.birth_date INTO guardian_born FROM people.person p WHERE p.id = guardian;
        IF NOT FOUND THEN
            PERFORM core.refuse('unknown_person');
        ELSIF guardian_born IS NULL THEN
            PERFORM core.refuse('guardian_birth_date_missing', jsonb_build_object('guardian_id', guardian));
        ELSIF people.age_on(guardian_born, day) < 18 THEN
            PERFORM core.refuse('guardian_not_adult', jsonb_build_object('guardian_id', guardian));
        END IF;
        IF people.age_on(born, people.today()) < 18 AND NOT EXISTS (
            SELECT FROM people.guardianship g WHERE g.person_id = who AND g.guardian_id = guardian AND g.ended_at IS NULL) THEN
            PERFORM people.link_guardian(who, guardian, p_args ->> 'relationship', op.actor);
        END IF;
    ELSIF kind IS DISTINCT FROM 'self' THEN
        PERFORM core.refuse('adult_signs_self');
    END IF;

    ends := ((signed AT TIME ZONE zone) + make_interval(months => ver.validity_months)) AT TIME ZONE zone;
    facts := jsonb_build_object('desk', coalesce(nullif(p_args -> 'evidence', 'null'), '{}'), 'server', jsonb_build_object(
        'signature_id', p_args ->> 'id', 'person_id', who, 'version_id', ver.id, 'version', ver.version,
        'locale', p_args ->> 'locale', 'text_sha256', words.sha256, 'signed_name', p_args ->> 'signed_name',
        'signer_kind', kind, 'guardian_id', guardian, 'relationship', p_args ->> 'relationship',
        'by_mark', coalesce((p_args ->> 'by_mark')::boolean, false), 'mark_witness', p_args ->> 'mark_witness',
        'birth_date', born, 'ink_sha256', p_args ->> 'ink_sha256',
        'ink_path_sha256', encode(sha256(convert_to(p_args ->> 'ink_path', 'UTF8')), 'hex'),
        'signed_at', to_char(signed AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'recorded_at', to_char(recorded AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'valid_until', to_char(ends AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'account', op.actor, 'sent_by', core.my_account(), 'login', session_user, 'station', op.station,
        'address', host(inet_client_addr()), 'op_id', p_op));

    INSERT INTO waivers.signature (
        id, person_id, booking_id, version_id, waiver_version, locale, waiver_text, text_sha256, signed_name, signer_kind,
        guardian_id, relationship, by_mark, mark_witness, signed_at, recorded_at, valid_until, signer_birth_date, ink_path, ink_width,
        ink_height, ink_sealed, ink_sha256, ink_samples, evidence, evidence_sha256, station, witness_id, user_agent, op_id)
    VALUES (
        (p_args ->> 'id')::uuid, who, (p_args ->> 'booking_id')::uuid, ver.id, ver.version, p_args ->> 'locale',
        words.title || E'\n' || words.body || E'\n' || words.consent, words.sha256, p_args ->> 'signed_name', kind,
        CASE kind WHEN 'guardian' THEN guardian END, CASE kind WHEN 'guardian' THEN p_args ->> 'relationship' END,
        coalesce((p_args ->> 'by_mark')::boolean, false), p_args ->> 'mark_witness', signed, recorded, ends, born,
        p_args ->> 'ink_path', (p_args ->> 'ink_width')::real, (p_args ->> 'ink_height')::real,
        decode(p_args ->> 'ink_sealed', 'base64'), p_args ->> 'ink_sha256', (p_args ->> 'ink_samples')::integer,
        facts, encode(sha256(convert_to(facts::text, 'UTF8')), 'hex'), op.station, op.actor,
        left(p_args #>> '{evidence,user_agent}', 200), p_op);
    RETURN core.op_end(p_op, (
        SELECT jsonb_build_object('signature_id', p_args ->> 'id', 'valid_until', ends, 'state', s.state)
        FROM waivers.state_of(who, ver.template_id, now(), zone) AS s));
END
$$;
REVOKE ALL ON FUNCTION waivers.sign(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION waivers.sign(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION waivers.sign(uuid, jsonb) TO mdi_frontdesk, mdi_manager, mdi_instructor;
COMMENT ON FUNCTION waivers.sign(uuid, jsonb) IS 'Stores a signed waiver with its evidence: an adult signs in person, for a minor an adult guardian.';
