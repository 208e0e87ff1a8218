-- Somebody looked at a source of rules: who, when, what was looked at, and what it said. Append-only.
CREATE TABLE source_checks (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  check_id uuid NOT NULL,
  source text NOT NULL,
  result text NOT NULL CHECK (result IN ('unchanged', 'changed')),
  looked_at text NOT NULL CHECK (trim(looked_at) <> ''),
  note text,
  -- What the source no longer says, and the last day on which it held; both empty for an unchanged source.
  ended_ids text[] NOT NULL,
  ends_on date,
  checked_on date NOT NULL,
  checked_by uuid NOT NULL,
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, check_id),
  CHECK ((result = 'changed') = (ends_on IS NOT NULL) AND (ends_on IS NULL) = (ended_ids = '{}'))
);

-- Who looks at a source when it is due; one without a row falls to the owner of the workspace.
CREATE TABLE source_owners (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  source text NOT NULL,
  user_id uuid NOT NULL,
  assigned_by uuid NOT NULL,
  assigned_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, source),
  FOREIGN KEY (workspace_id, user_id) REFERENCES members ON DELETE CASCADE
);

CALL fence_table('source_checks', 'SELECT, INSERT');
CALL fence_table('source_owners', 'SELECT, INSERT, UPDATE');
