-- What PostgreSQL keeps per database and does not copy with it: run in every upgrade, and after cloning a database.

DO $database$
DECLARE
    other text;
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO mdi_any, mdi_worker, mdi_backup, mdi_web', current_database());
    -- By default every login may connect to these two and make temporary tables there.
    FOREACH other IN ARRAY ARRAY['postgres', 'template1'] LOOP
        IF EXISTS (
            SELECT FROM pg_database d WHERE d.datname = other AND d.datname <> current_database()
              AND (has_database_privilege('mdi_any', d.oid, 'CONNECT') OR has_database_privilege('mdi_any', d.oid, 'TEMP')))
        THEN
            EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', other);
        END IF;
    END LOOP;
    -- Names, verifiers and signatures stay out of the server's log: no statements, no parameters, no failing rows.
    EXECUTE format('ALTER DATABASE %I SET log_statement = %L', current_database(), 'none');
    EXECUTE format('ALTER DATABASE %I SET log_min_error_statement = %L', current_database(), 'panic');
    EXECUTE format('ALTER DATABASE %I SET log_parameter_max_length_on_error = 0', current_database());
    EXECUTE format('ALTER DATABASE %I SET log_error_verbosity = %L', current_database(), 'terse');
    EXECUTE format('ALTER DATABASE %I SET log_min_duration_statement = -1', current_database());
    EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
    -- A question of one login cannot fill the disk; whoever upgrades and builds indexes may take more.
    EXECUTE format('ALTER DATABASE %I SET temp_file_limit = %L', current_database(), '256MB');
    EXECUTE format('ALTER ROLE %I IN DATABASE %I SET temp_file_limit = -1', current_user, current_database());
END
$database$;
