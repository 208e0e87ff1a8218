-- Bound on these platforms only; null: on all of them.
ALTER TABLE creator_engagements ADD COLUMN platforms text[];
