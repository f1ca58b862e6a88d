CREATE OR REPLACE FUNCTION waivers.keep_text() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    status text;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        SELECT v.status INTO status FROM waivers.template_version v WHERE v.id = OLD.version_id FOR SHARE;
    END IF;
    IF TG_OP <> 'DELETE' AND coalesce(status, 'draft') = 'draft' THEN
        SELECT v.status INTO status FROM waivers.template_version v WHERE v.id = NEW.version_id FOR SHARE;
    END IF;
    IF status <> 'draft' THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'append_only', DETAIL = 'a published waiver never changes';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    NEW.sha256 := encode(sha256(convert_to(NEW.title || E'\n' || NEW.body || E'\n' || NEW.consent, 'UTF8')), 'hex');
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION waivers.keep_text() FROM PUBLIC;
ALTER FUNCTION waivers.keep_text() OWNER TO mdi_api;
COMMENT ON FUNCTION waivers.keep_text() IS 'Trigger: only a draft''s words change; their hash follows.';
