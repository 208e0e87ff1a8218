-- That somebody asked a creator for work for other brands and was told there is none: what makes "not known" known.
CREATE TABLE creator_clearances (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  clearance_id uuid NOT NULL,
  asked_on date NOT NULL,
  source text NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, clearance_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);
CALL fence_table('creator_clearances', 'SELECT, INSERT, DELETE');
