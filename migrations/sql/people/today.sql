CREATE OR REPLACE FUNCTION people.today() RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
SELECT (now() AT TIME ZONE core.zone())::date
$$;
REVOKE ALL ON FUNCTION people.today() FROM PUBLIC;
ALTER FUNCTION people.today() OWNER TO mdi_api;
COMMENT ON FUNCTION people.today() IS 'The institute''s day.';
