CREATE OR REPLACE FUNCTION sales.note_payment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO core.change (entity, entity_id, class_id, op_id)
    SELECT DISTINCT 'training.booking', b.id, b.class_id, nullif(current_setting('mdi.op', true), '')::uuid
    FROM sales.order_line l JOIN training.booking b ON b.id = l.booking_id
    WHERE l.order_id = NEW.order_id;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION sales.note_payment() FROM PUBLIC;
ALTER FUNCTION sales.note_payment() OWNER TO mdi_api;
COMMENT ON FUNCTION sales.note_payment() IS 'Trigger: money moved, so the order''s seats changed for whoever looks at them.';
