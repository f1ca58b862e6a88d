CREATE OR REPLACE FUNCTION admin.role_verifier(p_verifier text) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- Exactly what libpq makes: 16 bytes of salt, two keys of 32. Anything else PostgreSQL would take for a password.
    IF p_verifier IS NULL
       OR p_verifier !~ '^SCRAM-SHA-256\$[1-9][0-9]{3,6}:[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$'
       OR split_part(split_part(p_verifier, '$', 2), ':', 1)::integer < 4096
    THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = 'not_a_verifier';
    END IF;
END
$$;
REVOKE ALL ON FUNCTION admin.role_verifier(text) FROM PUBLIC;
ALTER FUNCTION admin.role_verifier(text) OWNER TO mdi_accounts;
COMMENT ON FUNCTION admin.role_verifier(text) IS 'Refuses anything but a SCRAM-SHA-256 verifier, without repeating it.';
