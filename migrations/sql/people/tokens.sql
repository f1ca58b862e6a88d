-- Parted at ASCII punctuation and at Unicode's spaces, dashes and quotes, not by character class: what counts as a
-- letter depends on the locale of the database.
CREATE OR REPLACE FUNCTION people.tokens(p_names text, p_email text, p_phone text, p_code text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
SELECT DISTINCT left(t.token, 64) COLLATE "C"
FROM (
    SELECT regexp_split_to_table(core.fold(coalesce(p_names, '') || ' ' || coalesce(p_email, '')),
        '[\s!-/:-@\[-`{-~\u00a0\u00b7\u1680\u2000-\u206f\u3000\u3001\u3002]+')
    UNION ALL SELECT lower(p_email)
    -- The number with and without the country's one to three digits, and its last seven and four.
    UNION ALL SELECT substr(p_phone, n) FROM generate_series(2, 5) AS n
    UNION ALL SELECT right(p_phone, 7)
    UNION ALL SELECT right(p_phone, 4)
    UNION ALL SELECT lower(p_code)
) AS t (token)
WHERE t.token <> ''
$$;
REVOKE ALL ON FUNCTION people.tokens(text, text, text, text) FROM PUBLIC;
ALTER FUNCTION people.tokens(text, text, text, text) OWNER TO mdi_api;
COMMENT ON FUNCTION people.tokens(text, text, text, text) IS 'What a person can be found by: folded words, e-mail parts, phone digits, the own code.';
