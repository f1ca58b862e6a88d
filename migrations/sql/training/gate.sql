CREATE OR REPLACE FUNCTION training.gate(p_booking uuid, p_at timestamptz DEFAULT now()) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET client_min_messages = 'warning' AS $$
SELECT training.gate_of(b.id, coalesce(p_at, now())) FROM training.booking b WHERE b.id = p_booking AND training.sees(b.class_id)
$$;
REVOKE ALL ON FUNCTION training.gate(uuid, timestamptz) FROM PUBLIC;
ALTER FUNCTION training.gate(uuid, timestamptz) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.gate(uuid, timestamptz) TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor;
COMMENT ON FUNCTION training.gate(uuid, timestamptz) IS 'The gate''s answer for a booking the login may see, else NULL.';
