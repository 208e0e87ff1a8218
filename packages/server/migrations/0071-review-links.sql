-- A link may belong to a person outside who reviews the brief, instead of to a creator: the same tokens, devices and codes.
ALTER TABLE portal_links ALTER COLUMN creator_id DROP NOT NULL;
ALTER TABLE portal_links ADD COLUMN party_id uuid, ADD COLUMN member_id uuid;
ALTER TABLE portal_links ADD CONSTRAINT portal_links_holder
  CHECK ((creator_id IS NULL) <> (member_id IS NULL) AND (member_id IS NULL) = (party_id IS NULL));
ALTER TABLE portal_links ADD FOREIGN KEY (workspace_id, campaign_id, party_id, member_id) REFERENCES party_members ON DELETE CASCADE;
CREATE UNIQUE INDEX portal_links_of_reviewer ON portal_links (workspace_id, campaign_id, member_id) WHERE revoked_at IS NULL;
