-- Searches people keep, and named lists of creators.

-- A search by its name; shared ones are seen by every member, the others by whoever keeps them.
CREATE TABLE saved_searches (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  search_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  name text NOT NULL,
  is_shared boolean NOT NULL,
  query jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, search_id),
  UNIQUE (workspace_id, owner_id, name)
);
CALL fence_table('saved_searches', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE shortlists (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  shortlist_id uuid NOT NULL,
  name text NOT NULL,
  -- Rises with every change: two people who order a list at once do not undo each other unseen.
  revision integer NOT NULL,
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, shortlist_id),
  UNIQUE (workspace_id, name)
);
CALL fence_table('shortlists', 'SELECT, INSERT, UPDATE, DELETE');

-- What is noted here is about the creator and goes with the creator.
CREATE TABLE shortlist_entries (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  shortlist_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  place integer NOT NULL,
  note text,
  PRIMARY KEY (workspace_id, shortlist_id, creator_id),
  FOREIGN KEY (workspace_id, shortlist_id) REFERENCES shortlists ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);
CALL fence_table('shortlist_entries', 'SELECT, INSERT, UPDATE, DELETE');
