CREATE OR REPLACE FUNCTION sales.find_order(p_number text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
SELECT jsonb_build_object('order_id', o.id, 'number', o.number, 'person_id', o.person_id, 'currency', o.currency,
    'due_minor', sales.order_due(o.id),
    'booking_ids', coalesce((
        SELECT jsonb_agg(DISTINCT l.booking_id) FROM sales.order_line l
        WHERE l.order_id = o.id AND l.booking_id IS NOT NULL), '[]'))
FROM sales.customer_order o
WHERE o.number = upper(btrim(p_number)) AND core.has_any('frontdesk', 'manager', 'auditor')
$$;
REVOKE ALL ON FUNCTION sales.find_order(text) FROM PUBLIC;
ALTER FUNCTION sales.find_order(text) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION sales.find_order(text) TO mdi_frontdesk, mdi_manager, mdi_auditor;
COMMENT ON FUNCTION sales.find_order(text) IS 'The order with a number, with its seats; NULL when there is none.';
