SELECT core.shut_policies('core');

CREATE POLICY api ON core.operation TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY auditor ON core.operation FOR SELECT TO mdi_auditor USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY api ON core.change TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY api ON core.public_key TO mdi_api USING (true);
CREATE POLICY api ON core.alembic_version TO mdi_api USING (true);
