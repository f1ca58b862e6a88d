CREATE OR REPLACE FUNCTION admin.first_admin(p jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    login text;
    person uuid;
    grp text;
    v16 constant boolean := current_setting('server_version_num')::integer >= 160000;
    jobs constant text[] := ARRAY(
        SELECT DISTINCT j FROM jsonb_array_elements_text(coalesce(p -> 'jobs', '[]') || '["admin"]') AS j ORDER BY j);
    done boolean := false;
BEGIN
    PERFORM admin.role_verifier(p ->> 'verifier');
    IF jsonb_typeof(p -> 'person') = 'object' THEN
        INSERT INTO people.person (id, given_name, family_name, full_name, sort_key, email, phone, code, locale, roles)
        VALUES ((p #>> '{person,id}')::uuid, p #>> '{person,given_name}', coalesce(p #>> '{person,family_name}', ''),
                p #>> '{person,full_name}', p #>> '{person,sort_key}', p #>> '{person,email}', p #>> '{person,phone}',
                p #>> '{person,code}', coalesce(p #>> '{person,locale}', 'en-US'), ARRAY['staff'])
        RETURNING id INTO person;
    ELSE
        person := (p ->> 'person_id')::uuid;
    END IF;
    FOR attempt IN 1 .. 20 LOOP
        login := admin.role_next();
        BEGIN
            EXECUTE format('CREATE ROLE %I LOGIN INHERIT CONNECTION LIMIT 4 PASSWORD %L', login, p ->> 'verifier');
            done := true;
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN NULL;
            WHEN OTHERS THEN
                RAISE EXCEPTION USING ERRCODE = SQLSTATE, MESSAGE = 'account_not_made';
        END;
        EXIT WHEN done;
    END LOOP;
    IF NOT done THEN
        RAISE EXCEPTION USING ERRCODE = 'lock_not_available', MESSAGE = 'account_not_made';
    END IF;
    FOREACH grp IN ARRAY jobs LOOP
        grp := CASE grp WHEN 'admin' THEN 'mdi_admin' ELSE admin.role_group(grp) END;
        EXECUTE format('GRANT %I TO %I%s', grp, login, CASE WHEN v16 THEN ' WITH INHERIT TRUE, SET FALSE' ELSE '' END);
    END LOOP;
    IF v16 THEN  -- so that admin.password_change works for this login too
        EXECUTE format('GRANT %I TO mdi_accounts WITH ADMIN TRUE, INHERIT FALSE, SET FALSE', login);
    END IF;
    INSERT INTO admin.account (id, person_id, login, jobs, must_change)
    VALUES ((p ->> 'account_id')::uuid, person, login, jobs, coalesce((p ->> 'must_change')::boolean, true));
    RETURN jsonb_build_object('account_id', p ->> 'account_id', 'person_id', person, 'login', login);
END
$$;
REVOKE ALL ON FUNCTION admin.first_admin(jsonb) FROM PUBLIC;
ALTER FUNCTION admin.first_admin(jsonb) OWNER TO mdi_owner;
COMMENT ON FUNCTION admin.first_admin(jsonb) IS 'Makes an administrator. Works for the superuser on the server''s own host only: it runs with the caller''s rights.';
