CREATE OR REPLACE FUNCTION admin.role_jobs(p_login text, p_jobs text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted text[] := '{}';
    job text;
    grp text;
BEGIN
    PERFORM admin.role_target(p_login);
    FOREACH job IN ARRAY p_jobs LOOP
        wanted := wanted || admin.role_group(job);
    END LOOP;
    FOR grp IN
        SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
        WHERE m.member = p_login::regrole AND g.rolname <> ALL (wanted)
    LOOP
        EXECUTE format('REVOKE %I FROM %I', grp, p_login);
        -- From 16 on a grant is taken back only by who gave it; one given by hand on the server stays, with a warning.
        IF EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = grp::regrole AND m.member = p_login::regrole) THEN
            PERFORM core.refuse('job_given_on_server', jsonb_build_object('login', p_login, 'group', grp));
        END IF;
    END LOOP;
    FOREACH grp IN ARRAY wanted LOOP
        CONTINUE WHEN EXISTS (
            SELECT FROM pg_auth_members m WHERE m.roleid = grp::regrole AND m.member = p_login::regrole);
        IF current_setting('server_version_num')::integer >= 160000 THEN
            EXECUTE format('GRANT %I TO %I WITH INHERIT TRUE, SET FALSE', grp, p_login);
        ELSE
            EXECUTE format('GRANT %I TO %I', grp, p_login);
        END IF;
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION admin.role_jobs(text, text[]) FROM PUBLIC;
ALTER FUNCTION admin.role_jobs(text, text[]) OWNER TO mdi_accounts;
GRANT EXECUTE ON FUNCTION admin.role_jobs(text, text[]) TO mdi_api;
COMMENT ON FUNCTION admin.role_jobs(text, text[]) IS 'Gives a login the groups of its jobs and takes the others away.';
