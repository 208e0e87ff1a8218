-- Parties of a campaign, who acts for them, and what each of them received, understood and asked.

-- Duties belong to the people who act for a party. A creator is a party without a name of its own: the name stands with the creator.
ALTER TABLE parties DROP COLUMN duties;
ALTER TABLE parties ALTER COLUMN name DROP NOT NULL;
ALTER TABLE parties ADD COLUMN creator_id uuid;
ALTER TABLE parties ADD CHECK ((role = 'creator') = (creator_id IS NOT NULL));
ALTER TABLE parties ADD CHECK ((role = 'creator') = (name IS NULL));
ALTER TABLE parties ADD FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE;
CREATE UNIQUE INDEX parties_by_name ON parties (workspace_id, campaign_id, role, name);
CREATE UNIQUE INDEX parties_by_creator ON parties (workspace_id, campaign_id, creator_id);
GRANT DELETE ON parties TO kolibra_app;

-- A member of the workspace, or a named person outside. A person outside who is erased keeps the row and loses the words.
CREATE TABLE party_members (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  party_id uuid NOT NULL,
  member_id uuid NOT NULL,
  user_id uuid,
  person_name text,
  knows text,
  duties text[] NOT NULL,
  granted_by uuid NOT NULL,
  granted_at timestamptz NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  PRIMARY KEY (workspace_id, campaign_id, party_id, member_id),
  CHECK (user_id IS NULL OR person_name IS NULL),
  FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES parties ON DELETE CASCADE
);
-- The same account acts for a party once at a time.
CREATE UNIQUE INDEX party_members_by_user ON party_members (workspace_id, campaign_id, party_id, user_id) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX party_members_by_name ON party_members (workspace_id, campaign_id, party_id, person_name) WHERE withdrawn_at IS NULL;
CALL fence_table('party_members', 'SELECT, INSERT');
GRANT UPDATE (person_name, knows, withdrawn_by, withdrawn_at) ON party_members TO kolibra_app;

-- For whom a move was made: null is the desk itself. The words of a creator go with the creator.
ALTER TABLE reviews ADD COLUMN party_id uuid;
ALTER TABLE reviews ADD COLUMN member_id uuid;
ALTER TABLE reviews ADD FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES parties ON DELETE CASCADE;
