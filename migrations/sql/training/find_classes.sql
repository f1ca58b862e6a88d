CREATE OR REPLACE FUNCTION training.find_classes(p_words text[], p_limit integer DEFAULT 20)
RETURNS TABLE (class_id uuid, course_name text, starts_at timestamptz, ends_at timestamptz, location_name text,
               instructor_name text, status text, booked integer, capacity integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    everything constant boolean := core.has_any('frontdesk', 'manager', 'auditor');
    me constant uuid := training.my_instructor();
    zone constant text := core.zone();
    words constant text[] := ARRAY(
        SELECT DISTINCT left(core.fold(w), 64) FROM unnest(p_words[1:8]) AS w WHERE core.fold(w) <> '');
BEGIN
    IF cardinality(words) = 0 THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT c.id, o.name, c.starts_at, c.ends_at, c.location_name, p.full_name, c.status,
               (SELECT count(*) FROM training.booking b WHERE b.class_id = c.id AND b.status = 'booked')::integer, c.max_capacity
        FROM training.class c
        JOIN training.course o ON o.id = c.course_id
        LEFT JOIN training.instructor i ON i.id = c.instructor_id
        LEFT JOIN people.person p ON p.id = i.person_id
        CROSS JOIN LATERAL (
            SELECT ' ' || regexp_replace(core.fold(concat_ws(' ', o.name, o.slug, o.category, p.full_name, c.location_name,
                       to_char(c.starts_at AT TIME ZONE zone, 'YYYY-MM-DD'), to_char(c.starts_at AT TIME ZONE zone, 'HH24:MI'))),
                       '[\s!-/:-@\[-`{-~\u2010-\u2015]+', ' ', 'g') AS said) AS t
        WHERE c.starts_at BETWEEN now() - interval '60 days' AND now() + interval '400 days'
          AND (everything OR c.instructor_id = me)
          AND NOT EXISTS (SELECT FROM unnest(words) AS w (word) WHERE strpos(t.said, ' ' || w.word) = 0)
        ORDER BY c.ends_at < now(), abs(extract(epoch FROM c.starts_at - now())), c.id
        LIMIT least(greatest(coalesce(p_limit, 20), 1), 200);
END
$$;
REVOKE ALL ON FUNCTION training.find_classes(text[], integer) FROM PUBLIC;
ALTER FUNCTION training.find_classes(text[], integer) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.find_classes(text[], integer) TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor;
COMMENT ON FUNCTION training.find_classes(text[], integer) IS 'Classes by the beginnings of words of course, instructor, place, day and hour; the nearest first.';
