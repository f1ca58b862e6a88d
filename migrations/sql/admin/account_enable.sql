CREATE OR REPLACE FUNCTION admin.account_enable(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    op record;
    login text;
BEGIN
    PERFORM core.need_job('admin');
    op := core.op_begin(p_op, 'admin.account_enable', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    login := admin.account_target((p_args ->> 'account_id')::uuid);
    UPDATE admin.account SET is_active = true, disabled_at = NULL, disabled_reason = NULL
    WHERE id = (p_args ->> 'account_id')::uuid;
    PERFORM admin.role_login(login, true);
    RETURN core.op_end(p_op, jsonb_build_object('account_id', p_args ->> 'account_id', 'login', login));
END
$$;
REVOKE ALL ON FUNCTION admin.account_enable(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION admin.account_enable(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION admin.account_enable(uuid, jsonb) TO mdi_admin;
COMMENT ON FUNCTION admin.account_enable(uuid, jsonb) IS 'Opens a disabled account again.';
