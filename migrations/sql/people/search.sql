-- One pass over a range of the token index for the longest word; the other words are looked up by person.
CREATE OR REPLACE FUNCTION people.search(p_words text[], p_limit integer DEFAULT 50)
RETURNS TABLE (id uuid, matched text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    last constant text := chr(1114111);
    words text[];
    driver text;
    others text[];
    classes uuid[];
    everyone constant boolean := core.has_any('frontdesk', 'manager', 'auditor');
    most constant integer := least(greatest(coalesce(p_limit, 50), 1), 500);
BEGIN
    words := ARRAY(
        SELECT DISTINCT left(core.fold(w), 64) FROM unnest(p_words[1:8]) AS w WHERE core.fold(w) <> '');
    IF cardinality(words) = 0 OR NOT (everyone OR core.has_job('instructor')) THEN
        RETURN;
    END IF;
    SELECT w INTO driver FROM unnest(words) AS w ORDER BY length(w) DESC, w LIMIT 1;
    others := array_remove(words, driver);

    IF everyone THEN
        RETURN QUERY
            SELECT f.person_id, f.token
            FROM (
                SELECT DISTINCT ON (d.person_id) d.person_id, d.token, d.whole
                FROM (
                    SELECT t.person_id, t.token, t.token = driver AS whole
                    FROM people.search_token t
                    WHERE t.token >= driver COLLATE "C" AND t.token < (driver || last) COLLATE "C"
                      AND NOT EXISTS (
                          SELECT FROM unnest(others) AS o (word)
                          WHERE NOT EXISTS (
                              SELECT FROM people.search_token x
                              WHERE x.person_id = t.person_id
                                AND x.token >= o.word COLLATE "C" AND x.token < (o.word || last) COLLATE "C"))
                    LIMIT 4000) AS d
                ORDER BY d.person_id, d.whole DESC) AS f
            JOIN people.person p ON p.id = f.person_id
            WHERE p.is_active
            ORDER BY f.whole DESC, p.sort_key, p.id
            LIMIT most;
    ELSE
        classes := ARRAY(SELECT training.my_classes());
        RETURN QUERY
            SELECT f.person_id, f.token
            FROM (
                SELECT DISTINCT ON (t.person_id) t.person_id, t.token, t.token = driver AS whole
                FROM (SELECT DISTINCT b.person_id FROM training.booking b
                      WHERE b.class_id = ANY (classes) AND b.status = 'booked') AS mine
                JOIN people.search_token t ON t.person_id = mine.person_id
                WHERE t.token >= driver COLLATE "C" AND t.token < (driver || last) COLLATE "C"
                  AND NOT EXISTS (
                      SELECT FROM unnest(others) AS o (word)
                      WHERE NOT EXISTS (
                          SELECT FROM people.search_token x
                          WHERE x.person_id = t.person_id
                            AND x.token >= o.word COLLATE "C" AND x.token < (o.word || last) COLLATE "C"))
                ORDER BY t.person_id, whole DESC) AS f
            JOIN people.person p ON p.id = f.person_id
            WHERE p.is_active
            ORDER BY f.whole DESC, p.sort_key, p.id
            LIMIT most;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION people.search(text[], integer) FROM PUBLIC;
ALTER FUNCTION people.search(text[], integer) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION people.search(text[], integer) TO mdi_frontdesk, mdi_instructor, mdi_manager, mdi_auditor;
COMMENT ON FUNCTION people.search(text[], integer) IS 'People by the beginnings of words, in any order; an instructor finds people of own classes only.';
