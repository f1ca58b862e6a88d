SELECT core.shut_policies('training');

-- Catalogue, places and instructors: everybody who works with classes.
CREATE POLICY api ON training.place TO mdi_api USING (true);
CREATE POLICY reads ON training.place FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY api ON training.course TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON training.course FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY api ON training.instructor TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON training.instructor FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY writes ON training.instructor FOR UPDATE TO mdi_manager
    USING ((SELECT core.my_account()) IS NOT NULL) WITH CHECK ((SELECT core.my_account()) IS NOT NULL);

-- Classes and what hangs on them: an instructor's own ones.
CREATE POLICY api ON training.class TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON training.class FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY own ON training.class FOR SELECT TO mdi_instructor USING (instructor_id = (SELECT training.my_instructor()));

CREATE POLICY api ON training.booking TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON training.booking FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY own ON training.booking FOR SELECT TO mdi_instructor USING (class_id = ANY (ARRAY(SELECT training.my_classes())));

CREATE POLICY api ON training.check_in TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON training.check_in FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY own ON training.check_in FOR SELECT TO mdi_instructor USING (class_id = ANY (ARRAY(SELECT training.my_classes())));

CREATE POLICY api ON training.attendance_mark TO mdi_api USING (true) WITH CHECK (true);
CREATE POLICY reads ON training.attendance_mark FOR SELECT TO mdi_frontdesk, mdi_manager, mdi_auditor
    USING ((SELECT core.my_account()) IS NOT NULL);
CREATE POLICY own ON training.attendance_mark FOR SELECT TO mdi_instructor
    USING (class_id = ANY (ARRAY(SELECT training.my_classes())));
