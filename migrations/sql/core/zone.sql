CREATE OR REPLACE FUNCTION core.zone() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
SELECT s.value #>> '{}' FROM admin.setting s WHERE s.key = 'institute.zone'
$$;
REVOKE ALL ON FUNCTION core.zone() FROM PUBLIC;
ALTER FUNCTION core.zone() OWNER TO mdi_api;
COMMENT ON FUNCTION core.zone() IS 'The institute''s time zone: what "today" and "18 years old" mean here.';
