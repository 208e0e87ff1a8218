-- How often the parties of a campaign are written to; the newest revision counts, without one it is once a week.
CREATE TABLE note_rhythms (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  every_days integer NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id, revision),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns (workspace_id, campaign_id) ON DELETE CASCADE
);
CALL fence_table('note_rhythms', 'SELECT, INSERT');
