CREATE OR REPLACE FUNCTION admin.role_login(p_login text, p_may boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM admin.role_target(p_login);
    EXECUTE format('ALTER ROLE %I %s', p_login, CASE WHEN p_may THEN 'LOGIN' ELSE 'NOLOGIN' END);
END
$$;
REVOKE ALL ON FUNCTION admin.role_login(text, boolean) FROM PUBLIC;
ALTER FUNCTION admin.role_login(text, boolean) OWNER TO mdi_accounts;
GRANT EXECUTE ON FUNCTION admin.role_login(text, boolean) TO mdi_api;
COMMENT ON FUNCTION admin.role_login(text, boolean) IS 'Opens or closes a login.';
