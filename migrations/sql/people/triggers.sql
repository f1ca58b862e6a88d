DROP TRIGGER IF EXISTS touch ON people.person;
CREATE TRIGGER touch BEFORE UPDATE ON people.person FOR EACH ROW EXECUTE FUNCTION core.touch();
DROP TRIGGER IF EXISTS touch ON people.address;
CREATE TRIGGER touch BEFORE UPDATE ON people.address FOR EACH ROW EXECUTE FUNCTION core.touch();

DROP TRIGGER IF EXISTS keep_tokens ON people.person;
CREATE TRIGGER keep_tokens AFTER INSERT OR UPDATE OF full_name, given_name, family_name, email, phone, code
    ON people.person FOR EACH ROW EXECUTE FUNCTION people.keep_tokens();

DROP TRIGGER IF EXISTS note_change ON people.person;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON people.person
    FOR EACH ROW EXECUTE FUNCTION core.note_change('people.person', 'id');
DROP TRIGGER IF EXISTS note_change ON people.address;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON people.address
    FOR EACH ROW EXECUTE FUNCTION core.note_change('people.person', 'person_id');
DROP TRIGGER IF EXISTS note_change ON people.guardianship;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON people.guardianship
    FOR EACH ROW EXECUTE FUNCTION core.note_change('people.person', 'person_id');

DROP TRIGGER IF EXISTS audit ON people.person;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON people.person
    FOR EACH ROW EXECUTE FUNCTION admin.audit('id', 'id_number_sealed', 'id_number_index', 'id_type', 'id_country', 'id_media_url');
DROP TRIGGER IF EXISTS audit ON people.address;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON people.address FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
DROP TRIGGER IF EXISTS audit ON people.guardianship;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON people.guardianship FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
DROP TRIGGER IF EXISTS audit ON people.id_verification;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON people.id_verification FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
