CREATE OR REPLACE FUNCTION waivers.document(p_signature uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
SELECT jsonb_build_object(
    'signature_id', s.id, 'person_id', s.person_id, 'person_name', p.full_name, 'birth_date', s.signer_birth_date,
    'template', t.name, 'version_id', s.version_id, 'version', s.waiver_version, 'locale', s.locale,
    'title', x.title, 'body', x.body, 'consent', x.consent, 'text_sha256', s.text_sha256,
    'signed_name', s.signed_name, 'signer_kind', s.signer_kind, 'guardian_id', s.guardian_id,
    'guardian_name', g.full_name, 'relationship', s.relationship, 'by_mark', s.by_mark, 'mark_witness', s.mark_witness,
    'signed_at', s.signed_at, 'recorded_at', s.recorded_at, 'valid_until', s.valid_until,
    'ink_path', CASE WHEN core.has_any('frontdesk', 'manager') THEN s.ink_path END,
    'ink_width', s.ink_width, 'ink_height', s.ink_height, 'ink_sha256', s.ink_sha256, 'ink_samples', s.ink_samples,
    'evidence', s.evidence, 'evidence_sha256', s.evidence_sha256, 'station', s.station,
    'witness', w.full_name, 'ip_address', host(s.ip_address), 'op_id', s.op_id,
    'revoked_at', s.revoked_at, 'revoke_reason', s.revoke_reason, 'booking_id', s.booking_id,
    'class', CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('course', c.name, 'starts_at', k.starts_at,
        'location', k.location_name) END)
    || training.sent_by(s.op_id, s.witness_id)
FROM waivers.signature s
JOIN people.person p ON p.id = s.person_id
JOIN waivers.template_version v ON v.id = s.version_id
JOIN waivers.template t ON t.id = v.template_id
JOIN waivers.template_text x ON x.version_id = s.version_id AND x.locale = s.locale
LEFT JOIN people.person g ON g.id = s.guardian_id
LEFT JOIN admin.account a ON a.id = s.witness_id
LEFT JOIN people.person w ON w.id = a.person_id
LEFT JOIN training.booking b ON b.id = s.booking_id
LEFT JOIN training.class k ON k.id = b.class_id
LEFT JOIN training.course c ON c.id = k.course_id
WHERE s.id = p_signature AND core.has_any('frontdesk', 'manager', 'auditor')
$$;
REVOKE ALL ON FUNCTION waivers.document(uuid) FROM PUBLIC;
ALTER FUNCTION waivers.document(uuid) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION waivers.document(uuid) TO mdi_frontdesk, mdi_manager, mdi_auditor;
COMMENT ON FUNCTION waivers.document(uuid) IS 'Everything a waiver''s paper shows; the auditor gets it without the ink.';
