-- A workspace may set within how many working days a creator's request to erase is settled; newest revision counts.
CREATE TABLE erasure_clocks (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  revision integer NOT NULL,
  erasure_clock jsonb NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, revision)
);
CALL fence_table('erasure_clocks', 'SELECT, INSERT');
