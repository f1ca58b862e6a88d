CREATE OR REPLACE FUNCTION training.gate_of(p_booking uuid, p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    zone constant text := core.zone();
    b record;
    w record;
    money record;
    age integer;
    judged timestamptz;
    pay text;
    age_code text;
    open_code text;
    checks jsonb;
    sees_money constant boolean := core.has_any('frontdesk', 'manager', 'auditor');
BEGIN
    SELECT k.status, k.person_id, k.unpaid_allowed_by, k.unpaid_allowed_reason, k.cancel_reason,
           c.status AS class_status, c.starts_at, c.ends_at, c.cancel_reason AS class_cancel_reason,
           o.min_age, o.guardian_min_age, o.waiver_template_id, p.birth_date
    INTO b
    FROM training.booking k
    JOIN training.class c ON c.id = k.class_id
    JOIN training.course o ON o.id = c.course_id
    JOIN people.person p ON p.id = k.person_id
    WHERE k.id = p_booking;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    judged := training.judged_at(p_at, b.starts_at, b.ends_at);
    age := people.age_on(b.birth_date, (judged AT TIME ZONE zone)::date);
    SELECT * INTO w FROM waivers.state_of(b.person_id, b.waiver_template_id, judged, zone);
    SELECT l.order_id, l.amount_minor, sales.order_due(l.order_id) AS due, o.number, o.currency INTO money
    FROM sales.order_line l JOIN sales.customer_order o ON o.id = l.order_id
    WHERE l.booking_id = p_booking AND l.amount_minor >= 0;
    pay := training.payment_state(money.amount_minor, money.due, b.unpaid_allowed_by);
    pay := CASE pay WHEN 'allowed' THEN 'unpaid_allowed' WHEN 'due' THEN 'unpaid' ELSE pay END;
    age_code := CASE
        WHEN age IS NULL THEN 'birth_date_missing'
        WHEN age >= b.min_age THEN 'of_age'
        -- A guardian stands behind it: by the waiver the course asks for, or else by being recorded.
        WHEN age >= b.guardian_min_age AND (b.waiver_template_id IS NOT NULL OR EXISTS (
            SELECT FROM people.guardianship g WHERE g.person_id = b.person_id AND g.ended_at IS NULL)) THEN 'with_guardian'
        ELSE 'too_young' END;
    open_code := CASE
        WHEN b.class_status <> 'scheduled' THEN b.class_status
        WHEN (p_at AT TIME ZONE zone)::date < (b.starts_at AT TIME ZONE zone)::date THEN 'not_yet'
        WHEN p_at > b.ends_at + interval '12 hours' THEN 'past'
        ELSE 'open' END;

    checks := jsonb_build_array(
        jsonb_build_object('check', 'booked', 'ok', b.status = 'booked',
            'code', CASE b.status WHEN 'booked' THEN 'booked' ELSE 'booking_cancelled' END,
            'detail', jsonb_strip_nulls(jsonb_build_object('reason', b.cancel_reason)), 'overridable', false),
        jsonb_build_object('check', 'paid', 'ok', pay <> 'unpaid', 'code', pay,
            'detail', CASE WHEN sees_money THEN jsonb_strip_nulls(jsonb_build_object(
                'due_minor', greatest(coalesce(money.due, 0), 0), 'currency', money.currency, 'order_id', money.order_id,
                'order_number', money.number,
                'reason', CASE pay WHEN 'unpaid_allowed' THEN b.unpaid_allowed_reason END)) ELSE '{}' END,
            'overridable', pay = 'unpaid'),
        jsonb_build_object('check', 'of_age', 'ok', age_code IN ('of_age', 'with_guardian'), 'code', age_code,
            'detail', jsonb_strip_nulls(jsonb_build_object(
                'age', age, 'min_age', b.min_age, 'guardian_min_age', b.guardian_min_age)),
            'overridable', false),
        jsonb_build_object('check', 'waiver', 'ok', w.state IN ('valid', 'none_needed'), 'code', w.state,
            'detail', jsonb_strip_nulls(jsonb_build_object(
                'template_id', b.waiver_template_id, 'valid_until', w.valid_until,
                -- The one that was signed, and the one in force: the words name both.
                'version', CASE WHEN w.signature_id IS NOT NULL THEN w.version END,
                'current_version', (SELECT v.version FROM waivers.template_version v
                                    WHERE v.template_id = b.waiver_template_id AND v.status = 'published'),
                'signature_id', w.signature_id, 'is_minor', age < 18)),
            -- Nobody lets a minor in without a guardian's name, whatever was missing or has run out.
            'overridable', w.state NOT IN ('valid', 'none_needed', 'needs_guardian') AND coalesce(age >= 18, false)),
        jsonb_build_object('check', 'class_open', 'ok', open_code = 'open', 'code', open_code,
            'detail', jsonb_strip_nulls(jsonb_build_object(
                'starts_at', b.starts_at, 'ends_at', b.ends_at, 'reason', b.class_cancel_reason)),
            'overridable', open_code IN ('not_yet', 'past')));
    RETURN jsonb_build_object(
        'ok', NOT jsonb_path_exists(checks, '$[*] ? (@.ok == false)'),
        'checks', checks);
END
$$;
REVOKE ALL ON FUNCTION training.gate_of(uuid, timestamptz) FROM PUBLIC;
ALTER FUNCTION training.gate_of(uuid, timestamptz) OWNER TO mdi_api;
COMMENT ON FUNCTION training.gate_of(uuid, timestamptz) IS 'THE gate: may this booking come in at this time? Each check with its code, its facts, and whether a manager may override it.';
