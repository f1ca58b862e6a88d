CREATE OR REPLACE FUNCTION training.day(p_from timestamptz, p_until timestamptz)
RETURNS TABLE (class_id uuid, course_name text, course_slug text, category text, instructor_name text, starts_at timestamptz,
               ends_at timestamptz, location_name text, capacity integer, status text, booked integer, arrived integer,
               waivers_missing integer, unpaid integer, price_minor bigint, currency text, version integer, course_id uuid,
               instructor_id uuid, place_no integer, cancel_reason text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    everything constant boolean := core.has_any('frontdesk', 'manager', 'auditor');
    me constant uuid := training.my_instructor();
    zone constant text := core.zone();
BEGIN
    RETURN QUERY
        SELECT c.id, o.name, o.slug, o.category, p.full_name, c.starts_at, c.ends_at, c.location_name, c.max_capacity, c.status,
               n.booked, n.arrived, n.waivers_missing, n.unpaid, coalesce(c.price_override_minor, o.price_minor), o.currency,
               c.version, c.course_id, c.instructor_id, c.place_no, c.cancel_reason
        FROM training.class c
        JOIN training.course o ON o.id = c.course_id
        LEFT JOIN training.instructor i ON i.id = c.instructor_id
        LEFT JOIN people.person p ON p.id = i.person_id
        CROSS JOIN LATERAL (
            SELECT count(*)::integer AS booked,
                   count(k.id)::integer AS arrived,
                   count(*) FILTER (WHERE k.id IS NULL AND w.state NOT IN ('valid', 'none_needed'))::integer AS waivers_missing,
                   count(*) FILTER (WHERE training.payment_state(l.amount_minor, m.due, b.unpaid_allowed_by) = 'due')::integer
                       AS unpaid
            FROM training.booking b
            LEFT JOIN training.check_in k ON k.booking_id = b.id AND k.voided_at IS NULL
            LEFT JOIN LATERAL waivers.state_of(
                b.person_id, o.waiver_template_id, training.judged_at(now(), c.starts_at, c.ends_at), zone) AS w ON true
            LEFT JOIN sales.order_line l ON l.booking_id = b.id AND l.amount_minor >= 0
            LEFT JOIN LATERAL (SELECT sales.order_due(l.order_id) AS due) AS m ON true
            WHERE b.class_id = c.id AND b.status = 'booked') AS n
        WHERE c.starts_at >= p_from AND c.starts_at < p_until AND (everything OR c.instructor_id = me)
        ORDER BY c.starts_at, c.id;
END
$$;
REVOKE ALL ON FUNCTION training.day(timestamptz, timestamptz) FROM PUBLIC;
ALTER FUNCTION training.day(timestamptz, timestamptz) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.day(timestamptz, timestamptz) TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor;
COMMENT ON FUNCTION training.day(timestamptz, timestamptz) IS 'The classes that start in a span, with their fill; an instructor''s own only.';
