-- A single value that a member typed over what a source said. The old one stays where it is and stands beside it here.
CREATE TABLE creator_corrections (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  correction_id uuid NOT NULL,
  field text NOT NULL,
  format text,
  typed_value jsonb NOT NULL,
  old_value jsonb,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  PRIMARY KEY (workspace_id, creator_id, correction_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);
CALL fence_table('creator_corrections', 'SELECT, INSERT');
GRANT UPDATE (withdrawn_by, withdrawn_at) ON creator_corrections TO kolibra_app;
