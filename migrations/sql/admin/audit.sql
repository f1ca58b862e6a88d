-- First argument: the column with the row's id; the others: columns whose values must never show.
CREATE OR REPLACE FUNCTION admin.audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    secrets text[] := TG_ARGV[1:];
    -- An operation is taken from the transaction's setting only when this login really entered it: anybody can set
    -- a setting.
    op constant uuid := (
        SELECT o.op_id FROM core.operation o
        WHERE o.op_id = nullif(current_setting('mdi.op', true), '')::uuid AND o.login = session_user::text);
    whole constant jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
    before jsonb;
    after jsonb;
    secret text;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        before := to_jsonb(OLD);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        after := to_jsonb(NEW);
    END IF;
    IF TG_OP = 'UPDATE' THEN
        before := (SELECT jsonb_object_agg(b.key, b.value) FROM jsonb_each(before) AS b
                   WHERE b.value IS DISTINCT FROM after -> b.key);
        IF before IS NULL OR before - ARRAY['version', 'updated_at'] = '{}' THEN
            RETURN NULL;
        END IF;
        after := (SELECT jsonb_object_agg(b.key, after -> b.key) FROM jsonb_object_keys(before) AS b (key));
    END IF;
    IF whole ->> 'is_sensitive' = 'true' THEN
        secrets := secrets || 'value'::text;
    END IF;
    FOREACH secret IN ARRAY secrets LOOP
        IF before ->> secret IS NOT NULL THEN
            before := jsonb_set(before, ARRAY[secret], '"(secret)"');
        END IF;
        IF after ->> secret IS NOT NULL THEN
            after := jsonb_set(after, ARRAY[secret], '"(secret)"');
        END IF;
    END LOOP;
    INSERT INTO admin.audit_log (actor_person_id, actor_type, action, resource_type, resource_id, old_values, new_values,
                                 reason, metadata, op_id)
    SELECT a.person_id, CASE WHEN a.id IS NULL THEN 'system' ELSE 'user' END, lower(TG_OP),
           TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME,
           (whole ->> nullif(TG_ARGV[0], ''))::uuid,
           before, after,
           nullif(left(current_setting('mdi.reason', true), 1000), ''),
           CASE WHEN nullif(current_setting('mdi.station', true), '') IS NOT NULL
                THEN jsonb_build_object('station', left(current_setting('mdi.station', true), 100)) END,
           op
    FROM (SELECT) AS one LEFT JOIN admin.account a ON a.login = session_user::text;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION admin.audit() FROM PUBLIC;
ALTER FUNCTION admin.audit() OWNER TO mdi_api;
COMMENT ON FUNCTION admin.audit() IS 'Trigger: who changed what, when and why, old beside new, secrets masked.';
