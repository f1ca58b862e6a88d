CREATE OR REPLACE FUNCTION waivers.current(p_template uuid, p_locale text DEFAULT 'en') RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
SELECT jsonb_build_object('template_id', v.template_id, 'version_id', v.id, 'version', v.version, 'locale', t.locale,
    'title', t.title, 'body', t.body, 'consent', t.consent, 'sha256', t.sha256, 'validity_months', v.validity_months,
    'locales', (SELECT jsonb_agg(x.locale ORDER BY x.locale) FROM waivers.template_text x WHERE x.version_id = v.id))
FROM waivers.template_version v
JOIN waivers.template_text t ON t.version_id = v.id
WHERE v.template_id = p_template AND v.status = 'published' AND core.my_account() IS NOT NULL
ORDER BY t.locale = left(coalesce(p_locale, ''), 2) DESC, t.locale = 'en' DESC, t.locale
LIMIT 1
$$;
REVOKE ALL ON FUNCTION waivers.current(uuid, text) FROM PUBLIC;
ALTER FUNCTION waivers.current(uuid, text) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION waivers.current(uuid, text) TO mdi_frontdesk, mdi_manager, mdi_instructor, mdi_auditor;
COMMENT ON FUNCTION waivers.current(uuid, text) IS 'The waiver to sign now, in the language asked for or else English; NULL when none is published.';
