-- The hash leaves performed_by out, so that a colleague can send the very same operation again under an own login.
CREATE OR REPLACE FUNCTION core.op_begin(
    p_op uuid, p_kind text, p_args jsonb, p_uploadable boolean DEFAULT false,
    OUT replay jsonb, OUT actor uuid, OUT at timestamptz, OUT station text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me constant uuid := core.my_account();
    request constant bytea := sha256(convert_to(p_kind || ' ' || (p_args - 'performed_by')::text, 'UTF8'));
    claimed uuid;
    said constant timestamptz := (p_args ->> 'occurred_at')::timestamptz;
    stored record;
BEGIN
    IF me IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'not_allowed';
    END IF;
    -- What is read again behind a lock must be what stands there now. An older snapshot, which the caller may choose,
    -- would count seats, money and rights as they were.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = 'isolation';
    END IF;
    -- now() is when the transaction began: held open, it would stop the clock that times are judged by. A desk that
    -- was only slow begins anew by itself.
    IF clock_timestamp() - now() > interval '30 seconds' THEN
        RAISE EXCEPTION USING ERRCODE = 'serialization_failure', MESSAGE = 'transaction_too_old';
    END IF;
    IF p_op IS NULL OR p_args IS NULL OR jsonb_typeof(p_args) <> 'object' THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = 'operation_malformed';
    END IF;
    IF greatest(length(p_args ->> 'reason'), length(p_args ->> 'override_reason'), length(p_args ->> 'notes')) > 1000 THEN
        PERFORM core.refuse('too_large');
    END IF;
    actor := me;
    IF p_uploadable AND p_args ? 'performed_by' THEN
        claimed := (p_args ->> 'performed_by')::uuid;
        -- Who works where it was done. Rights are always the sender's own; this is a record of who did it.
        SELECT a.id INTO actor FROM admin.account a
        WHERE a.id = claimed AND (a.id = me OR a.jobs && ARRAY['frontdesk', 'manager', 'instructor']);
        IF actor IS NULL THEN
            PERFORM core.refuse('unknown_account');
        END IF;
    END IF;
    station := left(coalesce(p_args ->> 'station', ''), 100);
    -- The station's clock, within bounds: never far ahead of ours, and no longer ago than a station may be without a
    -- server. Beyond that the server's time counts; what the station said is kept beside it.
    at := coalesce(said, now());
    IF at NOT BETWEEN now() - interval '48 hours' AND now() + interval '5 minutes' THEN
        at := now();
    END IF;
    PERFORM set_config('mdi.op', p_op::text, true),
            set_config('mdi.reason', coalesce(p_args ->> 'reason', p_args ->> 'override_reason', ''), true),
            set_config('mdi.station', station, true);

    INSERT INTO core.operation (op_id, kind, performed_by, uploaded_by, station, request_hash, occurred_at)
    VALUES (p_op, p_kind, actor, me, station, request,
            CASE WHEN said BETWEEN now() - interval '400 days' AND at THEN said ELSE at END)
    ON CONFLICT (op_id) DO NOTHING;
    IF FOUND THEN
        -- A colleague's name only for what happened before, at a station where the colleague was signed in then: with
        -- a password that the sender does not have. A desk without a server cannot say goodbye, hence the two days.
        -- The five minutes are for clocks.
        IF actor <> me AND NOT EXISTS (
            SELECT FROM admin.desk_session s JOIN admin.account a ON a.id = s.account_id
            WHERE s.account_id = actor AND s.station = op_begin.station
              AND (a.is_active OR a.disabled_at >= said - interval '5 minutes') AND said < clock_timestamp()
              AND s.created_at <= said + interval '5 minutes'
              AND coalesce(s.ended_at, s.last_activity_at + interval '2 days') >= said - interval '5 minutes')
        THEN
            PERFORM core.refuse('performer_not_there');
        END IF;
        RETURN;
    END IF;

    SELECT o.kind, o.request_hash, o.performed_by, o.uploaded_by, o.login, o.result INTO stored
    FROM core.operation o WHERE o.op_id = p_op;
    IF stored.kind <> p_kind OR stored.request_hash <> request OR stored.performed_by IS DISTINCT FROM actor
       OR NOT (stored.login = session_user::text OR p_uploadable) OR stored.result IS NULL
    THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = 'operation_reused';
    END IF;
    -- A replay writes too, so that its own answer waits until the first commit is safe.
    UPDATE core.operation o SET replays = o.replays + 1 WHERE o.op_id = p_op;
    replay := stored.result || '{"replay": true}';
END
$$;
REVOKE ALL ON FUNCTION core.op_begin(uuid, text, jsonb, boolean) FROM PUBLIC;
ALTER FUNCTION core.op_begin(uuid, text, jsonb, boolean) OWNER TO mdi_api;
COMMENT ON FUNCTION core.op_begin(uuid, text, jsonb, boolean) IS 'Enters an operation once. replay is the kept answer when it was done before; otherwise go on and end with op_end.';
