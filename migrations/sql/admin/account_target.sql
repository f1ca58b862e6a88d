CREATE OR REPLACE FUNCTION admin.account_target(p_account uuid) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s' AS $$
DECLARE
    target record;
BEGIN
    SELECT a.login, a.jobs INTO target FROM admin.account a WHERE a.id = p_account FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_account');
    ELSIF target.login = session_user::text THEN
        PERFORM core.refuse('not_on_self');
    ELSIF 'admin' = ANY (target.jobs) THEN
        PERFORM core.refuse('not_on_admin');
    END IF;
    RETURN target.login;
END
$$;
REVOKE ALL ON FUNCTION admin.account_target(uuid) FROM PUBLIC;
ALTER FUNCTION admin.account_target(uuid) OWNER TO mdi_api;
COMMENT ON FUNCTION admin.account_target(uuid) IS 'Locks an account an administrator may act on: nobody''s own, no other administrator''s.';
