-- Days on which a creator is not free, as somebody was told: booked elsewhere, on leave.
CREATE TABLE creator_absences (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  absence_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  source text NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, absence_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE,
  CHECK (from_day <= to_day)
);
CALL fence_table('creator_absences', 'SELECT, INSERT, DELETE');
