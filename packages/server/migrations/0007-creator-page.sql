-- What the page of one creator asks for: its posts, and how accounts like it are spread.

CREATE INDEX posts_of_account ON posts (workspace_id, platform, account_id);

-- Worked out from creator_rows now and then, never a source: the values at 0, 1, … 100 per cent.
CREATE TABLE creator_cohorts (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  platform text NOT NULL,
  tier text NOT NULL,
  category text NOT NULL,
  measure text NOT NULL,
  n integer NOT NULL,
  quantiles double precision[] NOT NULL,
  as_of timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, platform, tier, category, measure)
);
CALL fence_table('creator_cohorts', 'SELECT, INSERT, DELETE');
