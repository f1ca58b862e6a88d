CREATE OR REPLACE FUNCTION core.hello() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    version constant integer := current_setting('server_version_num')::integer;
    -- Below these minors a login with SQL can do more than it should.
    lowest constant integer := CASE version / 10000 WHEN 15 THEN 18 WHEN 16 THEN 14 WHEN 17 THEN 10 WHEN 18 THEN 4 ELSE 0 END;
    mine record;
    open boolean;
    settings jsonb;
BEGIN
    SELECT a.id, a.person_id, a.jobs, a.is_active, a.must_change, p.full_name INTO mine
    FROM admin.account a JOIN people.person p ON p.id = a.person_id
    WHERE a.login = session_user::text;
    open := coalesce(mine.is_active AND NOT mine.must_change, false);
    IF open THEN
        SELECT jsonb_object_agg(s.key, s.value) INTO settings FROM admin.setting s WHERE s.key LIKE 'institute.%';
    END IF;
    RETURN jsonb_build_object(
        'account_id', CASE WHEN open THEN mine.id END,
        'person_id', CASE WHEN open THEN mine.person_id END,
        'login', CASE WHEN open THEN session_user::text END,
        'name', CASE WHEN open THEN mine.full_name END,
        'jobs', CASE WHEN open THEN to_jsonb(mine.jobs) ELSE '[]' END,
        'active', coalesce(mine.is_active, false),
        'must_change', coalesce(mine.must_change, false),
        'revision', (SELECT v.version_num FROM core.alembic_version v),
        'min_server_ok', version >= 150000 AND version % 10000 >= lowest,
        'server_version', split_part(current_setting('server_version'), ' ', 1),
        'institute', CASE WHEN open THEN jsonb_build_object(
            'name', settings -> 'institute.name', 'zone', settings -> 'institute.zone',
            'currency', settings -> 'institute.currency', 'locale', settings -> 'institute.locale',
            'address', settings -> 'institute.address', 'phone', settings -> 'institute.phone',
            'paper', settings -> 'institute.paper') END,
        'sample', coalesce((settings ->> 'institute.sample')::boolean, false),
        'now', now());
END
$$;
REVOKE ALL ON FUNCTION core.hello() FROM PUBLIC;
ALTER FUNCTION core.hello() OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION core.hello() TO mdi_any;
COMMENT ON FUNCTION core.hello() IS 'Who is signed in, to what. A disabled login, or one that must change its password first, learns no more than that.';
