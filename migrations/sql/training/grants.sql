SELECT core.shut_grants('training');

GRANT USAGE ON SCHEMA training TO mdi_staff, mdi_api;

GRANT SELECT ON training.place TO mdi_api;
GRANT SELECT, INSERT, UPDATE ON training.course TO mdi_api;
GRANT SELECT, INSERT, UPDATE ON training.instructor TO mdi_api;
GRANT SELECT, INSERT, UPDATE ON training.class TO mdi_api;
GRANT SELECT, INSERT,
      UPDATE (status, attendance, unpaid_allowed_by, unpaid_allowed_reason, cancelled_at, cancelled_by, cancel_reason)
    ON training.booking TO mdi_api;
GRANT SELECT, INSERT, UPDATE (voided_at, voided_by, void_reason) ON training.check_in TO mdi_api;
GRANT SELECT, INSERT ON training.attendance_mark TO mdi_api;

GRANT SELECT ON training.place, training.course, training.instructor, training.class, training.booking,
                training.attendance_mark
    TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor;
GRANT SELECT ON training.check_in TO mdi_frontdesk, mdi_manager, mdi_auditor;
-- Without the gate's facts: they tell what is owed.
GRANT SELECT (id, booking_id, class_id, attendance, occurred_at, recorded_at, account_id, station, override_reason, op_id,
              voided_at, voided_by, void_reason)
    ON training.check_in TO mdi_instructor;
GRANT UPDATE (bio, title, photo_url, credentials, specialties) ON training.instructor TO mdi_manager;
