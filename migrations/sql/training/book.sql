CREATE OR REPLACE FUNCTION training.book(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    c record;
    o record;
    who constant uuid := (p_args ->> 'person_id')::uuid;
    v_booking constant uuid := (p_args ->> 'booking_id')::uuid;
    taken integer;
    v_seat integer;
    existing uuid;
BEGIN
    PERFORM core.need_job('frontdesk', 'manager');
    op := core.op_begin(p_op, 'training.book', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    -- Whoever books into this class waits here for the one before; then the seats are counted anew.
    PERFORM FROM training.class k WHERE k.id = (p_args ->> 'class_id')::uuid FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_class');
    END IF;
    SELECT k.id, k.status, k.max_capacity, k.starts_at, k.ends_at, u.name AS course, u.currency,
           coalesce(k.price_override_minor, u.price_minor) AS price
    INTO c
    FROM training.class k JOIN training.course u ON u.id = k.course_id
    WHERE k.id = (p_args ->> 'class_id')::uuid;
    IF c.status <> 'scheduled' THEN
        PERFORM core.refuse('class_' || c.status);
    END IF;
    IF c.ends_at < now() AND NOT core.has_job('manager') THEN
        PERFORM core.refuse('class_completed');
    END IF;
    PERFORM FROM people.person p WHERE p.id = who;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_person');
    END IF;
    SELECT b.id INTO existing FROM training.booking b WHERE b.class_id = c.id AND b.person_id = who AND b.status = 'booked';
    IF FOUND THEN
        PERFORM core.refuse('already_booked', jsonb_build_object('booking_id', existing));
    END IF;
    SELECT count(*) INTO taken FROM training.booking b WHERE b.class_id = c.id AND b.status = 'booked';
    IF taken >= c.max_capacity THEN
        PERFORM core.refuse('class_full', jsonb_build_object('capacity', c.max_capacity, 'booked', taken));
    END IF;
    SELECT min(n) INTO v_seat FROM generate_series(1, c.max_capacity) AS n
    WHERE NOT EXISTS (
        SELECT FROM training.booking b WHERE b.class_id = c.id AND b.seat = n AND b.status = 'booked');
    INSERT INTO training.booking (id, class_id, person_id, seat, ticket_code, booked_by, notes)
    VALUES (v_booking, c.id, who, v_seat, p_args ->> 'ticket_code', op.actor, nullif(btrim(p_args ->> 'notes'), ''));

    -- A new order, or one more seat on an order begun before (a family).
    INSERT INTO sales.customer_order (id, number, person_id, currency, ordered_by, op_id)
    SELECT (p_args ->> 'order_id')::uuid,
           'MDI-' || to_char(people.today(), 'YYYY') || '-' || lpad(n::text, greatest(5, length(n::text)), '0'),
           coalesce((p_args ->> 'payer_id')::uuid, who), c.currency, op.actor, p_op
    FROM nextval('sales.order_no') AS n
    WHERE NOT EXISTS (SELECT FROM sales.customer_order x WHERE x.id = (p_args ->> 'order_id')::uuid);
    SELECT x.id, x.number, x.currency, x.person_id, x.ordered_by, x.op_id = p_op AS is_new INTO o
    FROM sales.customer_order x WHERE x.id = (p_args ->> 'order_id')::uuid FOR UPDATE;
    -- Only onto the payer's own order, made at a desk and not paid off: nobody sits on a stranger's credit, and nobody's
    -- paid seat becomes unpaid by somebody else's.
    IF o.is_new IS NOT TRUE AND (
        o.ordered_by IS NULL
        OR NOT (o.person_id = coalesce((p_args ->> 'payer_id')::uuid, who) OR EXISTS (
            SELECT FROM people.guardianship g WHERE g.person_id = who AND g.guardian_id = o.person_id AND g.ended_at IS NULL))
        OR (sales.order_due(o.id) <= 0 AND EXISTS (SELECT FROM sales.payment y WHERE y.order_id = o.id)))
    THEN
        PERFORM core.refuse('not_this_order');
    END IF;
    IF o.currency <> c.currency THEN
        PERFORM core.refuse('other_currency', jsonb_build_object('currency', o.currency));
    END IF;
    INSERT INTO sales.order_line (id, order_id, booking_id, description, amount_minor)
    VALUES ((p_args ->> 'line_id')::uuid, o.id, v_booking,
            c.course || ', ' || to_char(c.starts_at AT TIME ZONE core.zone(), 'YYYY-MM-DD HH24:MI'), c.price);
    RETURN core.op_end(p_op, jsonb_build_object(
        'booking_id', v_booking, 'class_id', c.id, 'ticket_code', p_args ->> 'ticket_code', 'seat', v_seat,
        'order_id', o.id, 'order_number', o.number, 'due_minor', sales.order_due(o.id), 'currency', c.currency,
        'warnings', coalesce(jsonb_path_query_array(
            training.gate_of(v_booking, c.starts_at),
            '$.checks[*] ? (@.ok == false && @.check != "paid").code'), '[]')));
END
$$;
REVOKE ALL ON FUNCTION training.book(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION training.book(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.book(uuid, jsonb) TO mdi_frontdesk, mdi_manager;
COMMENT ON FUNCTION training.book(uuid, jsonb) IS 'A seat in a class with its ticket and its line on an order; seats are counted behind the class''s lock.';
