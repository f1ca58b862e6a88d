CREATE OR REPLACE FUNCTION waivers.publish(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    words jsonb;
    v_version constant uuid := (p_args ->> 'version_id')::uuid;
BEGIN
    PERFORM core.need_job('manager');
    op := core.op_begin(p_op, 'waivers.publish', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    PERFORM FROM waivers.template t WHERE t.id = (p_args ->> 'template_id')::uuid FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.refuse('not_found');
    ELSIF jsonb_typeof(p_args -> 'texts') IS DISTINCT FROM 'array' OR jsonb_array_length(p_args -> 'texts') = 0 THEN
        PERFORM core.refuse('text_needed');
    END IF;
    INSERT INTO waivers.template_version (id, template_id, version, validity_months)
    VALUES (v_version, (p_args ->> 'template_id')::uuid, p_args ->> 'version', coalesce((p_args ->> 'validity_months')::integer, 12));
    FOR words IN SELECT jsonb_array_elements(p_args -> 'texts') LOOP
        INSERT INTO waivers.template_text (version_id, locale, title, body, consent)
        VALUES (v_version, words ->> 'locale', words ->> 'title', words ->> 'body', words ->> 'consent');
    END LOOP;
    UPDATE waivers.template_version SET status = 'retired'
    WHERE template_id = (p_args ->> 'template_id')::uuid AND status = 'published';
    UPDATE waivers.template_version SET status = 'published', published_at = now(), published_by = op.actor WHERE id = v_version;
    RETURN core.op_end(p_op, jsonb_build_object('version_id', v_version, 'version', p_args ->> 'version'));
END
$$;
REVOKE ALL ON FUNCTION waivers.publish(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION waivers.publish(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION waivers.publish(uuid, jsonb) TO mdi_manager;
COMMENT ON FUNCTION waivers.publish(uuid, jsonb) IS 'A new version of a waiver takes the place of the old one; whoever signed the old one signs again.';
