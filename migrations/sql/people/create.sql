CREATE OR REPLACE FUNCTION people.create(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    op record;
    person uuid;
BEGIN
    PERFORM core.need_job('frontdesk', 'manager');
    op := core.op_begin(p_op, 'people.create', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    IF (p_args ->> 'birth_date')::date > people.today() THEN
        PERFORM core.refuse('birth_date_future');
    END IF;
    INSERT INTO people.person (id, given_name, family_name, full_name, sort_key, birth_date, email, phone, code, locale,
                               roles, notes)
    VALUES ((p_args ->> 'id')::uuid, p_args ->> 'given_name', coalesce(p_args ->> 'family_name', ''), p_args ->> 'full_name',
            p_args ->> 'sort_key', (p_args ->> 'birth_date')::date, p_args ->> 'email', p_args ->> 'phone',
            p_args ->> 'code', coalesce(p_args ->> 'locale', 'en-US'),
            ARRAY(SELECT r FROM jsonb_array_elements_text(coalesce(nullif(p_args -> 'roles', 'null'), '["customer"]')) AS r
                  WHERE r IN ('customer', 'guardian', 'guest')),
            p_args ->> 'notes')
    RETURNING id INTO person;
    IF jsonb_typeof(p_args -> 'guardian') = 'object' THEN
        PERFORM people.link_guardian(person, (p_args #>> '{guardian,guardian_id}')::uuid,
                                     p_args #>> '{guardian,relationship}', op.actor);
    END IF;
    RETURN core.op_end(p_op, jsonb_build_object('person_id', person, 'version', 1));
END
$$;
REVOKE ALL ON FUNCTION people.create(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION people.create(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION people.create(uuid, jsonb) TO mdi_frontdesk, mdi_manager;
COMMENT ON FUNCTION people.create(uuid, jsonb) IS 'A new person, with a guardian if one is given.';
