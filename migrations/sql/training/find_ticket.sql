CREATE OR REPLACE FUNCTION training.find_ticket(p_code text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
SELECT b.id FROM training.booking b WHERE b.ticket_code = p_code AND training.sees(b.class_id)
$$;
REVOKE ALL ON FUNCTION training.find_ticket(text) FROM PUBLIC;
ALTER FUNCTION training.find_ticket(text) OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION training.find_ticket(text) TO mdi_frontdesk, mdi_manager, mdi_auditor, mdi_instructor;
COMMENT ON FUNCTION training.find_ticket(text) IS 'The booking of a ticket; NULL for an unknown code and for one the login may not see alike.';
