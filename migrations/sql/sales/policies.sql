SELECT core.shut_policies('sales');

CREATE POLICY api ON sales.customer_order TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON sales.customer_order FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY api ON sales.order_line TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON sales.order_line FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY api ON sales.payment TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON sales.payment FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);
