CREATE OR REPLACE FUNCTION core.need_job(VARIADIC p_jobs text[]) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT core.has_any(VARIADIC p_jobs) THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'not_allowed';
    END IF;
END
$$;
REVOKE ALL ON FUNCTION core.need_job(text[]) FROM PUBLIC;
ALTER FUNCTION core.need_job(text[]) OWNER TO mdi_api;
COMMENT ON FUNCTION core.need_job(text[]) IS 'Refuses with 42501 unless the signed-in account has one of the jobs.';
