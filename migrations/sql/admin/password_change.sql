-- Its own bookkeeping instead of core.op_begin: this is the one thing a login may do that must still change its password.
CREATE OR REPLACE FUNCTION admin.password_change(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    request constant bytea := sha256(convert_to('admin.password_change ' || (p_args ->> 'verifier'), 'UTF8'));
    mine record;
    stored record;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = 'isolation';
    END IF;
    SELECT a.id INTO mine FROM admin.account a WHERE a.login = session_user::text AND a.is_active FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'not_allowed';
    END IF;
    IF p_op IS NULL OR p_args ->> 'verifier' IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = 'operation_malformed';
    END IF;
    INSERT INTO core.operation (op_id, kind, performed_by, uploaded_by, request_hash, result)
    VALUES (p_op, 'admin.password_change', mine.id, mine.id, request, '{"changed": true}')
    ON CONFLICT (op_id) DO NOTHING;
    IF NOT FOUND THEN
        SELECT o.login, o.request_hash, o.result INTO stored FROM core.operation o WHERE o.op_id = p_op;
        IF stored.login <> session_user::text OR stored.request_hash <> request THEN
            RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = 'operation_reused';
        END IF;
        UPDATE core.operation o SET replays = o.replays + 1 WHERE o.op_id = p_op;
        RETURN stored.result || '{"replay": true}';
    END IF;
    PERFORM set_config('mdi.op', p_op::text, true);
    PERFORM admin.role_password(session_user::text, p_args ->> 'verifier');
    UPDATE admin.account SET must_change = false, password_set_at = now() WHERE id = mine.id;
    RETURN '{"changed": true}'::jsonb;
END
$$;
REVOKE ALL ON FUNCTION admin.password_change(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION admin.password_change(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION admin.password_change(uuid, jsonb) TO mdi_any;
COMMENT ON FUNCTION admin.password_change(uuid, jsonb) IS 'One''s own new password, as a verifier; opens an account that had to change it.';
