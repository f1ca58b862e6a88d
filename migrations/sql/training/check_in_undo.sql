CREATE OR REPLACE FUNCTION training.check_in_undo(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    b record;
BEGIN
    PERFORM core.need_job('frontdesk', 'manager', 'instructor');
    op := core.op_begin(p_op, 'training.check_in_undo', p_args, true);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    IF coalesce(btrim(p_args ->> 'reason'), '') = '' THEN
        PERFORM core.refuse('reason_needed');
    END IF;
    SELECT k.id, k.class_id INTO b FROM training.booking k
    WHERE k.id = (p_args ->> 'booking_id')::uuid AND training.sees(k.class_id) FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_booking');
    END IF;
    IF NOT core.has_any('frontdesk', 'manager') AND EXISTS (
        SELECT FROM training.class c WHERE c.id = b.class_id AND op.at > c.ends_at + interval '12 hours') THEN
        PERFORM core.refuse('undo_too_late');
    END IF;
    UPDATE training.check_in SET voided_at = clock_timestamp(), voided_by = op.actor, void_reason = left(p_args ->> 'reason', 500)
    WHERE booking_id = b.id AND voided_at IS NULL;
    IF NOT FOUND THEN
        PERFORM core.refuse('not_checked_in');
    END IF;
    UPDATE training.booking SET attendance = NULL WHERE id = b.id;
    RETURN core.op_end(p_op, jsonb_build_object('booking_id', b.id, 'class_id', b.class_id));
END
$$;
REVOKE ALL ON FUNCTION training.check_in_undo(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION training.check_in_undo(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.check_in_undo(uuid, jsonb) TO mdi_frontdesk, mdi_manager, mdi_instructor;
COMMENT ON FUNCTION training.check_in_undo(uuid, jsonb) IS 'Takes a check-in back, with a reason; both stay on record.';
