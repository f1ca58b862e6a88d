-- Locks in this order everywhere: booking, class, signature.
CREATE OR REPLACE FUNCTION training.check_in(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    b record;
    gate jsonb;
    verdict jsonb;
    override text := nullif(btrim(p_args ->> 'override_reason'), '');
    v_attendance constant text := coalesce(p_args ->> 'attendance', 'present');
    signature uuid;
    entered timestamptz;
BEGIN
    PERFORM core.need_job('frontdesk', 'manager', 'instructor');
    op := core.op_begin(p_op, 'training.check_in', p_args, true);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    IF v_attendance NOT IN ('present', 'late') THEN
        PERFORM core.refuse('attendance_unknown');
    END IF;
    SELECT k.id, k.class_id, k.person_id, k.booked_at, p.full_name AS name INTO b
    FROM training.booking k JOIN people.person p ON p.id = k.person_id
    WHERE k.id = (p_args ->> 'booking_id')::uuid AND training.sees(k.class_id)
    FOR UPDATE OF k;
    IF NOT FOUND THEN  -- unknown, or somebody else's: one answer
        PERFORM core.refuse('unknown_booking');
    END IF;
    verdict := jsonb_build_object('booking_id', b.id, 'class_id', b.class_id, 'name', b.name);

    IF EXISTS (SELECT FROM training.check_in k WHERE k.booking_id = b.id AND k.voided_at IS NULL) THEN
        RETURN core.op_end(p_op, verdict || training.check_in_facts(b.id) || '{"result": "already"}');
    END IF;

    -- What the gate is about to read stays as it is: a class being cancelled or a waiver being revoked at this moment
    -- is waited for, and then refuses.
    PERFORM FROM training.class c WHERE c.id = b.class_id FOR SHARE;
    PERFORM FROM waivers.signature s WHERE s.person_id = b.person_id AND s.revoked_at IS NULL FOR SHARE;
    -- Nobody came in before they had a seat: such a time is none, and the server's counts. (Five minutes are for clocks.)
    entered := CASE WHEN op.at < b.booked_at - interval '5 minutes' THEN now() ELSE op.at END;
    gate := training.gate_of(b.id, entered);
    signature := (jsonb_path_query_first(gate, '$.checks[*] ? (@.check == "waiver").detail.signature_id') #>> '{}')::uuid;

    IF NOT (gate ->> 'ok')::boolean AND (
        override IS NULL OR NOT core.has_job('manager')
        OR jsonb_path_exists(gate, '$.checks[*] ? (@.ok == false && @.overridable == false)'))
    THEN
        RETURN core.op_end(p_op, verdict || jsonb_build_object('result', 'refused', 'gate', gate));
    END IF;
    IF (gate ->> 'ok')::boolean THEN
        override := NULL;
    END IF;

    INSERT INTO training.check_in (id, booking_id, class_id, attendance, waiver_signature_id, occurred_at, account_id, station,
                                   gate, override_reason, op_id)
    VALUES (gen_random_uuid(), b.id, b.class_id, v_attendance, signature, entered, op.actor, op.station, gate, override, p_op);
    UPDATE training.booking k SET attendance = v_attendance WHERE k.id = b.id;
    RETURN core.op_end(p_op, verdict || training.check_in_facts(b.id)
        || jsonb_build_object('result', 'checked_in') || CASE WHEN override IS NULL THEN '{}' ELSE jsonb_build_object('gate', gate) END);
END
$$;
REVOKE ALL ON FUNCTION training.check_in(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION training.check_in(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.check_in(uuid, jsonb) TO mdi_frontdesk, mdi_manager, mdi_instructor;
COMMENT ON FUNCTION training.check_in(uuid, jsonb) IS 'Admits a booking once: checked_in, already (who, where, when) or refused (the gate). A manager overrides with a reason what may be overridden.';
