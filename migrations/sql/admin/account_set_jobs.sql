CREATE OR REPLACE FUNCTION admin.account_set_jobs(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    op record;
    v_jobs text[];
    login text;
    bumped integer;
BEGIN
    PERFORM core.need_job('admin');
    v_jobs := admin.account_jobs(p_args -> 'jobs');
    op := core.op_begin(p_op, 'admin.account_set_jobs', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    login := admin.account_target((p_args ->> 'account_id')::uuid);
    UPDATE admin.account a SET jobs = v_jobs
    WHERE a.id = (p_args ->> 'account_id')::uuid RETURNING a.version INTO bumped;
    PERFORM admin.role_jobs(login, v_jobs);
    RETURN core.op_end(p_op, jsonb_build_object('account_id', p_args ->> 'account_id', 'jobs', to_jsonb(v_jobs), 'version', bumped));
END
$$;
REVOKE ALL ON FUNCTION admin.account_set_jobs(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION admin.account_set_jobs(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION admin.account_set_jobs(uuid, jsonb) TO mdi_admin;
COMMENT ON FUNCTION admin.account_set_jobs(uuid, jsonb) IS 'What an account''s person works as; takes effect at once, in open sessions too.';
