CREATE OR REPLACE FUNCTION core.seal_key() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
SELECT jsonb_build_object('key_id', k.key_id, 'public_key', translate(encode(k.public_key, 'base64'), E'\n', ''))
FROM core.public_key k
WHERE k.purpose = 'seal' AND k.retired_at IS NULL AND core.my_account() IS NOT NULL
ORDER BY k.key_id DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION core.seal_key() FROM PUBLIC;
ALTER FUNCTION core.seal_key() OWNER TO mdi_api;
GRANT EXECUTE ON FUNCTION core.seal_key() TO mdi_staff;
COMMENT ON FUNCTION core.seal_key() IS 'The institute''s public key that desks seal secrets to; NULL when none is set.';
