CREATE OR REPLACE FUNCTION core.session_close(p_session uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE admin.desk_session s SET ended_at = now(), end_reason = p_reason
    FROM admin.account a
    WHERE s.id = p_session AND s.ended_at IS NULL AND a.id = s.account_id AND a.login = session_user::text;
END
$$;
REVOKE ALL ON FUNCTION core.session_close(uuid, text) FROM PUBLIC;
ALTER FUNCTION core.session_close(uuid, text) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION core.session_close(uuid, text) TO mdi_staff;
COMMENT ON FUNCTION core.session_close(uuid, text) IS 'A desk signed out: logout, timeout, revoked, switched or lost.';
