CREATE OR REPLACE FUNCTION training.needs(p_from timestamptz, p_until timestamptz)
RETURNS TABLE (kind text, booking_id uuid, class_id uuid, person_id uuid, name text, starts_at timestamptz, detail jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    everything constant boolean := core.has_any('frontdesk', 'manager', 'auditor');
    me constant uuid := training.my_instructor();
    zone constant text := core.zone();
BEGIN
    RETURN QUERY
        SELECT x.kind, b.id, c.id, p.id, p.full_name, c.starts_at,
               x.detail || jsonb_build_object('course', o.name)
        FROM training.class c
        JOIN training.course o ON o.id = c.course_id
        JOIN training.booking b ON b.class_id = c.id AND b.status = 'booked'
        JOIN people.person p ON p.id = b.person_id
        LEFT JOIN LATERAL waivers.state_of(
            b.person_id, o.waiver_template_id, training.judged_at(now(), c.starts_at, c.ends_at), zone) AS w ON true
        LEFT JOIN sales.order_line l ON l.booking_id = b.id AND l.amount_minor >= 0
        LEFT JOIN LATERAL (SELECT sales.order_due(l.order_id) AS due) AS m ON true
        CROSS JOIN LATERAL (
            SELECT 'birth_date' AS kind, '{}'::jsonb AS detail WHERE p.birth_date IS NULL
            UNION ALL
            SELECT CASE WHEN w.state = 'needs_guardian' AND NOT EXISTS (
                            SELECT FROM people.guardianship g WHERE g.person_id = p.id AND g.ended_at IS NULL)
                        THEN 'guardian' ELSE 'waiver' END,
                   jsonb_build_object('state', w.state, 'valid_until', w.valid_until)
            WHERE p.birth_date IS NOT NULL AND w.state NOT IN ('valid', 'none_needed')
            UNION ALL
            SELECT 'payment', CASE WHEN everything THEN jsonb_build_object(
                'due_minor', m.due, 'currency', o.currency, 'order_id', l.order_id) ELSE '{}' END
            WHERE training.payment_state(l.amount_minor, m.due, b.unpaid_allowed_by) = 'due') AS x
        WHERE c.starts_at >= p_from AND c.starts_at < p_until AND c.status = 'scheduled'
          AND (everything OR c.instructor_id = me)
          AND NOT EXISTS (SELECT FROM training.check_in k WHERE k.booking_id = b.id AND k.voided_at IS NULL)
        ORDER BY c.starts_at, p.sort_key, b.id, x.kind;
END
$$;
REVOKE ALL ON FUNCTION training.needs(timestamptz, timestamptz) FROM PUBLIC;
ALTER FUNCTION training.needs(timestamptz, timestamptz) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.needs(timestamptz, timestamptz) TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor;
COMMENT ON FUNCTION training.needs(timestamptz, timestamptz) IS 'Who still misses a waiver, a guardian, a birth date or a payment before a class.';
