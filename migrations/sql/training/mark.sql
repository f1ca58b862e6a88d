CREATE OR REPLACE FUNCTION training.mark(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    b record;
    wanted constant text := p_args ->> 'mark';
    entered text;
    code text;
    now_marked text;
BEGIN
    PERFORM core.need_job('frontdesk', 'manager', 'instructor');
    op := core.op_begin(p_op, 'training.mark', p_args, true);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    IF wanted NOT IN ('present', 'late', 'left', 'excused', 'no_show') THEN
        PERFORM core.refuse('attendance_unknown');
    END IF;
    SELECT k.id, k.class_id, k.status, p.full_name AS name INTO b
    FROM training.booking k JOIN people.person p ON p.id = k.person_id
    WHERE k.id = (p_args ->> 'booking_id')::uuid AND training.sees(k.class_id)
    FOR UPDATE OF k;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_booking');
    END IF;
    SELECT k.attendance INTO entered FROM training.check_in k WHERE k.booking_id = b.id AND k.voided_at IS NULL;
    code := CASE
        WHEN b.status <> 'booked' THEN 'booking_cancelled'
        -- Being here goes through the gate; a mark only says more about it.
        WHEN wanted IN ('present', 'late', 'left') AND entered IS NULL THEN 'not_checked_in'
        WHEN wanted IN ('excused', 'no_show') AND entered IS NOT NULL THEN 'checked_in_already' END;
    IF code IS NOT NULL THEN
        RETURN core.op_end(p_op, jsonb_build_object('result', 'refused', 'code', code, 'booking_id', b.id,
                                                    'class_id', b.class_id, 'name', b.name));
    END IF;
    now_marked := coalesce(wanted, entered);
    INSERT INTO training.attendance_mark (id, booking_id, class_id, mark, reason, occurred_at, account_id, station, op_id)
    VALUES (gen_random_uuid(), b.id, b.class_id, wanted, nullif(btrim(left(p_args ->> 'reason', 500)), ''), op.at, op.actor,
            op.station, p_op);
    UPDATE training.booking SET attendance = now_marked WHERE id = b.id;
    RETURN core.op_end(p_op, jsonb_build_object('result', 'marked', 'attendance', now_marked, 'booking_id', b.id,
                                                'class_id', b.class_id, 'name', b.name));
END
$$;
REVOKE ALL ON FUNCTION training.mark(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION training.mark(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.mark(uuid, jsonb) TO mdi_frontdesk, mdi_manager, mdi_instructor;
COMMENT ON FUNCTION training.mark(uuid, jsonb) IS 'Late, left, excused, no-show, or nothing (takes the mark back). marked or refused.';
