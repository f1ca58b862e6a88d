CREATE OR REPLACE FUNCTION training.keep_class() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.instructor_no := (SELECT i.no FROM training.instructor i WHERE i.id = NEW.instructor_id);
    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status
       AND (OLD.status, NEW.status) NOT IN (('scheduled', 'cancelled'), ('scheduled', 'completed'))
    THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'illegal_move', DETAIL = OLD.status || ' to ' || NEW.status;
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION training.keep_class() FROM PUBLIC;
ALTER FUNCTION training.keep_class() OWNER TO mdi_api;
COMMENT ON FUNCTION training.keep_class() IS 'Trigger: scheduled to cancelled or completed, both final; the instructor''s number for the double-booking rule.';
