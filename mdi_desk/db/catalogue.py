"""What the catalogue of a migrated database must look like: the border, asked of pg_catalog itself.

`./desk db check` and the tests ask the same questions. Each rule is one query with one text per breach.
"""

import psycopg

OURS = "('core', 'people', 'admin', 'waivers', 'training', 'sales')"
OURS_AND_PUBLIC = "('core', 'people', 'admin', 'waivers', 'training', 'sales', 'public')"

CHECKS: dict[str, str] = {
    "table without forced row security": f"""
        SELECT format('%I.%I', n.nspname, c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN {OURS_AND_PUBLIC}
          AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
    """,
    "policy for everybody": """
        SELECT format('%s on %I.%I', p.policyname, p.schemaname, p.tablename) FROM pg_policies p
        WHERE 'public' = ANY (p.roles)
    """,
    "view with its owner's rights": f"""
        SELECT format('%I.%I', n.nspname, c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN {OURS_AND_PUBLIC}
          AND (c.relkind IN ('m', 'f') OR c.relkind = 'v' AND NOT coalesce(c.reloptions::text[] && ARRAY[
               'security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false))
    """,
    "definer function without a pinned path": f"""
        SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.prosecdef AND n.nspname IN {OURS_AND_PUBLIC}
          AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false)
    """,
    "function that everybody may call": f"""
        SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace,
            aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        WHERE n.nspname IN {OURS_AND_PUBLIC} AND a.grantee = 0
    """,
    "function of PostgreSQL that everybody may call": """
        SELECT p.oid::regprocedure::text
        FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        WHERE p.pronamespace = 'pg_catalog'::regnamespace AND a.grantee = 0
          AND (p.proname ~ '^(lo_|pg_advisory_|pg_try_advisory_|pg_read_|pg_ls_)'
               OR p.proname IN ('loread', 'lowrite', 'pg_notify', 'pg_logical_emit_message',
                                'pg_current_xact_id', 'txid_current'))
    """,
    "function with the wrong owner": f"""
        SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN {OURS}
          AND p.proowner::regrole::text NOT IN ('mdi_api', 'mdi_owner', 'mdi_accounts', 'mdi_sessions')
    """,
    "table with the wrong owner": f"""
        SELECT format('%I.%I', n.nspname, c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN {OURS}
          AND c.relkind IN ('r', 'p', 'v', 'S') AND c.relowner <> 'mdi_owner'::regrole
    """,
    "login with power": """
        SELECT r.rolname FROM pg_roles r
        WHERE r.rolcanlogin AND r.oid <> 10
          AND (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication
               OR r.rolbypassrls AND r.rolname <> 'mdi_backup')
    """,
    "member of a role with power": """
        SELECT format('%s of %s', r.rolname, g.rolname)
        FROM pg_roles r JOIN pg_roles g ON r.oid <> g.oid AND pg_has_role(r.oid, g.oid, 'MEMBER')
        WHERE NOT r.rolsuper AND r.rolname !~ '^pg_'
          AND (g.rolname IN ('mdi_owner', 'mdi_api', 'mdi_accounts', 'mdi_sessions')
               OR g.rolname ~ '^pg_' OR g.rolsuper)
          AND (r.rolname, g.rolname) NOT IN (
              ('mdi_sessions', 'pg_signal_backend'), ('mdi_backup', 'pg_read_all_data'))
    """,
    "right of everybody": f"""
        SELECT format('%s on database %s', a.privilege_type, d.datname)
        FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
        WHERE a.grantee = 0 AND d.datname IN (current_database(), 'postgres', 'template1')
        UNION ALL
        SELECT format('%s on schema %s', a.privilege_type, n.nspname)
        FROM pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
        WHERE a.grantee = 0 AND n.nspname IN {OURS_AND_PUBLIC}
        UNION ALL
        SELECT format('%s on language %s', a.privilege_type, l.lanname)
        FROM pg_language l, aclexplode(coalesce(l.lanacl, acldefault('l', l.lanowner))) a
        WHERE a.grantee = 0 AND l.lanname IN ('plpgsql', 'sql')
        UNION ALL
        SELECT format('%s on %I.%I', a.privilege_type, n.nspname, c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
        WHERE a.grantee = 0 AND n.nspname IN {OURS_AND_PUBLIC}
    """,
    "temporary tables": """
        SELECT r.rolname FROM pg_roles r
        WHERE NOT r.rolsuper AND r.rolname !~ '^pg_'
          AND has_database_privilege(r.oid, current_database(), 'TEMP')
          AND r.oid <> (SELECT datdba FROM pg_database WHERE datname = current_database())
    """,
    "table right given to a partner, a web site or one person": """
        SELECT format('%s on %I.%I to %s', a.privilege_type, n.nspname, c.relname, a.grantee::regrole)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
        WHERE a.grantee::regrole::text ~ '^(u_|mdi_(any|staff|partner|partner_owner|web|sales|collections)$)'
        UNION ALL
        SELECT format('%s on %I.%I.%I to %s', a.privilege_type, n.nspname, c.relname, t.attname,
                      a.grantee::regrole)
        FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace,
            aclexplode(t.attacl) a
        WHERE a.grantee::regrole::text ~ '^(u_|mdi_(any|staff|partner|partner_owner|web|sales|collections)$)'
    """,
    "direct write that a function should do": """
        SELECT DISTINCT format('%s on %I.%I to %s', p.privilege_type, p.table_schema, p.table_name, p.grantee)
        FROM information_schema.column_privileges p
        WHERE p.grantee IN ('mdi_frontdesk', 'mdi_instructor', 'mdi_manager', 'mdi_admin', 'mdi_auditor')
          AND p.privilege_type NOT IN ('SELECT')
          AND (p.grantee, p.table_schema, p.table_name, p.privilege_type) NOT IN (
              ('mdi_frontdesk', 'people', 'person', 'UPDATE'), ('mdi_manager', 'people', 'person', 'UPDATE'),
              ('mdi_frontdesk', 'people', 'address', 'INSERT'),
              ('mdi_manager', 'people', 'address', 'INSERT'),
              ('mdi_frontdesk', 'people', 'address', 'UPDATE'),
              ('mdi_manager', 'people', 'address', 'UPDATE'),
              ('mdi_manager', 'training', 'instructor', 'UPDATE'))
        UNION
        SELECT format('%s on %I.%I to %s', p.privilege_type, p.table_schema, p.table_name, p.grantee)
        FROM information_schema.table_privileges p
        WHERE p.grantee IN ('mdi_frontdesk', 'mdi_instructor', 'mdi_manager', 'mdi_admin', 'mdi_auditor')
          AND p.privilege_type IN ('DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES')
          AND NOT (p.table_schema = 'people' AND p.table_name = 'address' AND p.privilege_type = 'DELETE'
                   AND p.grantee IN ('mdi_frontdesk', 'mdi_manager'))
    """,
    "secret column that can be read": """
        SELECT format('%s.%s by %s', s.tab, s.col, r.rolname)
        FROM (VALUES ('people.person', 'id_number_sealed'), ('people.person', 'id_number_index'),
                     ('waivers.signature', 'ink_sealed')) AS s (tab, col)
        CROSS JOIN pg_roles r
        WHERE NOT r.rolsuper AND r.rolname ~ '^(mdi|u)_' AND r.rolname NOT IN ('mdi_owner', 'mdi_backup')
          AND has_column_privilege(r.oid, s.tab, s.col, 'SELECT')
    """,
    "birth date that can be written directly": """
        SELECT r.rolname FROM pg_roles r
        WHERE NOT r.rolsuper AND r.rolname ~ '^(mdi|u)_' AND r.rolname NOT IN ('mdi_owner', 'mdi_api')
          AND has_column_privilege(r.oid, 'people.person', 'birth_date', 'UPDATE')
    """,
    "trigger switched off": f"""
        SELECT format('%s on %s', t.tgname, t.tgrelid::regclass) FROM pg_trigger t
        JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE t.tgenabled IN ('D', 'R') AND n.nspname IN {OURS}
    """,
    "table without an audit trigger": """
        SELECT format('%I.%I', n.nspname, c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('people', 'admin', 'waivers', 'training', 'sales') AND c.relkind IN ('r', 'p')
          AND NOT c.relispartition
          AND (n.nspname, c.relname) NOT IN (('people', 'search_token'), ('admin', 'audit_log'))
          AND NOT EXISTS (
              SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
              WHERE t.tgrelid = c.oid AND p.proname = 'audit' AND p.pronamespace = 'admin'::regnamespace)
    """,
    "audit log that can be emptied": """
        SELECT format('%I.%I', n.nspname, c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'admin' AND c.relname ~ '^audit_log' AND c.relkind IN ('r', 'p')
          AND (SELECT count(*) FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
               WHERE t.tgrelid = c.oid AND p.proname = 'stay' AND p.pronamespace = 'core'::regnamespace) < 2
    """,
    "months of the audit log to come": """
        SELECT 'fewer than 12' FROM pg_inherits i
        WHERE i.inhparent = 'admin.audit_log'::regclass
        HAVING count(*) FILTER (
            WHERE i.inhrelid::regclass::text
                      > 'admin.audit_log_' || to_char(now() AT TIME ZONE 'UTC', 'YYYY_MM')
              AND i.inhrelid::regclass::text <> 'admin.audit_log_rest') < 12
    """,
    "table or function without a comment": f"""
        SELECT format('%I.%I', n.nspname, c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN {OURS} AND c.relkind IN ('r', 'p', 'v')
          AND obj_description(c.oid, 'pg_class') IS NULL
        UNION ALL
        SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN {OURS}
          AND obj_description(p.oid, 'pg_proc') IS NULL
    """,
    "column of a kind we do not use": f"""
        SELECT format('%I.%I.%I %s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod))
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        WHERE n.nspname IN {OURS} AND c.relkind IN ('r', 'p')
          AND a.attnum > 0 AND NOT a.attisdropped
          AND (t.typtype = 'e' OR t.typname IN ('timestamp', 'time', 'timetz', 'numeric', 'money', 'bpchar'))
    """,
    "extension that opens doors": """
        SELECT e.extname FROM pg_extension e
        WHERE e.extname IN ('dblink', 'file_fdw', 'postgres_fdw', 'refint', 'intarray', 'pgcrypto',
                            'adminpack', 'plpython3u')
    """,
}
"""Name of a rule -> query with one text per breach."""


def breaches(conn: psycopg.Connection[tuple[object, ...]]) -> list[str]:
    """Every breach of every rule in the connected database (a superuser's connection), as "rule: object"."""
    return [f"{name}: {row[0]}" for name, query in CHECKS.items() for row in conn.execute(query.encode())]
