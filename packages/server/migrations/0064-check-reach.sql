-- Which rules could matter to a checked text, so that a check grows stale by these and not by every new version of the rulebook: where the
-- text stands, what it is about and the day it was checked for (none: the day somebody asks), and the hash of those rules. Checks of before
-- have neither and are held against the version.
ALTER TABLE checks ADD COLUMN reach jsonb, ADD COLUMN rules_sha256 text;
