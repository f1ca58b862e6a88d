CREATE OR REPLACE FUNCTION admin.role_create(p_jobs text[], p_verifier text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    login text;
    done boolean := false;
BEGIN
    PERFORM admin.role_verifier(p_verifier);
    IF current_setting('server_version_num')::integer >= 160000 THEN
        PERFORM set_config('createrole_self_grant', '', true);  -- whatever the caller had set
    END IF;
    -- Another database of the cluster may take the same number at the same moment.
    FOR attempt IN 1 .. 20 LOOP
        login := admin.role_next();
        BEGIN
            EXECUTE format('CREATE ROLE %I LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS '
                           'CONNECTION LIMIT 4 PASSWORD %L', login, p_verifier);
            done := true;
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN NULL;
            WHEN OTHERS THEN  -- the message and its context could repeat the verifier
                RAISE EXCEPTION USING ERRCODE = SQLSTATE, MESSAGE = 'account_not_made';
        END;
        EXIT WHEN done;
    END LOOP;
    IF NOT done THEN
        RAISE EXCEPTION USING ERRCODE = 'lock_not_available', MESSAGE = 'account_not_made';
    END IF;
    PERFORM admin.role_jobs(login, p_jobs);
    RETURN login;
END
$$;
REVOKE ALL ON FUNCTION admin.role_create(text[], text) FROM PUBLIC;
ALTER FUNCTION admin.role_create(text[], text) OWNER TO mdi_accounts;
GRANT EXECUTE ON FUNCTION admin.role_create(text[], text) TO mdi_api;
COMMENT ON FUNCTION admin.role_create(text[], text) IS 'Makes a login with a verifier, never a password, and jobs of the closed list.';
