CREATE OR REPLACE FUNCTION people.keep_tokens() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted constant text[] := ARRAY(SELECT people.tokens(
        concat_ws(' ', NEW.full_name, NEW.given_name, NEW.family_name), NEW.email, NEW.phone, NEW.code));
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM people.search_token t WHERE t.person_id = NEW.id AND t.token <> ALL (wanted);
    END IF;
    INSERT INTO people.search_token (person_id, token)
    SELECT NEW.id, w FROM unnest(wanted) AS w
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION people.keep_tokens() FROM PUBLIC;
ALTER FUNCTION people.keep_tokens() OWNER TO mdi_api;
COMMENT ON FUNCTION people.keep_tokens() IS 'Trigger: a person''s search tokens follow the names, e-mail, phone and code.';
