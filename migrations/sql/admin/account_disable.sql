CREATE OR REPLACE FUNCTION admin.account_disable(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    op record;
    login text;
BEGIN
    PERFORM core.need_job('admin');
    op := core.op_begin(p_op, 'admin.account_disable', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    login := admin.account_target((p_args ->> 'account_id')::uuid);
    IF coalesce(btrim(p_args ->> 'reason'), '') = '' THEN
        PERFORM core.refuse('reason_needed');
    END IF;
    UPDATE admin.account SET is_active = false, disabled_at = now(), disabled_reason = left(p_args ->> 'reason', 500)
    WHERE id = (p_args ->> 'account_id')::uuid;
    PERFORM admin.role_login(login, false);
    UPDATE admin.desk_session SET ended_at = now(), end_reason = 'revoked'
    WHERE account_id = (p_args ->> 'account_id')::uuid AND ended_at IS NULL;
    PERFORM core.session_kill(login);
    RETURN core.op_end(p_op, jsonb_build_object('account_id', p_args ->> 'account_id', 'login', login));
END
$$;
REVOKE ALL ON FUNCTION admin.account_disable(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION admin.account_disable(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION admin.account_disable(uuid, jsonb) TO mdi_admin;
COMMENT ON FUNCTION admin.account_disable(uuid, jsonb) IS 'Closes an account: no sign-in, open sessions read nothing and are ended.';
