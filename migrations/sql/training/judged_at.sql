-- Without a pinned path, so that it is inlined; everything in it is named in full.
CREATE OR REPLACE FUNCTION training.judged_at(p_at timestamptz, p_starts timestamptz, p_ends timestamptz) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT GREATEST(p_starts, LEAST(p_at, p_ends))
$$;
REVOKE ALL ON FUNCTION training.judged_at(timestamptz, timestamptz, timestamptz) FROM PUBLIC;
ALTER FUNCTION training.judged_at(timestamptz, timestamptz, timestamptz) OWNER TO mdi_api;
COMMENT ON FUNCTION training.judged_at(timestamptz, timestamptz, timestamptz) IS 'The moment of a class at which ages and waivers count: now while it runs, else its beginning or end.';
