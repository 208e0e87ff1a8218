-- How people of a workspace map the columns of tables that no source knows.
CREATE TABLE import_mappings (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  name text NOT NULL,
  mapping jsonb NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, name)
);
CALL fence_table('import_mappings', 'SELECT, INSERT, UPDATE');
