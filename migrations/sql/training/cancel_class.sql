CREATE OR REPLACE FUNCTION training.cancel_class(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    state text;
    known integer;
BEGIN
    PERFORM core.need_job('manager');
    op := core.op_begin(p_op, 'training.cancel_class', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    IF coalesce(btrim(p_args ->> 'reason'), '') = '' THEN
        PERFORM core.refuse('reason_needed');
    END IF;
    SELECT k.status INTO state FROM training.class k WHERE k.id = (p_args ->> 'class_id')::uuid FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_class');
    ELSIF state <> 'scheduled' THEN
        PERFORM core.refuse('class_' || state);
    END IF;
    UPDATE training.class SET status = 'cancelled', cancel_reason = left(p_args ->> 'reason', 500)
    WHERE id = (p_args ->> 'class_id')::uuid RETURNING version INTO known;
    RETURN core.op_end(p_op, jsonb_build_object('class_id', p_args ->> 'class_id', 'version', known,
        'booked', (SELECT count(*) FROM training.booking b
                   WHERE b.class_id = (p_args ->> 'class_id')::uuid AND b.status = 'booked')));
END
$$;
REVOKE ALL ON FUNCTION training.cancel_class(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION training.cancel_class(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.cancel_class(uuid, jsonb) TO mdi_manager;
COMMENT ON FUNCTION training.cancel_class(uuid, jsonb) IS 'Cancels a scheduled class for good, with a reason; says how many people are booked.';
