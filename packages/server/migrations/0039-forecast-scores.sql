-- What a campaign's frozen forecast said of a metric, and what came: written when its numbers have settled, and again when they change.
CREATE TABLE forecast_scores (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  metric text NOT NULL,
  -- Rises by one with every change of the numbers; the newest counts, the older ones stay.
  score integer NOT NULL,
  p10 double precision NOT NULL,
  p50 double precision NOT NULL,
  p90 double precision NOT NULL,
  actual double precision NOT NULL,
  counted_at timestamptz NOT NULL,
  scored_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id, metric, score),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE
);
CALL fence_table('forecast_scores', 'SELECT, INSERT');
