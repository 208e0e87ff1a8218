-- How often a channel tells, and whether it rests. What a digest carries waits beside it: sent, thrown away or removed with it.

ALTER TABLE channels ADD COLUMN rhythm text NOT NULL DEFAULT 'immediate';
ALTER TABLE channels ADD COLUMN is_paused boolean NOT NULL DEFAULT false;
GRANT UPDATE (rhythm, is_paused) ON channels TO kolibra_app;

ALTER TABLE deliveries DROP CONSTRAINT deliveries_state_check;
ALTER TABLE deliveries ADD CONSTRAINT deliveries_state_check CHECK (state IN ('held', 'waiting', 'dead'));
ALTER TABLE deliveries ADD COLUMN digest_id uuid;
ALTER TABLE deliveries ADD FOREIGN KEY (workspace_id, digest_id) REFERENCES deliveries ON DELETE CASCADE;
CREATE INDEX deliveries_of_digest ON deliveries (workspace_id, digest_id) WHERE digest_id IS NOT NULL;
GRANT UPDATE (digest_id) ON deliveries TO kolibra_app;
