-- What accounts are compared by when somebody asks whose else they may be: one row per account and block (a name, a handle, a word of its
-- own text), as a hash. Derived from the profiles with the rows of the list, never a source.
CREATE TABLE merge_keys (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  merge_key bigint NOT NULL,
  creator_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, merge_key, creator_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);
CREATE INDEX merge_keys_of_creator ON merge_keys (workspace_id, creator_id);
CALL fence_table('merge_keys', 'SELECT, INSERT, DELETE');
