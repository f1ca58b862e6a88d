CREATE OR REPLACE FUNCTION admin.role_password(p_login text, p_verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM admin.role_target(p_login);
    PERFORM admin.role_verifier(p_verifier);
    BEGIN
        EXECUTE format('ALTER ROLE %I PASSWORD %L', p_login, p_verifier);
    EXCEPTION WHEN OTHERS THEN  -- the message and its context could repeat the verifier
        RAISE EXCEPTION USING ERRCODE = SQLSTATE, MESSAGE = 'password_not_set';
    END;
END
$$;
REVOKE ALL ON FUNCTION admin.role_password(text, text) FROM PUBLIC;
ALTER FUNCTION admin.role_password(text, text) OWNER TO mdi_accounts;
GRANT EXECUTE ON FUNCTION admin.role_password(text, text) TO mdi_api;
COMMENT ON FUNCTION admin.role_password(text, text) IS 'A new verifier for a login.';
