DROP TRIGGER IF EXISTS keep_version ON waivers.template_version;
CREATE TRIGGER keep_version BEFORE INSERT OR UPDATE OR DELETE ON waivers.template_version
    FOR EACH ROW EXECUTE FUNCTION waivers.keep_version();
DROP TRIGGER IF EXISTS keep_text ON waivers.template_text;
CREATE TRIGGER keep_text BEFORE INSERT OR UPDATE OR DELETE ON waivers.template_text
    FOR EACH ROW EXECUTE FUNCTION waivers.keep_text();
DROP TRIGGER IF EXISTS stay_truncate ON waivers.template_text;
CREATE TRIGGER stay_truncate BEFORE TRUNCATE ON waivers.template_text FOR EACH STATEMENT EXECUTE FUNCTION core.stay();

DROP TRIGGER IF EXISTS only_move ON waivers.signature;
CREATE TRIGGER only_move BEFORE UPDATE ON waivers.signature
    FOR EACH ROW EXECUTE FUNCTION core.only_move('revoked_at', 'revoked_by', 'revoke_reason');
DROP TRIGGER IF EXISTS revoked_once ON waivers.signature;
CREATE TRIGGER revoked_once BEFORE UPDATE ON waivers.signature
    FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION core.stay();
DROP TRIGGER IF EXISTS stay ON waivers.signature;
CREATE TRIGGER stay BEFORE DELETE ON waivers.signature FOR EACH ROW EXECUTE FUNCTION core.stay();
DROP TRIGGER IF EXISTS stay_truncate ON waivers.signature;
CREATE TRIGGER stay_truncate BEFORE TRUNCATE ON waivers.signature FOR EACH STATEMENT EXECUTE FUNCTION core.stay();

DROP TRIGGER IF EXISTS note_change ON waivers.signature;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON waivers.signature
    FOR EACH ROW EXECUTE FUNCTION waivers.note_signature();

DROP TRIGGER IF EXISTS note_change ON waivers.template_version;
CREATE TRIGGER note_change AFTER UPDATE OF status ON waivers.template_version
    FOR EACH ROW EXECUTE FUNCTION core.note_change('waivers.template', 'template_id');

DROP TRIGGER IF EXISTS audit ON waivers.signature;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON waivers.signature
    FOR EACH ROW EXECUTE FUNCTION admin.audit('id', 'ink_path', 'ink_sealed', 'waiver_text', 'evidence', 'user_agent', 'ip_address');
DROP TRIGGER IF EXISTS audit ON waivers.template;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON waivers.template FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
DROP TRIGGER IF EXISTS audit ON waivers.template_version;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON waivers.template_version
    FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
DROP TRIGGER IF EXISTS audit ON waivers.template_text;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON waivers.template_text
    FOR EACH ROW EXECUTE FUNCTION admin.audit('version_id');
