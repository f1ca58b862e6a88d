CREATE OR REPLACE FUNCTION admin.role_target(p_login text) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_login IS NULL OR p_login !~ '^u_[0-9]{6,12}$' OR NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = p_login) THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = 'not_a_login';
    END IF;
END
$$;
REVOKE ALL ON FUNCTION admin.role_target(text) FROM PUBLIC;
ALTER FUNCTION admin.role_target(text) OWNER TO mdi_accounts;
COMMENT ON FUNCTION admin.role_target(text) IS 'Refuses any role that is not a person''s login.';
