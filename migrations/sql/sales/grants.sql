SELECT core.shut_grants('sales');

GRANT USAGE ON SCHEMA sales TO mdi_staff, mdi_api;

-- UPDATE (op_id) is never used: PostgreSQL wants some UPDATE right for the row lock that sales.pay takes.
GRANT SELECT, INSERT, UPDATE (op_id) ON sales.customer_order TO mdi_api;
GRANT SELECT, INSERT ON sales.order_line, sales.payment TO mdi_api;
GRANT USAGE ON SEQUENCE sales.order_no TO mdi_api;

GRANT SELECT ON sales.customer_order, sales.order_line, sales.payment TO mdi_frontdesk, mdi_manager, mdi_auditor;
