CREATE OR REPLACE FUNCTION waivers.state(p_person uuid, p_template uuid, p_at timestamptz DEFAULT now())
RETURNS TABLE (state text, valid_until timestamptz, version text, signature_id uuid, signer_kind text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET client_min_messages = 'warning' AS $$
BEGIN
    IF core.has_any('frontdesk', 'manager', 'auditor') THEN
        RETURN QUERY SELECT * FROM waivers.state_of(p_person, p_template, coalesce(p_at, now()), core.zone());
    ELSE
        -- Of a class of the instructor's own, for the waiver that it asks for, at its time: a template or a time of the
        -- caller's choice would tell the day of birth by halves.
        RETURN QUERY
            SELECT s.* FROM (
                SELECT training.judged_at(now(), c.starts_at, c.ends_at) AS at
                FROM training.booking b JOIN training.class c ON c.id = b.class_id JOIN training.course o ON o.id = c.course_id
                WHERE b.person_id = p_person AND b.status = 'booked' AND o.waiver_template_id = p_template
                  AND c.instructor_id = training.my_instructor()
                ORDER BY c.ends_at < now(), abs(extract(epoch FROM c.starts_at - now())) LIMIT 1) AS j
            CROSS JOIN LATERAL waivers.state_of(p_person, p_template, j.at, core.zone()) AS s;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION waivers.state(uuid, uuid, timestamptz) FROM PUBLIC;
ALTER FUNCTION waivers.state(uuid, uuid, timestamptz) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION waivers.state(uuid, uuid, timestamptz) TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor;
COMMENT ON FUNCTION waivers.state(uuid, uuid, timestamptz) IS 'How a person stands with a waiver; an instructor hears it for the own class and its time only.';
