DROP TRIGGER IF EXISTS keep_op ON core.operation;
CREATE TRIGGER keep_op BEFORE DELETE ON core.operation FOR EACH ROW EXECUTE FUNCTION core.stay();
DROP TRIGGER IF EXISTS keep_op_truncate ON core.operation;
CREATE TRIGGER keep_op_truncate BEFORE TRUNCATE ON core.operation FOR EACH STATEMENT EXECUTE FUNCTION core.stay();
DROP TRIGGER IF EXISTS only_move ON core.operation;
CREATE TRIGGER only_move BEFORE UPDATE ON core.operation FOR EACH ROW EXECUTE FUNCTION core.only_move('result', 'replays');
