-- The base, shut before anything is built on it.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON SCHEMA core, people, admin, waivers, training, sales FROM PUBLIC;

-- The global form: IN SCHEMA cannot take away what every function gets by default.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE mdi_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE mdi_api REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE mdi_accounts REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE mdi_sessions REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Nobody writes code of their own here, not even in a DO block.
REVOKE USAGE ON LANGUAGE plpgsql, sql FROM PUBLIC;

DO $base$
DECLARE
    f regprocedure;
BEGIN
    -- Every signature: revoking the (bigint) form of a lock leaves the (int, int) form open.
    FOR f IN
        SELECT p.oid FROM pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
          AND (p.proname ~ '^(lo_|pg_advisory_|pg_try_advisory_|pg_read_|pg_ls_)'
               OR p.proname IN ('loread', 'lowrite', 'pg_notify', 'pg_logical_emit_message',
                             -- A transaction with a number holds back the change feed and the cleaning of tables.
                             'pg_current_xact_id', 'txid_current'))
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
    -- The feed and the audit log note theirs.
    GRANT EXECUTE ON FUNCTION pg_catalog.pg_current_xact_id() TO mdi_api;
END
$base$;

-- Used by the policies.sql and grants.sql of each schema: everything shut first, then opened line by line.
CREATE OR REPLACE FUNCTION core.shut_policies(p_schema text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    r record;
BEGIN
    FOR r IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = p_schema LOOP
        EXECUTE format('DROP POLICY %I ON %I.%I', r.policyname, p_schema, r.tablename);
    END LOOP;
    FOR r IN
        SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = p_schema::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
    LOOP
        EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', p_schema, r.relname);
        EXECUTE format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY', p_schema, r.relname);
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION core.shut_policies(text) FROM PUBLIC;
ALTER FUNCTION core.shut_policies(text) OWNER TO mdi_owner;
COMMENT ON FUNCTION core.shut_policies(text) IS 'For migrations: drops a schema''s policies and forces row security on its tables.';

CREATE OR REPLACE FUNCTION core.shut_grants(p_schema text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    r record;
BEGIN
    FOR r IN
        SELECT rolname FROM pg_roles WHERE rolname LIKE 'mdi\_%' AND rolname <> 'mdi_owner'
        UNION ALL SELECT 'public'
    LOOP
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %s', p_schema,
            CASE r.rolname WHEN 'public' THEN 'PUBLIC' ELSE quote_ident(r.rolname) END);
        EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA %I FROM %s', p_schema,
            CASE r.rolname WHEN 'public' THEN 'PUBLIC' ELSE quote_ident(r.rolname) END);
        EXECUTE format('REVOKE ALL ON SCHEMA %I FROM %s', p_schema,
            CASE r.rolname WHEN 'public' THEN 'PUBLIC' ELSE quote_ident(r.rolname) END);
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION core.shut_grants(text) FROM PUBLIC;
ALTER FUNCTION core.shut_grants(text) OWNER TO mdi_owner;
COMMENT ON FUNCTION core.shut_grants(text) IS 'For migrations: takes every grant on a schema and its tables back.';
