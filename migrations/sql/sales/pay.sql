CREATE OR REPLACE FUNCTION sales.pay(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    v_order uuid := (p_args ->> 'order_id')::uuid;
    due bigint;
    amount constant bigint := (p_args ->> 'amount_minor')::bigint;
BEGIN
    PERFORM core.need_job('frontdesk', 'manager');
    op := core.op_begin(p_op, 'sales.pay', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    PERFORM FROM sales.customer_order o WHERE o.id = v_order FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_order');
    END IF;
    due := sales.order_due(v_order);
    IF due <= 0 THEN
        PERFORM core.refuse('nothing_due', jsonb_build_object('due_minor', due));
    ELSIF amount IS NULL OR amount <= 0 THEN
        PERFORM core.refuse('amount_needed');
    ELSIF amount > due THEN
        PERFORM core.refuse('more_than_due', jsonb_build_object('due_minor', due));
    END IF;
    INSERT INTO sales.payment (id, order_id, amount_minor, method, reference, taken_by, station, op_id)
    VALUES ((p_args ->> 'payment_id')::uuid, v_order, amount, p_args ->> 'method', nullif(btrim(p_args ->> 'reference'), ''),
            op.actor, op.station, p_op);
    RETURN core.op_end(p_op, jsonb_build_object('payment_id', p_args ->> 'payment_id', 'order_id', v_order,
                                                'due_minor', due - amount));
END
$$;
REVOKE ALL ON FUNCTION sales.pay(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION sales.pay(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION sales.pay(uuid, jsonb) TO mdi_frontdesk, mdi_manager;
COMMENT ON FUNCTION sales.pay(uuid, jsonb) IS 'Money taken for an order, in cash or on the card terminal; never more than is due.';
