CREATE OR REPLACE FUNCTION waivers.revoke(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s' SET client_min_messages = 'warning' AS $$
DECLARE
    op record;
    revoked timestamptz;
BEGIN
    PERFORM core.need_job('manager');
    op := core.op_begin(p_op, 'waivers.revoke', p_args);
    IF op.replay IS NOT NULL THEN
        RETURN op.replay;
    END IF;
    IF coalesce(btrim(p_args ->> 'reason'), '') = '' THEN
        PERFORM core.refuse('reason_needed');
    END IF;
    SELECT s.revoked_at INTO revoked FROM waivers.signature s WHERE s.id = (p_args ->> 'signature_id')::uuid FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_signature');
    ELSIF revoked IS NOT NULL THEN
        PERFORM core.refuse('already_revoked', jsonb_build_object('revoked_at', revoked));
    END IF;
    UPDATE waivers.signature SET revoked_at = clock_timestamp(), revoked_by = op.actor, revoke_reason = left(p_args ->> 'reason', 500)
    WHERE id = (p_args ->> 'signature_id')::uuid;
    RETURN core.op_end(p_op, jsonb_build_object('signature_id', p_args ->> 'signature_id'));
END
$$;
REVOKE ALL ON FUNCTION waivers.revoke(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION waivers.revoke(uuid, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION waivers.revoke(uuid, jsonb) TO mdi_manager;
COMMENT ON FUNCTION waivers.revoke(uuid, jsonb) IS 'A signature counts no longer, from now on, with a reason; it stays on record.';
