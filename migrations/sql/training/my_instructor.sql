CREATE OR REPLACE FUNCTION training.my_instructor() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
SELECT i.id FROM training.instructor i JOIN admin.account a ON a.person_id = i.person_id
WHERE a.login = session_user::text AND a.is_active AND NOT a.must_change AND 'instructor' = ANY (a.jobs) AND i.is_active
$$;
REVOKE ALL ON FUNCTION training.my_instructor() FROM PUBLIC;
ALTER FUNCTION training.my_instructor() OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.my_instructor() TO mdi_staff;
COMMENT ON FUNCTION training.my_instructor() IS 'The instructor who is signed in, or NULL.';
