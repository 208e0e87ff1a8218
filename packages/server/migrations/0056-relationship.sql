-- What both sides say of working together, and what working with a creator should respect. Keyed by the person it speaks of.

CREATE TABLE creator_experiences (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  experience_id uuid NOT NULL,
  -- Null: not of one campaign.
  campaign_id uuid,
  side text NOT NULL CHECK (side IN ('creator', 'desk')),
  kind text NOT NULL,
  severity text CHECK (severity IN ('minor', 'serious', 'grave')),
  on_day date NOT NULL,
  words text NOT NULL,
  evidence text,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  stance text CHECK (stance IN ('agrees', 'disputes')),
  answer_words text,
  answered_from text CHECK (answered_from IN ('creator', 'desk')),
  answered_by uuid,
  answered_at timestamptz,
  PRIMARY KEY (workspace_id, creator_id, experience_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE SET NULL (campaign_id),
  -- An answer is whole or not there.
  CHECK (num_nonnulls(stance, answer_words, answered_from, answered_by, answered_at) IN (0, 5))
);
CALL fence_table('creator_experiences', 'SELECT, INSERT, DELETE');
-- What was recorded stays as it was said; only the other side's word comes to it.
GRANT UPDATE (stance, answer_words, answered_from, answered_by, answered_at) ON creator_experiences TO kolibra_app;

CREATE TABLE creator_preferences (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  revision integer NOT NULL,
  tone text NOT NULL,
  products text NOT NULL,
  refuses text NOT NULL,
  noted_by uuid NOT NULL,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);
CALL fence_table('creator_preferences', 'SELECT, INSERT, UPDATE, DELETE');
