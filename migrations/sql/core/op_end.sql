CREATE OR REPLACE FUNCTION core.op_end(p_op uuid, p_result jsonb) RETURNS jsonb
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
UPDATE core.operation SET result = p_result WHERE op_id = p_op AND result IS NULL RETURNING result
$$;
REVOKE ALL ON FUNCTION core.op_end(uuid, jsonb) FROM PUBLIC;
ALTER FUNCTION core.op_end(uuid, jsonb) OWNER TO mdi_api;
COMMENT ON FUNCTION core.op_end(uuid, jsonb) IS 'Keeps an operation''s answer and hands it back.';
