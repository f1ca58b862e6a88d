DROP TRIGGER IF EXISTS touch ON admin.account;
CREATE TRIGGER touch BEFORE UPDATE OF person_id, login, jobs, is_active, must_change, password_set_at, disabled_at, disabled_reason
    ON admin.account FOR EACH ROW EXECUTE FUNCTION core.touch();
DROP TRIGGER IF EXISTS touch ON admin.setting;
CREATE TRIGGER touch BEFORE UPDATE ON admin.setting FOR EACH ROW EXECUTE FUNCTION core.touch();

DROP TRIGGER IF EXISTS note_change ON admin.account;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON admin.account
    FOR EACH ROW EXECUTE FUNCTION core.note_change('admin.account', 'id');
DROP TRIGGER IF EXISTS note_change ON admin.desk_session;
CREATE TRIGGER note_change AFTER UPDATE OF ended_at ON admin.desk_session
    FOR EACH ROW EXECUTE FUNCTION core.note_change('admin.account', 'account_id');
DROP TRIGGER IF EXISTS note_change ON admin.setting;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON admin.setting
    FOR EACH ROW EXECUTE FUNCTION core.note_change('admin.setting', 'id');

DROP TRIGGER IF EXISTS audit ON admin.account;
CREATE TRIGGER audit AFTER INSERT OR DELETE
    OR UPDATE OF person_id, login, jobs, is_active, must_change, password_set_at, disabled_at, disabled_reason
    ON admin.account FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
DROP TRIGGER IF EXISTS audit ON admin.desk_session;
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE OF ended_at ON admin.desk_session
    FOR EACH ROW EXECUTE FUNCTION admin.audit('id', 'token_hash');
DROP TRIGGER IF EXISTS audit ON admin.setting;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON admin.setting
    FOR EACH ROW EXECUTE FUNCTION admin.audit('id');

DROP TRIGGER IF EXISTS stay ON admin.audit_log;
CREATE TRIGGER stay BEFORE UPDATE OR DELETE ON admin.audit_log FOR EACH ROW EXECUTE FUNCTION core.stay();
DROP TRIGGER IF EXISTS stay_truncate ON admin.audit_log;
CREATE TRIGGER stay_truncate BEFORE TRUNCATE ON admin.audit_log FOR EACH STATEMENT EXECUTE FUNCTION core.stay();
