CREATE OR REPLACE FUNCTION core.my_account() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
SELECT a.id FROM admin.account a WHERE a.login = session_user::text AND a.is_active AND NOT a.must_change
$$;
REVOKE ALL ON FUNCTION core.my_account() FROM PUBLIC;
ALTER FUNCTION core.my_account() OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION core.my_account() TO mdi_staff;
COMMENT ON FUNCTION core.my_account() IS 'The account of whoever is signed in; NULL once it is disabled, so that open sessions go blind at once.';
