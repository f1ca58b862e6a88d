CREATE OR REPLACE FUNCTION core.session_open(p_session uuid, p_station text, p_device jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me constant uuid := core.my_account();
BEGIN
    IF me IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'not_allowed';
    END IF;
    IF length(coalesce(p_device, '{}')::text) > 4000 THEN
        PERFORM core.refuse('too_large');
    END IF;
    INSERT INTO admin.desk_session (id, account_id, station, device_info)
    VALUES (p_session, me, left(coalesce(p_station, ''), 100), coalesce(p_device, '{}'))
    ON CONFLICT (id) DO NOTHING;
    UPDATE admin.account SET last_login_at = now() WHERE id = me;
END
$$;
REVOKE ALL ON FUNCTION core.session_open(uuid, text, jsonb) FROM PUBLIC;
ALTER FUNCTION core.session_open(uuid, text, jsonb) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION core.session_open(uuid, text, jsonb) TO mdi_staff;
COMMENT ON FUNCTION core.session_open(uuid, text, jsonb) IS 'A desk signed in: its session id, station and device.';
