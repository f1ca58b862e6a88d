CREATE OR REPLACE FUNCTION core.session_touch(p_session uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE admin.desk_session SET last_activity_at = now()
    WHERE id = p_session AND account_id = core.my_account() AND ended_at IS NULL;
    RETURN FOUND;
END
$$;
REVOKE ALL ON FUNCTION core.session_touch(uuid) FROM PUBLIC;
ALTER FUNCTION core.session_touch(uuid) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION core.session_touch(uuid) TO mdi_staff;
COMMENT ON FUNCTION core.session_touch(uuid) IS 'The desk is still there. False when the session was ended or the account disabled: lock.';
