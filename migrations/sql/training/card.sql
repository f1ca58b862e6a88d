CREATE OR REPLACE FUNCTION training.card(p_booking uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET client_min_messages = 'warning' AS $$
DECLARE
    zone constant text := core.zone();
    desk constant boolean := core.has_any('frontdesk', 'manager', 'auditor');
    found jsonb;
BEGIN
    SELECT jsonb_build_object(
        'booking', jsonb_build_object(
            'id', b.id, 'class_id', b.class_id, 'person_id', b.person_id, 'seat', b.seat, 'status', b.status,
            'ticket_code', b.ticket_code, 'attendance', b.attendance, 'notes', b.notes, 'booked_at', b.booked_at,
            'unpaid_allowed', b.unpaid_allowed_by IS NOT NULL, 'unpaid_allowed_reason', b.unpaid_allowed_reason,
            'cancelled_at', b.cancelled_at, 'cancel_reason', b.cancel_reason, 'version', b.version),
        'person', jsonb_build_object(
            'id', p.id, 'name', p.full_name, 'given_name', p.given_name, 'family_name', p.family_name,
            'initials', upper(left(p.given_name, 1) || left(p.family_name, 1)), 'avatar_url', p.avatar_url,
            'age', a.age, 'is_minor', a.age < 18, 'birth_date', CASE WHEN desk THEN p.birth_date END, 'phone', p.phone,
            'email', CASE WHEN desk THEN p.email END, 'locale', p.locale, 'since', p.created_at,
            'notes', CASE WHEN desk THEN p.notes END, 'version', p.version,
            'guardians', coalesce((
                SELECT jsonb_agg(jsonb_build_object('id', gp.id, 'name', gp.full_name, 'relationship', g.relationship,
                                                    'phone', gp.phone) ORDER BY g.created_at)
                FROM people.guardianship g JOIN people.person gp ON gp.id = g.guardian_id
                WHERE g.person_id = p.id AND g.ended_at IS NULL), '[]')),
        'class', jsonb_build_object(
            'id', c.id, 'course_id', o.id, 'course_name', o.name, 'course_slug', o.slug, 'category', o.category,
            'starts_at', c.starts_at, 'ends_at', c.ends_at, 'location_name', c.location_name, 'status', c.status,
            'instructor_name', ip.full_name, 'capacity', c.max_capacity,
            'booked', (SELECT count(*) FROM training.booking x WHERE x.class_id = c.id AND x.status = 'booked'),
            'min_age', o.min_age, 'guardian_min_age', o.guardian_min_age, 'waiver_template_id', o.waiver_template_id,
            'gear_required', to_jsonb(o.gear_required),
            'price_minor', coalesce(c.price_override_minor, o.price_minor), 'currency', o.currency),
        'order', CASE WHEN desk AND l.order_id IS NOT NULL THEN (
            SELECT jsonb_build_object(
                'id', s.id, 'number', s.number, 'currency', s.currency, 'due_minor', greatest(sales.order_due(s.id), 0),
                'line_minor', l.amount_minor, 'ordered_at', s.ordered_at,
                'payments', coalesce((
                    SELECT jsonb_agg(jsonb_build_object('at', y.taken_at, 'amount_minor', y.amount_minor, 'method', y.method,
                                                        'reference', y.reference) ORDER BY y.taken_at)
                    FROM sales.payment y WHERE y.order_id = s.id), '[]'))
            FROM sales.customer_order s WHERE s.id = l.order_id) END,
        'gate', training.gate_of(b.id, now()),
        'check_in', training.check_in_facts(b.id),
        'marks', coalesce((
            SELECT jsonb_agg(x.mark ORDER BY x.at)
            FROM (
                SELECT m.recorded_at AS at, jsonb_build_object('at', m.occurred_at, 'mark', m.mark, 'reason', m.reason,
                    'by', mp.full_name, 'station', m.station)
                    || training.sent_by(m.op_id, m.account_id) AS mark
                FROM training.attendance_mark m
                LEFT JOIN admin.account ma ON ma.id = m.account_id LEFT JOIN people.person mp ON mp.id = ma.person_id
                WHERE m.booking_id = b.id
                UNION ALL
                SELECT k.recorded_at, jsonb_build_object('at', k.occurred_at, 'mark', 'checked_in', 'attendance', k.attendance,
                    'reason', k.override_reason, 'by', kp.full_name, 'station', k.station)
                    || training.sent_by(k.op_id, k.account_id)
                FROM training.check_in k
                LEFT JOIN admin.account ka ON ka.id = k.account_id LEFT JOIN people.person kp ON kp.id = ka.person_id
                WHERE k.booking_id = b.id
                UNION ALL
                SELECT k.voided_at, jsonb_build_object('at', k.voided_at, 'mark', 'undone', 'reason', k.void_reason,
                    'by', kp.full_name, 'station', NULL)
                FROM training.check_in k
                LEFT JOIN admin.account ka ON ka.id = k.voided_by LEFT JOIN people.person kp ON kp.id = ka.person_id
                WHERE k.booking_id = b.id AND k.voided_at IS NOT NULL
            ) AS x), '[]'))
    INTO found
    FROM training.booking b
    JOIN training.class c ON c.id = b.class_id
    JOIN training.course o ON o.id = c.course_id
    JOIN people.person p ON p.id = b.person_id
    LEFT JOIN training.instructor i ON i.id = c.instructor_id
    LEFT JOIN people.person ip ON ip.id = i.person_id
    LEFT JOIN sales.order_line l ON l.booking_id = b.id AND l.amount_minor >= 0
    CROSS JOIN LATERAL (
        SELECT people.age_on(p.birth_date,
            (training.judged_at(now(), c.starts_at, c.ends_at) AT TIME ZONE zone)::date) AS age) AS a
    WHERE b.id = p_booking AND training.sees(b.class_id);
    RETURN found;
END
$$;
REVOKE ALL ON FUNCTION training.card(uuid) FROM PUBLIC;
ALTER FUNCTION training.card(uuid) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.card(uuid) TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor;
COMMENT ON FUNCTION training.card(uuid) IS 'The check-in card in one call; NULL for a booking the login may not see. An instructor gets it without birth date, e-mail and money.';
