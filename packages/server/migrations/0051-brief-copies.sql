-- The working copy of a campaign's brief, saved while it is written, and who has it open. A version is made of it by a deliberate act.

CREATE TABLE brief_copies (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  revision integer NOT NULL,
  brief jsonb NOT NULL,
  edited_by uuid NOT NULL,
  edited_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE
);
CALL fence_table('brief_copies', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE brief_editors (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  user_id uuid NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id, user_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE
);
CALL fence_table('brief_editors', 'SELECT, INSERT, UPDATE, DELETE');
