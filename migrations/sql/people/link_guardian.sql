CREATE OR REPLACE FUNCTION people.link_guardian(p_person uuid, p_guardian uuid, p_relationship text, p_actor uuid) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    day constant date := people.today();
    minor record;
    adult record;
    link uuid;
BEGIN
    IF p_person = p_guardian THEN
        PERFORM core.refuse('same_person');
    END IF;
    SELECT p.birth_date INTO minor FROM people.person p WHERE p.id = p_person;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_person');
    END IF;
    IF people.age_on(minor.birth_date, day) >= 18 THEN
        PERFORM core.refuse('not_a_minor');
    END IF;
    SELECT p.birth_date, p.roles INTO adult FROM people.person p WHERE p.id = p_guardian;
    IF NOT FOUND THEN
        PERFORM core.refuse('unknown_person');
    ELSIF adult.birth_date IS NULL THEN
        PERFORM core.refuse('guardian_birth_date_missing', jsonb_build_object('guardian_id', p_guardian));
    ELSIF people.age_on(adult.birth_date, day) < 18 THEN
        PERFORM core.refuse('guardian_not_adult', jsonb_build_object('guardian_id', p_guardian));
    END IF;
    INSERT INTO people.guardianship AS g (id, person_id, guardian_id, relationship, created_by)
    VALUES (gen_random_uuid(), p_person, p_guardian, p_relationship, p_actor)
    ON CONFLICT (person_id, guardian_id) WHERE ended_at IS NULL DO UPDATE SET relationship = excluded.relationship
    RETURNING g.id INTO link;
    IF NOT 'guardian' = ANY (adult.roles) THEN
        UPDATE people.person SET roles = roles || 'guardian'::text WHERE id = p_guardian;
    END IF;
    RETURN link;
END
$$;
REVOKE ALL ON FUNCTION people.link_guardian(uuid, uuid, text, uuid) FROM PUBLIC;
ALTER FUNCTION people.link_guardian(uuid, uuid, text, uuid) OWNER TO mdi_api;
COMMENT ON FUNCTION people.link_guardian(uuid, uuid, text, uuid) IS 'Records who may sign for a minor, after checking both ages.';
