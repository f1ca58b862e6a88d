CREATE OR REPLACE FUNCTION admin.role_group(p_job text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE p_job
        WHEN 'frontdesk' THEN RETURN 'mdi_frontdesk';
        WHEN 'instructor' THEN RETURN 'mdi_instructor';
        WHEN 'manager' THEN RETURN 'mdi_manager';
        WHEN 'auditor' THEN RETURN 'mdi_auditor';
        WHEN 'sales' THEN RETURN 'mdi_sales';
        WHEN 'collections' THEN RETURN 'mdi_collections';
        WHEN 'partner' THEN RETURN 'mdi_partner';
        WHEN 'partner_owner' THEN RETURN 'mdi_partner_owner';
        WHEN 'admin' THEN RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'cannot_make_admin', DETAIL = '{}';
        ELSE RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = 'not_a_job';
    END CASE;
END
$$;
REVOKE ALL ON FUNCTION admin.role_group(text) FROM PUBLIC;
ALTER FUNCTION admin.role_group(text) OWNER TO mdi_accounts;
GRANT EXECUTE ON FUNCTION admin.role_group(text) TO mdi_api;
COMMENT ON FUNCTION admin.role_group(text) IS 'The group of a job, from a closed list without administrator.';
