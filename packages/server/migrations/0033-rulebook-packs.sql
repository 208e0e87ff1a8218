-- Newer rulebooks that an owner took in, signed by somebody the operator trusts. The newest judges; the earlier ones stay, because old
-- checks name them.
CREATE TABLE rulebook_packs (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  version text NOT NULL,
  publisher text NOT NULL,
  signer text NOT NULL,
  public_key text NOT NULL,
  sha256 text NOT NULL,
  pack text NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, version)
);

CALL fence_table('rulebook_packs', 'SELECT, INSERT');
