CREATE OR REPLACE FUNCTION training.sees(p_class uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
SELECT core.has_any('frontdesk', 'manager', 'auditor') OR EXISTS (
    SELECT FROM training.class c WHERE c.id = p_class AND c.instructor_id = training.my_instructor())
$$;
REVOKE ALL ON FUNCTION training.sees(uuid) FROM PUBLIC;
ALTER FUNCTION training.sees(uuid) OWNER TO mdi_api;
COMMENT ON FUNCTION training.sees(uuid) IS 'Whether the login may look at a class: an instructor at own ones only.';
