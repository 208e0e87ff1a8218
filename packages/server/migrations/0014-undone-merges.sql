-- A decision on a pair can be taken back: a merge remembers which accounts it moved and which person they were before.
ALTER TABLE merge_decisions ADD COLUMN joined_ids uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE merge_decisions ADD COLUMN joined_person_id uuid;
GRANT DELETE ON merge_decisions TO kolibra_app;
