CREATE OR REPLACE FUNCTION training.unbook(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    b record;
    l record;
BEGIN
    PERFORM core.need_job('frontdesk', 'manager');
    op := core.op_begin(p_op, 'training.unbook', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    IF coalesce(btrim(p_args ->> 'reason'), '') = '' THEN
        PERFORM core.refuse('reason_needed');
    END IF;
    SELECT k.id, k.class_id, k.status INTO b FROM training.booking k WHERE k.id = (p_args ->> 'booking_id')::uuid FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_booking');
    ELSIF b.status <> 'booked' THEN
        PERFORM core.refuse('booking_cancelled');
    ELSIF EXISTS (SELECT FROM training.check_in k WHERE k.booking_id = b.id AND k.voided_at IS NULL) THEN
        PERFORM core.refuse('checked_in_already');
    END IF;
    UPDATE training.booking SET status = 'cancelled', cancelled_at = now(), cancelled_by = op.actor,
                                cancel_reason = left(p_args ->> 'reason', 500), attendance = NULL
    WHERE id = b.id;
    -- The seat's line is taken back by one more line; what was paid for it stays owed to the payer.
    SELECT x.order_id, x.amount_minor, x.description INTO l
    FROM sales.order_line x WHERE x.booking_id = b.id AND x.amount_minor >= 0;
    IF l.amount_minor > 0 THEN
        PERFORM FROM sales.customer_order o WHERE o.id = l.order_id FOR UPDATE;
        INSERT INTO sales.order_line (id, order_id, booking_id, description, amount_minor)
        VALUES (gen_random_uuid(), l.order_id, b.id, l.description, -l.amount_minor);
    END IF;
    RETURN core.op_end(p_op, jsonb_build_object('booking_id', b.id, 'class_id', b.class_id, 'order_id', l.order_id,
        'due_minor', CASE WHEN l.order_id IS NOT NULL THEN sales.order_due(l.order_id) END));
END
$$;
REVOKE ALL ON FUNCTION training.unbook(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION training.unbook(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.unbook(uuid, jsonb) TO mdi_frontdesk, mdi_manager;
COMMENT ON FUNCTION training.unbook(uuid, jsonb) IS 'Gives a seat back, with a reason; not once the person is checked in.';
