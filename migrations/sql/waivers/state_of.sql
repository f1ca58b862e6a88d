-- THE rule for waivers: the gate, the card and the roster all read it here. Without a pinned path, so that it can be
-- inlined; only functions with a pinned path call it.
CREATE OR REPLACE FUNCTION waivers.state_of(p_person uuid, p_template uuid, p_at timestamptz, p_zone text)
RETURNS TABLE (state text, valid_until timestamptz, version text, signature_id uuid, signer_kind text)
LANGUAGE sql STABLE AS $$
SELECT CASE
           WHEN p_template IS NULL THEN 'none_needed'
           WHEN s.state IS NOT NULL THEN s.state
           WHEN people.age_on(p.birth_date, (p_at AT TIME ZONE p_zone)::date) < 18 THEN 'needs_guardian'
           ELSE 'missing' END,
       s.valid_until, coalesce(s.waiver_version, v.version), s.id, s.signer_kind
FROM people.person p
LEFT JOIN waivers.template_version v ON v.template_id = p_template AND v.status = 'published'
LEFT JOIN LATERAL (
    SELECT j.* FROM (
        SELECT g.id, g.valid_until, g.waiver_version, g.signer_kind, g.signed_at,
           CASE
               -- A minor's own name binds nobody.
               WHEN g.signer_kind = 'self'
                    AND people.age_on(p.birth_date, (g.signed_at AT TIME ZONE p_zone)::date) >= 18 IS NOT TRUE THEN
                   CASE WHEN people.age_on(p.birth_date, (p_at AT TIME ZONE p_zone)::date) < 18
                        THEN 'needs_guardian' ELSE 'missing' END
               -- At 18 a guardian's name ends; an own signature is asked.
               WHEN g.signer_kind = 'guardian'
                    AND people.age_on(p.birth_date, (p_at AT TIME ZONE p_zone)::date) >= 18 THEN 'now_adult'
               -- Expired says more than "there is a newer text", and both ask for a new signature.
               WHEN p_at >= g.valid_until THEN 'expired'
               WHEN g.version_id IS DISTINCT FROM v.id THEN 'old_version'
               ELSE 'valid' END AS state
        FROM waivers.signature g
        JOIN waivers.template_version gv ON gv.id = g.version_id
        WHERE g.person_id = p.id AND gv.template_id = p_template AND g.revoked_at IS NULL
          -- What was signed later did not count then. (Five minutes are for clocks.)
          AND g.signed_at <= p_at + interval '5 minutes') AS j
    ORDER BY j.state = 'valid' DESC, j.signed_at DESC
    LIMIT 1) AS s ON true
WHERE p.id = p_person
$$;
REVOKE ALL ON FUNCTION waivers.state_of(uuid, uuid, timestamptz, text) FROM PUBLIC;
ALTER FUNCTION waivers.state_of(uuid, uuid, timestamptz, text) OWNER TO mdi_api;
COMMENT ON FUNCTION waivers.state_of(uuid, uuid, timestamptz, text) IS 'valid, missing, expired, old_version, needs_guardian, now_adult or none_needed: of a person''s best signature at a time.';
