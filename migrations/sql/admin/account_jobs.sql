CREATE OR REPLACE FUNCTION admin.account_jobs(p_jobs jsonb) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    jobs text[];
    job text;
BEGIN
    IF jsonb_typeof(p_jobs) IS DISTINCT FROM 'array' OR jsonb_array_length(p_jobs) = 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = 'not_a_job';
    END IF;
    jobs := ARRAY(SELECT DISTINCT j FROM jsonb_array_elements_text(p_jobs) AS j ORDER BY j);
    FOREACH job IN ARRAY jobs LOOP
        PERFORM admin.role_group(job);
    END LOOP;
    RETURN jobs;
END
$$;
REVOKE ALL ON FUNCTION admin.account_jobs(jsonb) FROM PUBLIC;
ALTER FUNCTION admin.account_jobs(jsonb) OWNER TO mdi_api;
COMMENT ON FUNCTION admin.account_jobs(jsonb) IS 'A list of jobs, each of the closed list, each once.';
