CREATE OR REPLACE FUNCTION training.allow_unpaid(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    bumped integer;
BEGIN
    PERFORM core.need_job('manager');
    op := core.op_begin(p_op, 'training.allow_unpaid', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    IF coalesce(btrim(p_args ->> 'reason'), '') = '' THEN
        PERFORM core.refuse('reason_needed');
    END IF;
    UPDATE training.booking SET unpaid_allowed_by = op.actor, unpaid_allowed_reason = left(p_args ->> 'reason', 500)
    WHERE id = (p_args ->> 'booking_id')::uuid AND status = 'booked' RETURNING version INTO bumped;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_booking');
    END IF;
    RETURN core.op_end(p_op, jsonb_build_object('booking_id', p_args ->> 'booking_id', 'version', bumped));
END
$$;
REVOKE ALL ON FUNCTION training.allow_unpaid(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION training.allow_unpaid(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.allow_unpaid(uuid, jsonb) TO mdi_manager;
COMMENT ON FUNCTION training.allow_unpaid(uuid, jsonb) IS 'A manager lets a seat come in before it is paid, with a reason.';
