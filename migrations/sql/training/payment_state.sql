-- Without a pinned path, so that it is inlined; everything in it is named in full.
CREATE OR REPLACE FUNCTION training.payment_state(p_line bigint, p_due bigint, p_allowed_by uuid) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT CASE WHEN COALESCE(p_line, 0) <= 0 THEN 'free' WHEN p_due <= 0 THEN 'paid'
            WHEN p_allowed_by IS NOT NULL THEN 'allowed' ELSE 'due' END
$$;
REVOKE ALL ON FUNCTION training.payment_state(bigint, bigint, uuid) FROM PUBLIC;
ALTER FUNCTION training.payment_state(bigint, bigint, uuid) OWNER TO mdi_api;
COMMENT ON FUNCTION training.payment_state(bigint, bigint, uuid) IS 'free, paid, allowed or due: of a seat''s line, what its order still owes, and who let it in unpaid.';
