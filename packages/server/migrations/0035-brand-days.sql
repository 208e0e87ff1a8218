-- What a brand counts by day and a member typed in: its followers, mentions, search index, sales. Rows are never changed; a correction is a
-- newer row of the same day, and taking one back leaves it here with its moment.
CREATE TABLE brand_days (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  value_id uuid NOT NULL,
  subject text NOT NULL,
  metric text NOT NULL,
  day date NOT NULL,
  unit text NOT NULL,
  typed_value double precision NOT NULL,
  source text NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  PRIMARY KEY (workspace_id, value_id)
);
CREATE INDEX brand_days_of_series ON brand_days (workspace_id, metric, subject, day);
CALL fence_table('brand_days', 'SELECT, INSERT');
GRANT UPDATE (withdrawn_by, withdrawn_at) ON brand_days TO kolibra_app;

-- The series of a brand are looked for by what they count; those of creators are far more.
CREATE INDEX daily_values_of_metric ON daily_values (workspace_id, metric, subject, day);
