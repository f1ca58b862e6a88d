CREATE OR REPLACE FUNCTION waivers.keep_version() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'draft' THEN
            RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'illegal_move', DETAIL = 'a version begins as a draft';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.status <> 'draft' AND (TG_OP = 'DELETE' OR
        (NEW.id, NEW.template_id, NEW.version, NEW.validity_months, NEW.published_at, NEW.published_by)
        IS DISTINCT FROM (OLD.id, OLD.template_id, OLD.version, OLD.validity_months, OLD.published_at, OLD.published_by))
    THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'append_only', DETAIL = 'a published waiver never changes';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (('draft', 'published'), ('published', 'retired')) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'illegal_move', DETAIL = OLD.status || ' to ' || NEW.status;
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION waivers.keep_version() FROM PUBLIC;
ALTER FUNCTION waivers.keep_version() OWNER TO mdi_api;
COMMENT ON FUNCTION waivers.keep_version() IS 'Trigger: draft to published to retired, and nothing else changes once published.';
