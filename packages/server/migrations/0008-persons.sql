-- The person behind accounts. `creators` holds one row per account; who has none here is their own person, under the account's id.
CREATE TABLE creator_links (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  person_id uuid NOT NULL,
  linked_by uuid NOT NULL,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);
CREATE INDEX creator_links_of_person ON creator_links (workspace_id, person_id);

-- What a person decided about a pair of accounts, so that nobody is asked twice. The smaller id stands first.
CREATE TABLE merge_decisions (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  other_creator_id uuid NOT NULL,
  is_same boolean NOT NULL,
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, other_creator_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, other_creator_id) REFERENCES creators ON DELETE CASCADE,
  CHECK (creator_id < other_creator_id)
);
CREATE INDEX merge_decisions_of_other ON merge_decisions (workspace_id, other_creator_id);

CALL fence_table('creator_links', 'SELECT, INSERT, UPDATE, DELETE');
CALL fence_table('merge_decisions', 'SELECT, INSERT, UPDATE');
