-- Without a pinned path, so that it is inlined; everything in it is named in full.
CREATE OR REPLACE FUNCTION people.age_on(p_birth date, p_day date) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT pg_catalog.date_part('year', pg_catalog.age(p_day::pg_catalog.timestamp, p_birth::pg_catalog.timestamp))::pg_catalog.int4
$$;
REVOKE ALL ON FUNCTION people.age_on(date, date) FROM PUBLIC;
ALTER FUNCTION people.age_on(date, date) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION people.age_on(date, date) TO mdi_staff;
COMMENT ON FUNCTION people.age_on(date, date) IS 'Age in whole years on a day; NULL without a birth date.';
