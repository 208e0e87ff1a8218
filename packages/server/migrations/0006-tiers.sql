-- A workspace may replace the shipped follower thresholds of the creator types; the whole table at once, newest revision counts.

CREATE TABLE tier_tables (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  revision integer NOT NULL,
  version text NOT NULL,
  tier_rows jsonb NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, revision)
);
CALL fence_table('tier_tables', 'SELECT, INSERT');

-- A basis may hang on what is held of an account, so its Chinese can no longer be worked out from the row alone.
ALTER TABLE creator_rows ADD COLUMN type_basis_zh text;
