CREATE OR REPLACE FUNCTION core.stay() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'append_only',
        DETAIL = format('%s on %I.%I', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME);
END
$$;
REVOKE ALL ON FUNCTION core.stay() FROM PUBLIC;
ALTER FUNCTION core.stay() OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION core.stay() TO mdi_owner;
COMMENT ON FUNCTION core.stay() IS 'Trigger: rows of this table are never changed or deleted.';
