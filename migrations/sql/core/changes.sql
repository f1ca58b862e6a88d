CREATE OR REPLACE FUNCTION core.changes(p_after xid8)
RETURNS TABLE (seq bigint, entity text, entity_id uuid, op_id uuid, next xid8)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    most constant integer := 2000;
    horizon constant xid8 := pg_snapshot_xmin(pg_current_snapshot());
    jobs text[];
    me uuid;
    sees_all boolean;
    classes uuid[] := '{}';
    teacher uuid;
    found integer := 0;
BEGIN
    SELECT a.id, a.jobs INTO me, jobs FROM admin.account a
    WHERE a.login = session_user::text AND a.is_active AND NOT a.must_change;
    IF me IS NULL THEN
        RETURN;
    END IF;
    IF p_after IS NOT NULL THEN
        sees_all := jobs && ARRAY['frontdesk', 'manager', 'auditor'];
        IF NOT sees_all AND 'instructor' = ANY (jobs) THEN
            teacher := training.my_instructor();
            classes := ARRAY(SELECT training.my_classes());
        END IF;
        RETURN QUERY
            SELECT c.seq, c.entity, c.entity_id, c.op_id, horizon
            FROM core.change c
            WHERE c.xid >= p_after
              AND CASE WHEN c.entity = 'admin.account' THEN 'admin' = ANY (jobs) OR c.entity_id = me
                       WHEN c.entity = 'admin.setting' THEN true
                       ELSE sees_all OR c.class_id = ANY (classes)
                            OR (c.entity = 'training.instructor' AND c.entity_id = teacher) END
            ORDER BY c.seq LIMIT most;
        GET DIAGNOSTICS found = ROW_COUNT;
    END IF;
    IF found = 0 THEN
        RETURN QUERY SELECT NULL::bigint, NULL::text, NULL::uuid, NULL::uuid, horizon;
    ELSIF found = most THEN
        RETURN QUERY SELECT NULL::bigint, '*'::text, NULL::uuid, NULL::uuid, horizon;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION core.changes(xid8) FROM PUBLIC;
ALTER FUNCTION core.changes(xid8) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION core.changes(xid8) TO mdi_staff;
COMMENT ON FUNCTION core.changes(xid8) IS 'What changed since a transaction: ids this login may hear of. Ask again with next; rows may come twice (same seq). Entity * : too many, look at everything again.';
