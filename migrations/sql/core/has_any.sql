CREATE OR REPLACE FUNCTION core.has_any(VARIADIC p_jobs text[]) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
SELECT EXISTS (
    SELECT FROM admin.account a
    WHERE a.login = session_user::text AND a.is_active AND NOT a.must_change AND a.jobs && p_jobs)
$$;
REVOKE ALL ON FUNCTION core.has_any(text[]) FROM PUBLIC;
ALTER FUNCTION core.has_any(text[]) OWNER TO mdi_api;
COMMENT ON FUNCTION core.has_any(text[]) IS 'Whether the signed-in account has one of the jobs.';
