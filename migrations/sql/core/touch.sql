CREATE OR REPLACE FUNCTION core.touch() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.updated_at := now();
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION core.touch() FROM PUBLIC;
ALTER FUNCTION core.touch() OWNER TO mdi_api;
COMMENT ON FUNCTION core.touch() IS 'Trigger: the row''s version and time of change, whatever the statement said.';
