-- Every creator has one profile: it stands with the creator. An import writes one row and one entry of an index less for each.
-- person NULL: nothing is known of the person.
ALTER TABLE creators
  ADD COLUMN display_name text,
  ADD COLUMN handle text,
  ADD COLUMN region text,
  ADD COLUMN verification text,
  ADD COLUMN person jsonb,
  ADD COLUMN bio text,
  -- As of when the names are: an older export does not overwrite them. NULL: kept before anybody asked.
  ADD COLUMN observed_at text;

-- All workspaces are moved at once.
ALTER TABLE creators NO FORCE ROW LEVEL SECURITY;
ALTER TABLE creator_profiles NO FORCE ROW LEVEL SECURITY;
UPDATE creators SET display_name = profile.display_name, handle = profile.handle, region = profile.region, verification = profile.verification,
  person = nullif(profile.person, '{"gender": null, "ageBand": null, "languages": []}'), bio = profile.bio, observed_at = profile.observed_at
FROM creator_profiles AS profile WHERE profile.workspace_id = creators.workspace_id AND profile.creator_id = creators.creator_id;
ALTER TABLE creators FORCE ROW LEVEL SECURITY;

DROP TABLE creator_profiles;
