CREATE OR REPLACE FUNCTION training.keep_booking() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.status <> OLD.status AND OLD.status = 'cancelled' THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'illegal_move', DETAIL = OLD.status || ' to ' || NEW.status;
    END IF;
    IF (NEW.class_id, NEW.person_id, NEW.seat, NEW.ticket_code) IS DISTINCT FROM
       (OLD.class_id, OLD.person_id, OLD.seat, OLD.ticket_code) AND OLD.status = 'cancelled' THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'illegal_move', DETAIL = 'a cancelled booking stays as it was';
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION training.keep_booking() FROM PUBLIC;
ALTER FUNCTION training.keep_booking() OWNER TO mdi_api;
COMMENT ON FUNCTION training.keep_booking() IS 'Trigger: booked to cancelled, and cancelled is final.';
