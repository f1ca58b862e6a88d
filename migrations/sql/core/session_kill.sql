CREATE OR REPLACE FUNCTION core.session_kill(p_login text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    killed integer;
BEGIN
    IF p_login IS NULL OR p_login !~ '^u_[0-9]{6,12}$' THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = 'not_a_login';
    END IF;
    SELECT count(*) FILTER (WHERE pg_terminate_backend(s.pid)) INTO killed
    FROM pg_stat_activity s WHERE s.usename = p_login AND s.pid <> pg_backend_pid();
    RETURN killed;
END
$$;
REVOKE ALL ON FUNCTION core.session_kill(text) FROM PUBLIC;
ALTER FUNCTION core.session_kill(text) OWNER TO mdi_sessions;
GRANT EXECUTE ON FUNCTION core.session_kill(text) TO mdi_api;
COMMENT ON FUNCTION core.session_kill(text) IS 'Ends every connection of a staff or partner login; refuses any other name.';
