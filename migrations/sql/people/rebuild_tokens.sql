CREATE OR REPLACE FUNCTION people.rebuild_tokens() RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    made bigint;
BEGIN
    TRUNCATE people.search_token;
    INSERT INTO people.search_token (person_id, token)
    SELECT p.id, t FROM people.person p,
        people.tokens(concat_ws(' ', p.full_name, p.given_name, p.family_name), p.email, p.phone, p.code) AS t;
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
END
$$;
REVOKE ALL ON FUNCTION people.rebuild_tokens() FROM PUBLIC;
ALTER FUNCTION people.rebuild_tokens() OWNER TO mdi_owner;
COMMENT ON FUNCTION people.rebuild_tokens() IS 'For bulk loads without triggers, by the superuser: makes every search token anew.';
