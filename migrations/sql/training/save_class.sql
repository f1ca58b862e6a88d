CREATE OR REPLACE FUNCTION training.save_class(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    v_id constant uuid := (p_args ->> 'id')::uuid;
    old training.class;
    c training.class;
    known integer;
    booked integer;
    clash jsonb;
    violated text;
BEGIN
    PERFORM core.need_job('manager');
    op := core.op_begin(p_op, 'training.save_class', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    SELECT * INTO old FROM training.class k WHERE k.id = v_id FOR UPDATE;
    known := old.version;
    c := jsonb_populate_record(old, p_args - ARRAY['version', 'created_at', 'updated_at', 'status', 'cancel_reason', 'instructor_no']);
    IF known IS NOT NULL THEN
        IF known IS DISTINCT FROM (p_args ->> 'version')::integer THEN
            PERFORM core.refuse('stale', jsonb_build_object('version', known));
        ELSIF old.status <> 'scheduled' THEN
            PERFORM core.refuse('class_' || old.status);
        END IF;
        SELECT count(*) INTO booked FROM training.booking b WHERE b.class_id = v_id AND b.status = 'booked';
        IF c.max_capacity < booked THEN
            PERFORM core.refuse('below_booked', jsonb_build_object('booked', booked));
        ELSIF c.course_id <> old.course_id AND booked > 0 THEN
            PERFORM core.refuse('has_bookings', jsonb_build_object('booked', booked));
        END IF;
    END IF;
    IF NOT EXISTS (SELECT FROM training.course o WHERE o.id = c.course_id) THEN
        PERFORM core.refuse('unknown_course');
    END IF;
    IF c.max_capacity IS NULL THEN
        c.max_capacity := (SELECT o.max_capacity FROM training.course o WHERE o.id = c.course_id);
    END IF;
    IF c.place_no IS NOT NULL AND (c.location_name IS NULL OR (p_args ? 'place_no' AND NOT p_args ? 'location_name')) THEN
        SELECT l.name, coalesce(c.location_addr, l.address) INTO c.location_name, c.location_addr
        FROM training.place l WHERE l.no = c.place_no;
    END IF;
    BEGIN
        IF known IS NULL THEN
            INSERT INTO training.class (id, course_id, instructor_id, starts_at, ends_at, place_no, location_name, location_addr,
                                        max_capacity, price_override_minor, notes)
            VALUES (c.id, c.course_id, c.instructor_id, c.starts_at, c.ends_at, c.place_no, c.location_name, c.location_addr,
                    c.max_capacity, c.price_override_minor, c.notes)
            RETURNING version INTO known;
        ELSE
            UPDATE training.class k SET course_id = c.course_id, instructor_id = c.instructor_id, starts_at = c.starts_at,
                ends_at = c.ends_at, place_no = c.place_no, location_name = c.location_name, location_addr = c.location_addr,
                max_capacity = c.max_capacity, price_override_minor = c.price_override_minor, notes = c.notes
            WHERE k.id = v_id RETURNING k.version INTO known;
        END IF;
    EXCEPTION WHEN exclusion_violation THEN
        GET STACKED DIAGNOSTICS violated = CONSTRAINT_NAME;
        SELECT jsonb_build_object('class_id', k.id, 'course', o.name, 'starts_at', k.starts_at, 'ends_at', k.ends_at) INTO clash
        FROM training.class k JOIN training.course o ON o.id = k.course_id
        WHERE k.id <> v_id AND k.status <> 'cancelled'
          AND tstzrange(k.starts_at, k.ends_at) && tstzrange(c.starts_at, c.ends_at)
          AND CASE violated WHEN 'ex_class_place' THEN k.place_no = c.place_no ELSE k.instructor_id = c.instructor_id END
        ORDER BY k.starts_at LIMIT 1;
        PERFORM core.refuse(CASE violated WHEN 'ex_class_place' THEN 'place_taken' ELSE 'instructor_taken' END,
                            coalesce(clash, '{}'));
    END;
    RETURN core.op_end(p_op, jsonb_build_object('class_id', v_id, 'version', known));
END
$$;
REVOKE ALL ON FUNCTION training.save_class(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION training.save_class(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.save_class(uuid, jsonb) TO mdi_manager;
COMMENT ON FUNCTION training.save_class(uuid, jsonb) IS 'A new class, or changed fields of a scheduled one; says what already takes the place or the instructor.';
