CREATE OR REPLACE FUNCTION people.set_guardian(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    op record;
    link uuid;
BEGIN
    PERFORM core.need_job('frontdesk', 'manager');
    op := core.op_begin(p_op, 'people.set_guardian', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    -- A parent who works here is recorded, and signs, at a colleague's desk.
    IF (p_args ->> 'guardian_id')::uuid = core.my_person() THEN
        PERFORM core.refuse('witness_is_signer');
    END IF;
    link := people.link_guardian((p_args ->> 'person_id')::uuid, (p_args ->> 'guardian_id')::uuid,
                                 p_args ->> 'relationship', op.actor);
    RETURN core.op_end(p_op, jsonb_build_object('guardianship_id', link, 'person_id', p_args ->> 'person_id',
                                                'guardian_id', p_args ->> 'guardian_id'));
END
$$;
REVOKE ALL ON FUNCTION people.set_guardian(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION people.set_guardian(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION people.set_guardian(uuid, jsonb) TO mdi_frontdesk, mdi_manager;
COMMENT ON FUNCTION people.set_guardian(uuid, jsonb) IS 'Records an adult as guardian of a minor.';
