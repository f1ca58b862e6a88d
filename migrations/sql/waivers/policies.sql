SELECT core.shut_policies('waivers');

CREATE POLICY api ON waivers.template TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON waivers.template FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY api ON waivers.template_version TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON waivers.template_version FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY api ON waivers.template_text TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON waivers.template_text FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY api ON waivers.signature TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON waivers.signature FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);
