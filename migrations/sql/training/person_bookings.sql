CREATE OR REPLACE FUNCTION training.person_bookings(p_person uuid)
RETURNS TABLE (booking_id uuid, class_id uuid, course_name text, course_slug text, starts_at timestamptz, ends_at timestamptz,
               location_name text, class_status text, booking_status text, seat integer, ticket_code text, attendance text,
               checked_in_at timestamptz, payment_state text, due_minor bigint, currency text, order_id uuid, order_number text,
               waiver_state text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    everything constant boolean := core.has_any('frontdesk', 'manager', 'auditor');
    me constant uuid := training.my_instructor();
    zone constant text := core.zone();
BEGIN
    RETURN QUERY
        SELECT b.id, c.id, o.name, o.slug, c.starts_at, c.ends_at, c.location_name, c.status, b.status, b.seat, b.ticket_code,
               b.attendance, k.occurred_at, training.payment_state(l.amount_minor, m.due, b.unpaid_allowed_by),
               CASE WHEN everything THEN greatest(coalesce(m.due, 0), 0) END, o.currency,
               CASE WHEN everything THEN s.id END, CASE WHEN everything THEN s.number END, w.state
        FROM training.booking b
        JOIN training.class c ON c.id = b.class_id
        JOIN training.course o ON o.id = c.course_id
        LEFT JOIN training.check_in k ON k.booking_id = b.id AND k.voided_at IS NULL
        LEFT JOIN sales.order_line l ON l.booking_id = b.id AND l.amount_minor >= 0
        LEFT JOIN sales.customer_order s ON s.id = l.order_id
        LEFT JOIN LATERAL (SELECT sales.order_due(l.order_id) AS due) AS m ON true
        LEFT JOIN LATERAL waivers.state_of(
            b.person_id, o.waiver_template_id, training.judged_at(now(), c.starts_at, c.ends_at), zone) AS w ON true
        WHERE b.person_id = p_person AND (everything OR c.instructor_id = me)
        ORDER BY c.starts_at DESC, b.id LIMIT 500;
END
$$;
REVOKE ALL ON FUNCTION training.person_bookings(uuid) FROM PUBLIC;
ALTER FUNCTION training.person_bookings(uuid) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.person_bookings(uuid) TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor;
COMMENT ON FUNCTION training.person_bookings(uuid) IS 'A person''s seats, newest first; an instructor sees those in own classes.';
