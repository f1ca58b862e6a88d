CREATE OR REPLACE FUNCTION people.set_identity(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    bumped integer;
BEGIN
    PERFORM core.need_job('frontdesk', 'manager');
    op := core.op_begin(p_op, 'people.set_identity', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    IF length(p_args ->> 'id_number_sealed') > 4000 OR length(p_args ->> 'id_number_index') > 200 THEN
        PERFORM core.refuse('too_large');
    END IF;
    UPDATE people.person SET
        id_type = p_args ->> 'id_type', id_country = p_args ->> 'id_country',
        id_number_sealed = decode(p_args ->> 'id_number_sealed', 'base64'),
        id_number_index = decode(p_args ->> 'id_number_index', 'base64')
    WHERE id = (p_args ->> 'person_id')::uuid RETURNING version INTO bumped;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_person');
    END IF;
    RETURN core.op_end(p_op, jsonb_build_object('person_id', p_args ->> 'person_id', 'version', bumped));
END
$$;
REVOKE ALL ON FUNCTION people.set_identity(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION people.set_identity(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION people.set_identity(uuid, jsonb) TO mdi_frontdesk, mdi_manager;
COMMENT ON FUNCTION people.set_identity(uuid, jsonb) IS 'Kind and country of an identity document, and its number sealed at the desk: it goes in and never comes out.';
