-- Run as mdi_owner (SET ROLE).

-- now() is when the transaction began, and whoever began it may hold it open; these say when the row was written.
ALTER TABLE core.operation ALTER COLUMN recorded_at SET DEFAULT clock_timestamp();
ALTER TABLE admin.audit_log ALTER COLUMN at SET DEFAULT clock_timestamp(),
                            ALTER COLUMN created_at SET DEFAULT clock_timestamp();
ALTER TABLE waivers.signature ALTER COLUMN recorded_at SET DEFAULT clock_timestamp(),
                              ALTER COLUMN created_at SET DEFAULT clock_timestamp();
ALTER TABLE training.booking ALTER COLUMN booked_at SET DEFAULT clock_timestamp();
ALTER TABLE training.check_in ALTER COLUMN recorded_at SET DEFAULT clock_timestamp();
ALTER TABLE training.attendance_mark ALTER COLUMN recorded_at SET DEFAULT clock_timestamp();
ALTER TABLE sales.customer_order ALTER COLUMN ordered_at SET DEFAULT clock_timestamp();
ALTER TABLE sales.payment ALTER COLUMN taken_at SET DEFAULT clock_timestamp();

-- A signature without ink is none. Not valid for what was stored before; every new row is checked. (NaN and infinity
-- count as larger than any number.)
ALTER TABLE waivers.signature ADD CONSTRAINT ck_signature_ink CHECK (
    length(ink_path) BETWEEN 1 AND 2000000 AND length(ink_sealed) BETWEEN 1 AND 2000000 AND ink_sha256 <> ''
    AND ink_samples BETWEEN 1 AND 1000000 AND ink_width > 0 AND ink_width <= 100000
    AND ink_height > 0 AND ink_height <= 100000) NOT VALID;
