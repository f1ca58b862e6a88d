CREATE OR REPLACE FUNCTION waivers.state(p_person uuid, p_template uuid, p_at timestamptz DEFAULT now())
RETURNS TABLE (state text, valid_until timestamptz, version text, signature_id uuid, signer_kind text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF core.has_any('frontdesk', 'manager', 'auditor') OR training.teaches(p_person) THEN
        RETURN QUERY SELECT * FROM waivers.state_of(p_person, p_template, coalesce(p_at, now()), core.zone());
    END IF;
END
$$;
REVOKE ALL ON FUNCTION waivers.state(uuid, uuid, timestamptz) FROM PUBLIC;
ALTER FUNCTION waivers.state(uuid, uuid, timestamptz) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION waivers.state(uuid, uuid, timestamptz) TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor;
COMMENT ON FUNCTION waivers.state(uuid, uuid, timestamptz) IS 'How a person stands with a waiver; an instructor asks about people of own classes only.';
