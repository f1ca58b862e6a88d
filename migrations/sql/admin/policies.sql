SELECT core.shut_policies('admin');

CREATE POLICY api ON admin.account TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON admin.account FOR SELECT TO mdi_admin USING ((SELECT core.my_account()) IS NOT NULL);

CREATE POLICY api ON admin.desk_session TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON admin.desk_session FOR SELECT TO mdi_admin USING ((SELECT core.my_account()) IS NOT NULL);

CREATE POLICY api ON admin.setting TO mdi_api USING (true);
CREATE POLICY reads ON admin.setting FOR SELECT TO mdi_admin
    USING ((SELECT core.my_account()) IS NOT NULL AND NOT is_sensitive);

CREATE POLICY api ON admin.audit_log FOR INSERT TO mdi_api WITH CHECK (true);
CREATE POLICY reads ON admin.audit_log FOR SELECT TO mdi_auditor, mdi_manager USING ((SELECT core.my_account()) IS NOT NULL);
