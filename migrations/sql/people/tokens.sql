-- Parted at ASCII punctuation and at Unicode's spaces, dashes and quotes, not by character class: what counts as a
-- letter depends on the locale of the database. Without a pinned path, so that it is inlined into bulk loads; only
-- functions with a pinned path and the superuser call it.
CREATE OR REPLACE FUNCTION people.tokens(p_names text, p_email text, p_phone text, p_code text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT DISTINCT left(t.token, 64) COLLATE "C"
FROM (
    SELECT regexp_split_to_table(core.fold(concat_ws(' ', p_names, p_email, p_code)),
        '[\s!-/:-@\[-`{-~\u00a0\u00b7\u1680\u2000-\u206f\u3000\u3001\u3002]+')
    -- The whole number, without its country's digits, and its last seven and four.
    UNION ALL SELECT substr(p_phone, 2)
    UNION ALL SELECT substr(p_phone, CASE
        WHEN p_phone ~ '^\+[17]' THEN 3
        WHEN p_phone ~ '^\+(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])' THEN 4
        ELSE 5 END)
    UNION ALL SELECT right(p_phone, 7)
    UNION ALL SELECT right(p_phone, 4)
) AS t (token)
WHERE t.token <> ''
$$;
REVOKE ALL ON FUNCTION people.tokens(text, text, text, text) FROM PUBLIC;
ALTER FUNCTION people.tokens(text, text, text, text) OWNER TO mdi_api;
COMMENT ON FUNCTION people.tokens(text, text, text, text) IS 'What a person can be found by: folded words, e-mail parts, phone digits, the own code.';
