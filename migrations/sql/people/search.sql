-- The rarest word is found in a range of the token index, the others are looked up person by person; the search stops
-- when it has enough to choose the best from. So its cost goes by the rarest word, not by the number of people.
CREATE OR REPLACE FUNCTION people.search(p_words text[], p_limit integer DEFAULT 50)
RETURNS TABLE (id uuid, matched text)
LANGUAGE plpgsql STABLE ROWS 50 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET enable_bitmapscan = off AS $$
#variable_conflict use_column
DECLARE
    last constant text := chr(1114111);
    enough constant integer := 300;
    common constant integer := 1000;
    words text[];
    driver text;
    word text;
    many integer;
    fewest integer;
    probes text := '';
    seen text := '';
    everyone constant boolean := core.has_any('frontdesk', 'manager', 'auditor');
    most constant integer := least(greatest(coalesce(p_limit, 50), 1), 500);
BEGIN
    words := ARRAY(
        SELECT left(core.fold(w), 64) FROM unnest(p_words[1:8]) AS w WHERE core.fold(w) <> ''
        GROUP BY 1 ORDER BY max(length(w)) DESC, 1);
    IF cardinality(words) = 0 OR NOT (everyone OR core.has_job('instructor')) THEN
        RETURN;
    END IF;
    driver := words[1];
    IF cardinality(words) > 1 AND everyone THEN
        FOREACH word IN ARRAY words LOOP
            SELECT count(*) INTO many FROM (
                SELECT FROM people.search_token t
                WHERE t.token >= word COLLATE "C" AND t.token < (word || last) COLLATE "C" LIMIT common) AS c;
            IF fewest IS NULL OR many < fewest THEN
                driver := word;
                fewest := many;
            END IF;
            EXIT WHEN fewest < 20;
        END LOOP;
        IF fewest = 0 THEN
            RETURN;
        END IF;
    END IF;
    FOREACH word IN ARRAY array_remove(words, driver) LOOP
        probes := probes || format(
            ' AND EXISTS (SELECT FROM people.search_token x WHERE x.person_id = t.person_id'
            ' AND x.token >= %L COLLATE "C" AND x.token < %L COLLATE "C" OFFSET 0)', word, word || last);
    END LOOP;
    IF NOT everyone THEN  -- what an instructor finds somebody by is what an instructor sees: not the e-mail address
        FOREACH word IN ARRAY words LOOP
            seen := seen || format(
                ' AND EXISTS (SELECT FROM people.tokens(concat_ws('' '', p.full_name, p.given_name, p.family_name), NULL,'
                ' p.phone, p.code) AS k WHERE k >= %L COLLATE "C" AND k < %L COLLATE "C")', word, word || last);
        END LOOP;
    END IF;
    RETURN QUERY EXECUTE format($q$
        SELECT f.person_id, %s
        FROM (
            SELECT DISTINCT ON (d.person_id) d.person_id, d.token
            FROM (
                SELECT t.person_id, t.token
                FROM %s people.search_token t
                WHERE %s t.token >= %L COLLATE "C" AND t.token < %L COLLATE "C" %s
                ORDER BY t.token
                LIMIT %s) AS d
            ORDER BY d.person_id, d.token) AS f
        JOIN people.person p ON p.id = f.person_id
        WHERE p.is_active %s
        ORDER BY f.token <> %L, p.sort_key, p.id
        LIMIT %s $q$,
        -- The word that was found may be a part of the e-mail address, which an instructor does not see.
        CASE WHEN everyone THEN 'f.token' ELSE 'NULL::text' END,
        CASE WHEN everyone THEN '' ELSE '(
            SELECT DISTINCT b.person_id FROM training.booking b
            WHERE b.class_id = ANY (ARRAY(SELECT training.my_classes())) AND b.status = ''booked'') AS mine,' END,
        CASE WHEN everyone THEN '' ELSE 't.person_id = mine.person_id AND' END,
        driver, driver || last, probes, enough, seen, driver, most);
END
$$;
REVOKE ALL ON FUNCTION people.search(text[], integer) FROM PUBLIC;
ALTER FUNCTION people.search(text[], integer) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION people.search(text[], integer) TO mdi_frontdesk, mdi_instructor, mdi_manager, mdi_auditor;
COMMENT ON FUNCTION people.search(text[], integer) IS 'People by the beginnings of words, in any order; an instructor finds people of own classes only.';
