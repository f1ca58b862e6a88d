CREATE OR REPLACE FUNCTION training.save_course(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    v_id constant uuid := (p_args ->> 'id')::uuid;
    c training.course;
    known integer;
BEGIN
    PERFORM core.need_job('manager');
    op := core.op_begin(p_op, 'training.save_course', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    SELECT * INTO c FROM training.course u WHERE u.id = v_id FOR UPDATE;
    known := c.version;
    IF known IS NOT NULL AND known IS DISTINCT FROM (p_args ->> 'version')::integer THEN
        PERFORM core.refuse('stale', jsonb_build_object('version', known));
    END IF;
    IF EXISTS (SELECT FROM training.course u WHERE u.slug = p_args ->> 'slug' AND u.id <> v_id) THEN
        PERFORM core.refuse('slug_taken');
    END IF;
    IF known IS NULL THEN
        c.currency := 'USD';
        c.max_capacity := 12;
        c.min_age := 18;
        c.prerequisites := '{}';
        c.gear_required := '{}';
        c.gear_provided := '{}';
        c.is_active := true;
        c.is_featured := false;
        c.sort_order := 0;
    END IF;
    -- Fields that are not in the call stay as they are.
    c := jsonb_populate_record(c, p_args - ARRAY['version', 'created_at', 'updated_at']);
    IF known IS NULL THEN
        INSERT INTO training.course (id, slug, name, category, description, short_desc, price_minor, member_price_minor, currency,
            duration_hours, max_capacity, min_age, guardian_min_age, skill_level, prerequisites, gear_required, gear_provided,
            ammo_count, image_url, thumbnail_url, waiver_template_id, is_active, is_featured, sort_order)
        VALUES (c.id, c.slug, c.name, c.category, c.description, c.short_desc, c.price_minor, c.member_price_minor, c.currency,
            c.duration_hours, c.max_capacity, c.min_age, c.guardian_min_age, c.skill_level, c.prerequisites, c.gear_required,
            c.gear_provided, c.ammo_count, c.image_url, c.thumbnail_url, c.waiver_template_id, c.is_active, c.is_featured,
            c.sort_order)
        RETURNING version INTO known;
    ELSE
        UPDATE training.course u SET slug = c.slug, name = c.name, category = c.category, description = c.description,
            short_desc = c.short_desc, price_minor = c.price_minor, member_price_minor = c.member_price_minor,
            currency = c.currency, duration_hours = c.duration_hours, max_capacity = c.max_capacity, min_age = c.min_age,
            guardian_min_age = c.guardian_min_age, skill_level = c.skill_level, prerequisites = c.prerequisites,
            gear_required = c.gear_required, gear_provided = c.gear_provided, ammo_count = c.ammo_count,
            image_url = c.image_url, thumbnail_url = c.thumbnail_url, waiver_template_id = c.waiver_template_id,
            is_active = c.is_active, is_featured = c.is_featured, sort_order = c.sort_order
        WHERE u.id = v_id RETURNING u.version INTO known;
    END IF;
    RETURN core.op_end(p_op, jsonb_build_object('course_id', v_id, 'version', known));
END
$$;
REVOKE ALL ON FUNCTION training.save_course(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION training.save_course(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.save_course(uuid, jsonb) TO mdi_manager;
COMMENT ON FUNCTION training.save_course(uuid, jsonb) IS 'A new course, or changed fields of one whose version the caller has seen.';
