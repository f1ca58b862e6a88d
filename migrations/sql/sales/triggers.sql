DROP TRIGGER IF EXISTS note_payment ON sales.payment;
CREATE TRIGGER note_payment AFTER INSERT ON sales.payment FOR EACH ROW EXECUTE FUNCTION sales.note_payment();
DROP TRIGGER IF EXISTS note_payment ON sales.order_line;
CREATE TRIGGER note_payment AFTER INSERT ON sales.order_line FOR EACH ROW EXECUTE FUNCTION sales.note_payment();

DROP TRIGGER IF EXISTS audit ON sales.customer_order;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON sales.customer_order FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
DROP TRIGGER IF EXISTS audit ON sales.order_line;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON sales.order_line FOR EACH ROW EXECUTE FUNCTION admin.audit('id');
DROP TRIGGER IF EXISTS audit ON sales.payment;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON sales.payment FOR EACH ROW EXECUTE FUNCTION admin.audit('id');

-- Nothing about money is edited afterwards; corrections are further entries.
DROP TRIGGER IF EXISTS stay ON sales.order_line;
CREATE TRIGGER stay BEFORE UPDATE OR DELETE ON sales.order_line FOR EACH ROW EXECUTE FUNCTION core.stay();
DROP TRIGGER IF EXISTS stay_truncate ON sales.order_line;
CREATE TRIGGER stay_truncate BEFORE TRUNCATE ON sales.order_line FOR EACH STATEMENT EXECUTE FUNCTION core.stay();
DROP TRIGGER IF EXISTS stay ON sales.payment;
CREATE TRIGGER stay BEFORE UPDATE OR DELETE ON sales.payment FOR EACH ROW EXECUTE FUNCTION core.stay();
DROP TRIGGER IF EXISTS stay_truncate ON sales.payment;
CREATE TRIGGER stay_truncate BEFORE TRUNCATE ON sales.payment FOR EACH STATEMENT EXECUTE FUNCTION core.stay();
