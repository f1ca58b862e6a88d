CREATE OR REPLACE FUNCTION training.note_instructor() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- Both hear of it: the one who got the class, and the one who lost it and so no longer sees it.
    INSERT INTO core.change (entity, entity_id, class_id, op_id)
    SELECT 'training.instructor', i, NEW.id, nullif(current_setting('mdi.op', true), '')::uuid
    FROM unnest(ARRAY[OLD.instructor_id, NEW.instructor_id]) AS i WHERE i IS NOT NULL;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION training.note_instructor() FROM PUBLIC;
ALTER FUNCTION training.note_instructor() OWNER TO mdi_api;
COMMENT ON FUNCTION training.note_instructor() IS 'Trigger: a class changed hands.';
