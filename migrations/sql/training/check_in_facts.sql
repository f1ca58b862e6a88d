CREATE OR REPLACE FUNCTION training.check_in_facts(p_booking uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
SELECT jsonb_build_object('at', k.occurred_at, 'by', p.full_name, 'station', k.station, 'attendance', k.attendance,
                          'override_reason', k.override_reason)
    || training.sent_by(k.op_id, k.account_id)
FROM training.check_in k
LEFT JOIN admin.account a ON a.id = k.account_id
LEFT JOIN people.person p ON p.id = a.person_id
WHERE k.booking_id = p_booking AND k.voided_at IS NULL
$$;
REVOKE ALL ON FUNCTION training.check_in_facts(uuid) FROM PUBLIC;
ALTER FUNCTION training.check_in_facts(uuid) OWNER TO mdi_api;
COMMENT ON FUNCTION training.check_in_facts(uuid) IS 'When, by whom and where a booking was checked in; NULL when it is not.';
