-- As of when the names of a profile are: an older export does not overwrite them. NULL: kept before anybody asked.
ALTER TABLE creator_profiles ADD COLUMN observed_at text;
