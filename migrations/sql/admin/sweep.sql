CREATE OR REPLACE FUNCTION admin.sweep() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT (core.has_job('admin') OR session_user = 'mdi_worker') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'not_allowed';
    END IF;
    RETURN coalesce((SELECT sum(core.session_kill(a.login)) FROM admin.account a WHERE NOT a.is_active), 0);
END
$$;
REVOKE ALL ON FUNCTION admin.sweep() FROM PUBLIC;
ALTER FUNCTION admin.sweep() OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION admin.sweep() TO mdi_admin, mdi_worker;
COMMENT ON FUNCTION admin.sweep() IS 'Ends what disabled logins still have open: one that signed in while its disabling was being committed.';
