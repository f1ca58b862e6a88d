-- Without a pinned path, so that it can be inlined; everything in it is named in full.
CREATE OR REPLACE FUNCTION sales.order_due(p_order uuid) RETURNS bigint
LANGUAGE sql STABLE AS $$
SELECT coalesce((SELECT pg_catalog.sum(l.amount_minor) FROM sales.order_line l WHERE l.order_id = p_order), 0)::pg_catalog.int8
     - coalesce((SELECT pg_catalog.sum(y.amount_minor) FROM sales.payment y WHERE y.order_id = p_order), 0)::pg_catalog.int8
$$;
REVOKE ALL ON FUNCTION sales.order_due(uuid) FROM PUBLIC;
ALTER FUNCTION sales.order_due(uuid) OWNER TO mdi_api;
COMMENT ON FUNCTION sales.order_due(uuid) IS 'What is still to be paid of an order, in minor units; below zero when too much was paid.';
