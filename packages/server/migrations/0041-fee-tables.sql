-- A workspace may replace the shipped service fees of platforms; the whole table at once, newest revision counts.

CREATE TABLE fee_tables (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  revision integer NOT NULL,
  fee_table jsonb NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, revision)
);
CALL fence_table('fee_tables', 'SELECT, INSERT');
