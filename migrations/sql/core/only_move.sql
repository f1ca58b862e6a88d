-- Arguments: the columns that may still change; each of the others stays as it was written.
CREATE OR REPLACE FUNCTION core.only_move() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF to_jsonb(NEW) - TG_ARGV::text[] IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV::text[] THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'append_only',
            DETAIL = format('%s on %I.%I', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME);
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION core.only_move() FROM PUBLIC;
ALTER FUNCTION core.only_move() OWNER TO mdi_api;
COMMENT ON FUNCTION core.only_move() IS 'Trigger: only the named columns of a row may still change.';
