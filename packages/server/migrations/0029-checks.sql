-- A check that was kept: what it found, by which rulebook, and the hash of the text it holds for. The text itself is not kept here.
CREATE TABLE checks (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  check_id uuid NOT NULL,
  text_sha256 text NOT NULL,
  item jsonb NOT NULL,
  checked_by uuid NOT NULL,
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, check_id)
);
CALL fence_table('checks', 'SELECT, INSERT');

-- Drafts from before checks were kept have none.
ALTER TABLE drafts ADD COLUMN check_id uuid;
ALTER TABLE drafts ADD FOREIGN KEY (workspace_id, check_id) REFERENCES checks;
