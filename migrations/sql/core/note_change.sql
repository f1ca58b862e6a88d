-- Arguments: entity, column with its id, and (optional) column with the class it belongs to.
CREATE OR REPLACE FUNCTION core.note_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    changed constant jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
BEGIN
    IF changed ->> TG_ARGV[1] IS NOT NULL THEN
        INSERT INTO core.change (entity, entity_id, class_id, op_id)
        VALUES (TG_ARGV[0], (changed ->> TG_ARGV[1])::uuid,
                CASE WHEN TG_NARGS > 2 THEN (changed ->> TG_ARGV[2])::uuid END,
                nullif(current_setting('mdi.op', true), '')::uuid);
    END IF;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION core.note_change() FROM PUBLIC;
ALTER FUNCTION core.note_change() OWNER TO mdi_api;
COMMENT ON FUNCTION core.note_change() IS 'Trigger: one row in the change feed, ids only.';
