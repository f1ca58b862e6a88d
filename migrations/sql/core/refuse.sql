CREATE OR REPLACE FUNCTION core.refuse(p_code text, p_detail jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = p_code, DETAIL = p_detail::text;
END
$$;
REVOKE ALL ON FUNCTION core.refuse(text, jsonb) FROM PUBLIC;
ALTER FUNCTION core.refuse(text, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION core.refuse(text, jsonb) TO mdi_accounts;
COMMENT ON FUNCTION core.refuse(text, jsonb) IS 'The business answer is no: a stable code, and its facts as JSON in the detail.';
