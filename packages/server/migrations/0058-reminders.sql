-- Which turns somebody was reminded of: once per turn and stage. A turn's key holds ids and its end, so that a clock that begins anew is another turn.

CREATE TABLE reminders (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  turn_key text NOT NULL,
  stage text NOT NULL,
  reminded_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id, turn_key, stage),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE
);
CALL fence_table('reminders', 'SELECT, INSERT');
