CREATE OR REPLACE FUNCTION admin.account_create(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    op record;
    jobs text[];
    person uuid;
    account uuid;
    login text;
BEGIN
    PERFORM core.need_job('admin');
    jobs := admin.account_jobs(p_args -> 'jobs');
    op := core.op_begin(p_op, 'admin.account_create', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    IF jsonb_typeof(p_args -> 'person') = 'object' THEN
        INSERT INTO people.person (id, given_name, family_name, full_name, sort_key, email, phone, code, locale, roles)
        VALUES ((p_args #>> '{person,id}')::uuid, p_args #>> '{person,given_name}',
                coalesce(p_args #>> '{person,family_name}', ''), p_args #>> '{person,full_name}',
                p_args #>> '{person,sort_key}', p_args #>> '{person,email}', p_args #>> '{person,phone}',
                p_args #>> '{person,code}', coalesce(p_args #>> '{person,locale}', 'en-US'),
                CASE WHEN jobs && ARRAY['partner', 'partner_owner'] THEN ARRAY['partner'] ELSE ARRAY['staff'] END)
        RETURNING id INTO person;
    ELSE
        SELECT p.id INTO person FROM people.person p WHERE p.id = (p_args ->> 'person_id')::uuid;
        IF NOT FOUND THEN
            PERFORM core.refuse('unknown_person');
        END IF;
    END IF;
    login := admin.role_create(jobs, p_args ->> 'verifier');
    INSERT INTO admin.account (id, person_id, login, jobs)
    VALUES ((p_args ->> 'account_id')::uuid, person, login, jobs)
    RETURNING id INTO account;
    RETURN core.op_end(p_op, jsonb_build_object('account_id', account, 'person_id', person, 'login', login));
END
$$;
REVOKE ALL ON FUNCTION admin.account_create(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION admin.account_create(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION admin.account_create(uuid, jsonb) TO mdi_admin;
COMMENT ON FUNCTION admin.account_create(uuid, jsonb) IS 'A login for a person, with jobs and a first password that must be changed. Never an administrator.';
