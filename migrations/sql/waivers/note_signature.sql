CREATE OR REPLACE FUNCTION waivers.note_signature() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    op constant uuid := nullif(current_setting('mdi.op', true), '')::uuid;
BEGIN
    -- The person's card, and every seat from yesterday on whose roster shows the waiver.
    INSERT INTO core.change (entity, entity_id, op_id) VALUES ('people.person', NEW.person_id, op);
    INSERT INTO core.change (entity, entity_id, class_id, op_id)
    SELECT 'training.booking', b.id, b.class_id, op
    FROM training.booking b JOIN training.class c ON c.id = b.class_id
    WHERE b.person_id = NEW.person_id AND b.status = 'booked' AND c.ends_at > now() - interval '1 day';
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION waivers.note_signature() FROM PUBLIC;
ALTER FUNCTION waivers.note_signature() OWNER TO mdi_api;
COMMENT ON FUNCTION waivers.note_signature() IS 'Trigger: a waiver was signed or revoked; the person and the coming seats changed.';
