CREATE OR REPLACE FUNCTION training.teaches(p_person uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
SELECT EXISTS (
    SELECT FROM training.booking b JOIN training.class c ON c.id = b.class_id
    WHERE b.person_id = p_person AND b.status = 'booked' AND c.instructor_id = (SELECT training.my_instructor()))
$$;
REVOKE ALL ON FUNCTION training.teaches(uuid) FROM PUBLIC;
ALTER FUNCTION training.teaches(uuid) OWNER TO mdi_api;
COMMENT ON FUNCTION training.teaches(uuid) IS 'Whether a person has a seat in a class of the instructor who is signed in.';
