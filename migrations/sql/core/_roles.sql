-- Roles and schemas. Runs first in every upgrade, as a superuser; it writes only what is missing or wrong,
-- because roles belong to the whole cluster and two databases may be upgraded at once.

DO $roles$
DECLARE
    v16 constant boolean := current_setting('server_version_num')::int >= 160000;
    wanted record;
    existing record;
BEGIN
    FOR wanted IN
        SELECT * FROM (VALUES
            -- name, login, createrole, inherit, bypassrls
            ('mdi_owner',         false, false, false, false),
            ('mdi_api',           false, false, false, false),
            ('mdi_accounts',      false, true,  false, false),
            ('mdi_sessions',      false, false, true,  false),
            ('mdi_worker',        true,  false, true,  false),
            ('mdi_backup',        true,  false, true,  true),
            ('mdi_web',           true,  false, true,  false),
            ('mdi_any',           false, false, true,  false),
            ('mdi_staff',         false, false, true,  false),
            ('mdi_frontdesk',     false, false, true,  false),
            ('mdi_instructor',    false, false, true,  false),
            ('mdi_manager',       false, false, true,  false),
            ('mdi_admin',         false, false, true,  false),
            ('mdi_auditor',       false, false, true,  false),
            ('mdi_sales',         false, false, true,  false),
            ('mdi_collections',   false, false, true,  false),
            ('mdi_partner',       false, false, true,  false),
            ('mdi_partner_owner', false, false, true,  false)
        ) AS t (name, login, createrole, inherit, bypassrls)
    LOOP
        SELECT * INTO existing FROM pg_roles WHERE rolname = wanted.name;
        IF NOT FOUND THEN
            EXECUTE format('CREATE ROLE %I', wanted.name);
            SELECT * INTO existing FROM pg_roles WHERE rolname = wanted.name;
        END IF;
        IF (existing.rolcanlogin, existing.rolcreaterole, existing.rolinherit, existing.rolbypassrls,
            existing.rolsuper, existing.rolcreatedb, existing.rolreplication)
           IS DISTINCT FROM (wanted.login, wanted.createrole, wanted.inherit, wanted.bypassrls, false, false, false)
        THEN
            EXECUTE format('ALTER ROLE %I NOSUPERUSER NOCREATEDB NOREPLICATION %s %s %s %s', wanted.name,
                CASE WHEN wanted.login THEN 'LOGIN' ELSE 'NOLOGIN' END,
                CASE WHEN wanted.createrole THEN 'CREATEROLE' ELSE 'NOCREATEROLE' END,
                CASE WHEN wanted.inherit THEN 'INHERIT' ELSE 'NOINHERIT' END,
                CASE WHEN wanted.bypassrls THEN 'BYPASSRLS' ELSE 'NOBYPASSRLS' END);
        END IF;
    END LOOP;

    -- Who belongs to whom. From 16 on nobody may SET ROLE into a group; on 15 it changes nothing, because rights
    -- go by session_user.
    FOR wanted IN
        SELECT * FROM (VALUES
            ('mdi_any', 'mdi_staff', false),
            ('mdi_staff', 'mdi_frontdesk', false),
            ('mdi_staff', 'mdi_instructor', false),
            ('mdi_staff', 'mdi_manager', false),
            ('mdi_staff', 'mdi_admin', false),
            ('mdi_staff', 'mdi_auditor', false),
            ('mdi_staff', 'mdi_sales', false),
            ('mdi_staff', 'mdi_collections', false),
            ('mdi_any', 'mdi_partner', false),
            ('mdi_any', 'mdi_partner_owner', false),
            ('pg_signal_backend', 'mdi_sessions', false),
            ('pg_read_all_data', 'mdi_backup', false),
            -- What the account functions may hand out: every job but administrator. 15 has no such border (CREATEROLE
            -- may grant any group), there the closed list in the functions is the only one.
            ('mdi_frontdesk', 'mdi_accounts', true),
            ('mdi_instructor', 'mdi_accounts', true),
            ('mdi_manager', 'mdi_accounts', true),
            ('mdi_auditor', 'mdi_accounts', true),
            ('mdi_sales', 'mdi_accounts', true),
            ('mdi_collections', 'mdi_accounts', true),
            ('mdi_partner', 'mdi_accounts', true),
            ('mdi_partner_owner', 'mdi_accounts', true)
        ) AS t (grp, member, hand_out)
        UNION ALL
        SELECT u.rolname, 'mdi_accounts', true FROM pg_roles u WHERE v16 AND u.rolname ~ '^u_[0-9]{6,12}$'
    LOOP
        IF NOT v16 THEN
            CONTINUE WHEN wanted.hand_out OR EXISTS (
                SELECT FROM pg_auth_members m
                WHERE m.roleid = wanted.grp::regrole AND m.member = wanted.member::regrole);
            EXECUTE format('GRANT %I TO %I', wanted.grp, wanted.member);
        ELSIF wanted.hand_out THEN
            CONTINUE WHEN EXISTS (
                SELECT FROM pg_auth_members m
                WHERE m.roleid = wanted.grp::regrole AND m.member = wanted.member::regrole AND m.admin_option);
            EXECUTE format('GRANT %I TO %I WITH ADMIN TRUE, INHERIT FALSE, SET FALSE', wanted.grp, wanted.member);
        ELSE
            CONTINUE WHEN EXISTS (
                SELECT FROM pg_auth_members m
                WHERE m.roleid = wanted.grp::regrole AND m.member = wanted.member::regrole
                  AND (to_jsonb(m) ->> 'inherit_option')::boolean AND NOT (to_jsonb(m) ->> 'set_option')::boolean);
            EXECUTE format('GRANT %I TO %I WITH INHERIT TRUE, SET FALSE', wanted.grp, wanted.member);
        END IF;
    END LOOP;
END
$roles$;

CREATE SCHEMA IF NOT EXISTS core AUTHORIZATION mdi_owner;
CREATE SCHEMA IF NOT EXISTS people AUTHORIZATION mdi_owner;
CREATE SCHEMA IF NOT EXISTS admin AUTHORIZATION mdi_owner;
CREATE SCHEMA IF NOT EXISTS waivers AUTHORIZATION mdi_owner;
CREATE SCHEMA IF NOT EXISTS training AUTHORIZATION mdi_owner;
CREATE SCHEMA IF NOT EXISTS sales AUTHORIZATION mdi_owner;
