CREATE OR REPLACE FUNCTION training.sent_by(p_op uuid, p_account uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
SELECT coalesce((
    SELECT jsonb_build_object('sent_by', p.full_name)
    FROM core.operation o JOIN admin.account a ON a.id = o.uploaded_by JOIN people.person p ON p.id = a.person_id
    WHERE o.op_id = p_op AND o.uploaded_by <> p_account), '{}')
$$;
REVOKE ALL ON FUNCTION training.sent_by(uuid, uuid) FROM PUBLIC;
ALTER FUNCTION training.sent_by(uuid, uuid) OWNER TO mdi_api;
COMMENT ON FUNCTION training.sent_by(uuid, uuid) IS 'Who sent an operation when that was not who did it, as {sent_by: name}; else nothing.';
