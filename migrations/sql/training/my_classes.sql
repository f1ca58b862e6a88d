CREATE OR REPLACE FUNCTION training.my_classes() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
SELECT c.id FROM training.class c WHERE c.instructor_id = (SELECT training.my_instructor())
$$;
REVOKE ALL ON FUNCTION training.my_classes() FROM PUBLIC;
ALTER FUNCTION training.my_classes() OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.my_classes() TO mdi_staff;
COMMENT ON FUNCTION training.my_classes() IS 'The classes of the instructor who is signed in.';
