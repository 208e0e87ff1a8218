-- A workspace may replace the shipped weights and usual lengths of the freedom index; the whole table at once, newest revision counts.

CREATE TABLE freedom_tables (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  revision integer NOT NULL,
  freedom_table jsonb NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, revision)
);
CALL fence_table('freedom_tables', 'SELECT, INSERT');
