CREATE OR REPLACE FUNCTION people.set_birth_date(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    old date;
    new constant date := (p_args ->> 'birth_date')::date;
    bumped integer;
BEGIN
    PERFORM core.need_job('frontdesk', 'manager');
    op := core.op_begin(p_op, 'people.set_birth_date', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    SELECT p.birth_date INTO old FROM people.person p WHERE p.id = (p_args ->> 'person_id')::uuid FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_person');
    ELSIF new IS NULL THEN
        PERFORM core.refuse('birth_date_missing');
    ELSIF new > people.today() THEN
        PERFORM core.refuse('birth_date_future');
    ELSIF old IS NOT NULL AND old <> new THEN
        IF NOT core.has_job('manager') THEN
            PERFORM core.refuse('birth_date_set');
        ELSIF coalesce(btrim(p_args ->> 'reason'), '') = '' THEN
            PERFORM core.refuse('reason_needed');
        END IF;
    END IF;
    UPDATE people.person SET birth_date = new WHERE id = (p_args ->> 'person_id')::uuid RETURNING version INTO bumped;
    RETURN core.op_end(p_op, jsonb_build_object('person_id', p_args ->> 'person_id', 'birth_date', new, 'version', bumped));
END
$$;
REVOKE ALL ON FUNCTION people.set_birth_date(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION people.set_birth_date(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION people.set_birth_date(uuid, jsonb) TO mdi_frontdesk, mdi_manager;
COMMENT ON FUNCTION people.set_birth_date(uuid, jsonb) IS 'Records a birth date; once recorded only a manager replaces it, with a reason.';
