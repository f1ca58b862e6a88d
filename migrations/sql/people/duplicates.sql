CREATE OR REPLACE FUNCTION people.duplicates(p_words text[], p_email text, p_phone text, p_birth_date date)
RETURNS TABLE (id uuid, why text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    words constant text[] := ARRAY(
        SELECT DISTINCT left(core.fold(w), 64) FROM unnest(p_words[1:8]) AS w WHERE core.fold(w) <> '');
    driver constant text := (SELECT w FROM unnest(words) AS w ORDER BY length(w) DESC, w LIMIT 1);
BEGIN
    IF NOT core.has_any('frontdesk', 'manager') THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT f.id, (array_agg(f.why ORDER BY f.strength))[1]
        FROM (
            SELECT p.id, 'email' AS why, 1 AS strength FROM people.person p WHERE p.email = lower(p_email)
            UNION ALL
            SELECT p.id, 'phone', 2 FROM people.person p WHERE p.phone = p_phone
            UNION ALL
            SELECT n.id, CASE WHEN n.birth_date = p_birth_date THEN 'name_birth_date' ELSE 'name' END,
                   CASE WHEN n.birth_date = p_birth_date THEN 0 ELSE 3 END
            FROM (
                SELECT p.id, p.birth_date
                FROM people.search_token t JOIN people.person p ON p.id = t.person_id
                WHERE t.token = driver COLLATE "C" AND cardinality(words) > 1
                  AND (SELECT count(*) FROM people.search_token x WHERE x.person_id = t.person_id AND x.token = ANY (words))
                      = cardinality(words)
                LIMIT 50) AS n
        ) AS f
        GROUP BY f.id ORDER BY min(f.strength), f.id LIMIT 5;
END
$$;
REVOKE ALL ON FUNCTION people.duplicates(text[], text, text, date) FROM PUBLIC;
ALTER FUNCTION people.duplicates(text[], text, text, date) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION people.duplicates(text[], text, text, date) TO mdi_frontdesk, mdi_manager;
COMMENT ON FUNCTION people.duplicates(text[], text, text, date) IS 'People who may be the same: same e-mail, phone, or name and birth date.';
