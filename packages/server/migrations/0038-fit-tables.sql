-- A workspace may replace the shipped weights of the fit; the whole table at once, newest revision counts.

CREATE TABLE fit_tables (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  revision integer NOT NULL,
  fit_table jsonb NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, revision)
);
CALL fence_table('fit_tables', 'SELECT, INSERT');
