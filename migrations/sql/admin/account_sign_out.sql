CREATE OR REPLACE FUNCTION admin.account_sign_out(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    op record;
    login text;
    ended integer;
BEGIN
    PERFORM core.need_job('admin');
    op := core.op_begin(p_op, 'admin.account_sign_out', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    login := admin.account_target((p_args ->> 'account_id')::uuid);
    UPDATE admin.desk_session SET ended_at = now(), end_reason = 'revoked'
    WHERE account_id = (p_args ->> 'account_id')::uuid AND ended_at IS NULL;
    ended := core.session_kill(login);
    RETURN core.op_end(p_op, jsonb_build_object('account_id', p_args ->> 'account_id', 'login', login, 'connections', ended));
END
$$;
REVOKE ALL ON FUNCTION admin.account_sign_out(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION admin.account_sign_out(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION admin.account_sign_out(uuid, jsonb) TO mdi_admin;
COMMENT ON FUNCTION admin.account_sign_out(uuid, jsonb) IS 'Ends an account''s sessions everywhere; the person may sign in again.';
