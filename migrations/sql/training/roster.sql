CREATE OR REPLACE FUNCTION training.roster(p_class uuid)
RETURNS TABLE (booking_id uuid, class_id uuid, person_id uuid, name text, initials text, seat integer, ticket_code text,
               age integer, phone text, waiver_state text, waiver_until timestamptz, due_minor bigint, currency text,
               payment_state text, attendance text, checked_in_at timestamptz, checked_in_by text, checked_in_station text,
               unpaid_allowed boolean, booking_version integer, sort_key text, is_minor boolean, notes text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    zone constant text := core.zone();
    sees_money constant boolean := core.has_any('frontdesk', 'manager', 'auditor');
BEGIN
    IF NOT training.sees(p_class) THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT b.id, b.class_id, p.id, p.full_name, upper(left(p.given_name, 1) || left(p.family_name, 1)), b.seat,
               b.ticket_code, a.age, p.phone, w.state, w.valid_until,
               CASE WHEN sees_money THEN greatest(coalesce(m.due, 0), 0) END, o.currency,
               training.payment_state(l.amount_minor, m.due, b.unpaid_allowed_by),
               b.attendance, k.occurred_at, kp.full_name, k.station,
               b.unpaid_allowed_by IS NOT NULL, b.version, p.sort_key, a.age < 18, b.notes
        FROM training.class c
        JOIN training.course o ON o.id = c.course_id
        JOIN training.booking b ON b.class_id = c.id AND b.status = 'booked'
        JOIN people.person p ON p.id = b.person_id
        CROSS JOIN LATERAL (SELECT training.judged_at(now(), c.starts_at, c.ends_at) AS at) AS j
        CROSS JOIN LATERAL (SELECT people.age_on(p.birth_date, (j.at AT TIME ZONE zone)::date) AS age) AS a
        LEFT JOIN LATERAL waivers.state_of(b.person_id, o.waiver_template_id, j.at, zone) AS w ON true
        LEFT JOIN sales.order_line l ON l.booking_id = b.id AND l.amount_minor >= 0
        LEFT JOIN LATERAL (SELECT sales.order_due(l.order_id) AS due) AS m ON true
        LEFT JOIN training.check_in k ON k.booking_id = b.id AND k.voided_at IS NULL
        LEFT JOIN admin.account ka ON ka.id = k.account_id
        LEFT JOIN people.person kp ON kp.id = ka.person_id
        WHERE c.id = p_class
        ORDER BY p.sort_key, b.id;
END
$$;
REVOKE ALL ON FUNCTION training.roster(uuid) FROM PUBLIC;
ALTER FUNCTION training.roster(uuid) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.roster(uuid) TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor;
COMMENT ON FUNCTION training.roster(uuid) IS 'Who has a seat in a class and how they stand; nothing for a class the login may not see. What is due is for those who take money.';
