DROP TRIGGER IF EXISTS touch ON training.course;
CREATE TRIGGER touch BEFORE UPDATE ON training.course FOR EACH ROW EXECUTE FUNCTION core.touch();
DROP TRIGGER IF EXISTS touch ON training.instructor;
CREATE TRIGGER touch BEFORE UPDATE ON training.instructor FOR EACH ROW EXECUTE FUNCTION core.touch();
DROP TRIGGER IF EXISTS touch ON training.class;
CREATE TRIGGER touch BEFORE UPDATE ON training.class FOR EACH ROW EXECUTE FUNCTION core.touch();
DROP TRIGGER IF EXISTS touch ON training.booking;
CREATE TRIGGER touch BEFORE UPDATE ON training.booking FOR EACH ROW EXECUTE FUNCTION core.touch();

DROP TRIGGER IF EXISTS keep_class ON training.class;
CREATE TRIGGER keep_class BEFORE INSERT OR UPDATE ON training.class FOR EACH ROW EXECUTE FUNCTION training.keep_class();
DROP TRIGGER IF EXISTS keep_booking ON training.booking;
CREATE TRIGGER keep_booking BEFORE UPDATE ON training.booking FOR EACH ROW EXECUTE FUNCTION training.keep_booking();
DROP TRIGGER IF EXISTS stay ON training.booking;
CREATE TRIGGER stay BEFORE DELETE ON training.booking FOR EACH ROW EXECUTE FUNCTION core.stay();

DROP TRIGGER IF EXISTS only_move ON training.check_in;
CREATE TRIGGER only_move BEFORE UPDATE ON training.check_in
    FOR EACH ROW EXECUTE FUNCTION core.only_move('voided_at', 'voided_by', 'void_reason');
DROP TRIGGER IF EXISTS voided_once ON training.check_in;
CREATE TRIGGER voided_once BEFORE UPDATE ON training.check_in
    FOR EACH ROW WHEN (OLD.voided_at IS NOT NULL) EXECUTE FUNCTION core.stay();
DROP TRIGGER IF EXISTS stay ON training.check_in;
CREATE TRIGGER stay BEFORE DELETE ON training.check_in FOR EACH ROW EXECUTE FUNCTION core.stay();
DROP TRIGGER IF EXISTS stay_truncate ON training.check_in;
CREATE TRIGGER stay_truncate BEFORE TRUNCATE ON training.check_in FOR EACH STATEMENT EXECUTE FUNCTION core.stay();
DROP TRIGGER IF EXISTS stay ON training.attendance_mark;
CREATE TRIGGER stay BEFORE UPDATE OR DELETE ON training.attendance_mark FOR EACH ROW EXECUTE FUNCTION core.stay();
DROP TRIGGER IF EXISTS stay_truncate ON training.attendance_mark;
CREATE TRIGGER stay_truncate BEFORE TRUNCATE ON training.attendance_mark FOR EACH STATEMENT EXECUTE FUNCTION core.stay();

-- A check-in, an undo and a mark all change their booking's row: its trigger tells of them.
DROP TRIGGER IF EXISTS note_change ON training.booking;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON training.booking
    FOR EACH ROW EXECUTE FUNCTION core.note_change('training.booking', 'id', 'class_id');
DROP TRIGGER IF EXISTS note_change ON training.class;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON training.class
    FOR EACH ROW EXECUTE FUNCTION core.note_change('training.class', 'id', 'id');
DROP TRIGGER IF EXISTS note_instructor ON training.class;
CREATE TRIGGER note_instructor AFTER UPDATE ON training.class
    FOR EACH ROW WHEN (OLD.instructor_id IS DISTINCT FROM NEW.instructor_id) EXECUTE FUNCTION training.note_instructor();
DROP TRIGGER IF EXISTS note_change ON training.course;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON training.course
    FOR EACH ROW EXECUTE FUNCTION core.note_change('training.course', 'id');
DROP TRIGGER IF EXISTS note_change ON training.instructor;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON training.instructor
    FOR EACH ROW EXECUTE FUNCTION core.note_change('training.instructor', 'id');

DROP TRIGGER IF EXISTS audit ON training.place;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON training.place FOR EACH ROW EXECUTE FUNCTION admin.audit('');
DROP TRIGGER IF EXISTS audit ON training.course;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON training.course FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
DROP TRIGGER IF EXISTS audit ON training.instructor;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON training.instructor FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
DROP TRIGGER IF EXISTS audit ON training.class;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON training.class FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
DROP TRIGGER IF EXISTS audit ON training.booking;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON training.booking FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
DROP TRIGGER IF EXISTS audit ON training.check_in;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON training.check_in FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
DROP TRIGGER IF EXISTS audit ON training.attendance_mark;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON training.attendance_mark FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
