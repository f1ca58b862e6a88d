CREATE OR REPLACE FUNCTION admin.audit_partitions(p_ahead integer DEFAULT 24) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    month timestamp;
    part text;
    made integer := 0;
BEGIN
    FOR n IN -1 .. least(greatest(p_ahead, 0), 60) LOOP
        IF n < 0 THEN
            part := 'audit_log_rest';
        ELSE
            month := date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => n);
            part := 'audit_log_' || to_char(month, 'YYYY_MM');
        END IF;
        CONTINUE WHEN to_regclass('admin.' || part) IS NOT NULL;
        BEGIN
            EXECUTE format('CREATE TABLE admin.%I PARTITION OF admin.audit_log %s', part,
                CASE WHEN n < 0 THEN 'DEFAULT'
                     ELSE format('FOR VALUES FROM (%L) TO (%L)', month::text || '+00',
                                 (month + interval '1 month')::text || '+00') END);
        EXCEPTION WHEN check_violation THEN
            CONTINUE;  -- a clock once ran ahead and its rows lie in the rest already; they stay there
        END;
        EXECUTE format('ALTER TABLE admin.%I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('ALTER TABLE admin.%I FORCE ROW LEVEL SECURITY', part);
        EXECUTE format('COMMENT ON TABLE admin.%I IS %L', part, 'A month of the audit log.');
        EXECUTE format('CREATE TRIGGER stay_truncate BEFORE TRUNCATE ON admin.%I FOR EACH STATEMENT EXECUTE FUNCTION core.stay()', part);
        made := made + 1;
    END LOOP;
    RETURN made;
END
$$;
REVOKE ALL ON FUNCTION admin.audit_partitions(integer) FROM PUBLIC;
ALTER FUNCTION admin.audit_partitions(integer) OWNER TO mdi_owner;
GRANT EXECUTE ON FUNCTION admin.audit_partitions(integer) TO mdi_worker;
COMMENT ON FUNCTION admin.audit_partitions(integer) IS 'Makes the audit log''s coming months; run at each upgrade and by the worker.';
