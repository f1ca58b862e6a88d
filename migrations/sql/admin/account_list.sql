CREATE OR REPLACE FUNCTION admin.account_list()
RETURNS TABLE (account_id uuid, person_id uuid, name text, login text, jobs text[], is_active boolean, must_change boolean,
               disabled_reason text, last_login_at timestamptz, online_since timestamptz, station text,
               created_at timestamptz, version integer, sort_key text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM core.need_job('admin', 'auditor');
    RETURN QUERY
        SELECT a.id, a.person_id, p.full_name, a.login, a.jobs, a.is_active, a.must_change, a.disabled_reason,
               a.last_login_at, s.created_at, s.station, a.created_at, a.version, p.sort_key
        FROM admin.account a
        JOIN people.person p ON p.id = a.person_id
        LEFT JOIN LATERAL (
            SELECT d.created_at, d.station FROM admin.desk_session d
            WHERE d.account_id = a.id AND d.ended_at IS NULL AND a.is_active
              AND EXISTS (SELECT FROM pg_stat_activity t WHERE t.usename = a.login::name AND t.datname = current_database())
            ORDER BY d.created_at DESC LIMIT 1) AS s ON true
        ORDER BY p.sort_key, a.id;
END
$$;
REVOKE ALL ON FUNCTION admin.account_list() FROM PUBLIC;
ALTER FUNCTION admin.account_list() OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION admin.account_list() TO mdi_admin, mdi_auditor;
COMMENT ON FUNCTION admin.account_list() IS 'The accounts with their people, jobs and who is connected now.';
