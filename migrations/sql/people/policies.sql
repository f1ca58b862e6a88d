-- "Is anybody active signed in" is asked once a statement, not once a row, and hides everything from a disabled login.
SELECT core.shut_policies('people');

CREATE POLICY api ON people.person TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON people.person FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY writes ON people.person FOR UPDATE TO mdi_frontdesk, mdi_manager
    USING ((SELECT core.my_account()) IS NOT NULL) WITH CHECK ((SELECT core.my_account()) IS NOT NULL);

CREATE POLICY api ON people.search_token TO mdi_api USING (true) WITH CHECK (true);

CREATE POLICY api ON people.address TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON people.address FOR SELECT TO mdi_auditor USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY writes ON people.address TO mdi_frontdesk, mdi_manager
    USING ((SELECT core.my_account()) IS NOT NULL) WITH CHECK ((SELECT core.my_account()) IS NOT NULL);

CREATE POLICY api ON people.guardianship TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON people.guardianship FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);

CREATE POLICY api ON people.id_verification TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON people.id_verification FOR SELECT TO mdi_frontdesk, mdi_manager
    USING ((SELECT core.my_account()) IS NOT NULL);
