CREATE OR REPLACE FUNCTION training.save_instructor(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    v_id constant uuid := (p_args ->> 'id')::uuid;
    i training.instructor;
    known integer;
BEGIN
    PERFORM core.need_job('manager');
    op := core.op_begin(p_op, 'training.save_instructor', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    SELECT * INTO i FROM training.instructor x WHERE x.id = v_id FOR UPDATE;
    known := i.version;
    IF known IS NOT NULL AND known IS DISTINCT FROM (p_args ->> 'version')::integer THEN
        PERFORM core.refuse('stale', jsonb_build_object('version', known));
    END IF;
    IF known IS NULL THEN
        i.credentials := '{}';
        i.specialties := '{}';
        i.is_active := true;
        i := jsonb_populate_record(i, p_args - ARRAY['version', 'created_at', 'updated_at', 'no']);
        UPDATE people.person SET roles = CASE WHEN 'instructor' = ANY (roles) THEN roles ELSE roles || 'instructor'::text END
        WHERE id = i.person_id;
        IF NOT FOUND THEN
            PERFORM core.refuse('unknown_person');
        END IF;
        INSERT INTO training.instructor (id, person_id, bio, title, photo_url, credentials, specialties, is_active)
        VALUES (i.id, i.person_id, i.bio, i.title, i.photo_url, i.credentials, i.specialties, i.is_active)
        RETURNING version INTO known;
    ELSE
        i := jsonb_populate_record(i, p_args - ARRAY['version', 'created_at', 'updated_at', 'no', 'person_id']);
        UPDATE training.instructor x SET bio = i.bio, title = i.title, photo_url = i.photo_url, credentials = i.credentials,
            specialties = i.specialties, is_active = i.is_active
        WHERE x.id = v_id RETURNING x.version INTO known;
    END IF;
    RETURN core.op_end(p_op, jsonb_build_object('instructor_id', v_id, 'version', known));
END
$$;
REVOKE ALL ON FUNCTION training.save_instructor(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION training.save_instructor(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.save_instructor(uuid, jsonb) TO mdi_manager;
COMMENT ON FUNCTION training.save_instructor(uuid, jsonb) IS 'Makes a person an instructor, or changes what is said about one.';
