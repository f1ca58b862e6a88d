CREATE OR REPLACE FUNCTION core.has_job(p_job text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
SELECT EXISTS (
    SELECT FROM admin.account a
    WHERE a.login = session_user::text AND a.is_active AND NOT a.must_change AND p_job = ANY (a.jobs))
$$;
REVOKE ALL ON FUNCTION core.has_job(text) FROM PUBLIC;
ALTER FUNCTION core.has_job(text) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION core.has_job(text) TO mdi_staff;
COMMENT ON FUNCTION core.has_job(text) IS 'Whether the signed-in account has a job; false once it is disabled.';
