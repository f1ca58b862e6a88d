CREATE OR REPLACE FUNCTION admin.role_next() RETURNS text
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
SELECT 'u_' || lpad(n.next, greatest(6, length(n.next)), '0')
FROM (
    SELECT (coalesce(max(substr(r.rolname, 3)::bigint), 0) + 1)::text AS next
    FROM pg_roles r WHERE r.rolname ~ '^u_[0-9]{6,12}$') AS n
$$;
REVOKE ALL ON FUNCTION admin.role_next() FROM PUBLIC;
ALTER FUNCTION admin.role_next() OWNER TO mdi_accounts;
COMMENT ON FUNCTION admin.role_next() IS 'The next login name of the cluster.';
