CREATE OR REPLACE FUNCTION people.end_guardian(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    op record;
BEGIN
    PERFORM core.need_job('manager');
    op := core.op_begin(p_op, 'people.end_guardian', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    IF coalesce(btrim(p_args ->> 'reason'), '') = '' THEN
        PERFORM core.refuse('reason_needed');
    END IF;
    UPDATE people.guardianship SET ended_at = now()
    WHERE person_id = (p_args ->> 'person_id')::uuid AND guardian_id = (p_args ->> 'guardian_id')::uuid AND ended_at IS NULL;
    IF NOT FOUND THEN
        PERFORM core.refuse('not_found');
    END IF;
    RETURN core.op_end(p_op, jsonb_build_object('person_id', p_args ->> 'person_id', 'guardian_id', p_args ->> 'guardian_id'));
END
$$;
REVOKE ALL ON FUNCTION people.end_guardian(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION people.end_guardian(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION people.end_guardian(uuid, jsonb) TO mdi_manager;
COMMENT ON FUNCTION people.end_guardian(uuid, jsonb) IS 'A guardian may no longer sign for someone; waivers already signed stay.';
