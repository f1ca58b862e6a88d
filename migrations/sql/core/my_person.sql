CREATE OR REPLACE FUNCTION core.my_person() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
SELECT a.person_id FROM admin.account a WHERE a.login = session_user::text AND a.is_active AND NOT a.must_change
$$;
REVOKE ALL ON FUNCTION core.my_person() FROM PUBLIC;
ALTER FUNCTION core.my_person() OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION core.my_person() TO mdi_staff;
COMMENT ON FUNCTION core.my_person() IS 'The person behind the signed-in account, or NULL.';
