-- An observation of an import of plain rows holds its numbers in slots. What a slot means is the same for all rows of an import and stands once
-- per import; with the metrics' passports (import_columns) it says all that observed_values would.
CREATE TABLE observation_layouts (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  import_id uuid NOT NULL,
  layout jsonb NOT NULL,
  PRIMARY KEY (workspace_id, import_id),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports ON DELETE CASCADE
);
CALL fence_table('observation_layouts', 'SELECT');

ALTER TABLE creator_observations
  ADD COLUMN slots float8[],
  ADD COLUMN mcn text,
  ADD COLUMN categories text[],
  ALTER COLUMN observed_values DROP NOT NULL,
  ADD CONSTRAINT creator_observations_say_something CHECK (observed_values IS NOT NULL OR slots IS NOT NULL);

-- The workspace of the transaction is asked for once per statement, and not for each of a million rows.
ALTER POLICY own_workspace ON creators WITH CHECK (workspace_id = (SELECT current_workspace()));
ALTER POLICY own_workspace ON creator_profiles WITH CHECK (workspace_id = (SELECT current_workspace()));
ALTER POLICY own_workspace ON creator_observations WITH CHECK (workspace_id = (SELECT current_workspace()));
