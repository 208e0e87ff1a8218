-- What a workspace puts over the shipped rulebook. Every version of an own entry or word list stays; the newest revision counts, and one
-- without a part took it out.
CREATE TABLE own_rules (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  part_id text NOT NULL,
  revision integer NOT NULL,
  part jsonb,
  is_draft boolean NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, part_id, revision)
);

-- A rule that is not used here: never without a reason and a person, and one at a time.
CREATE TABLE rule_suspensions (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  suspension_id uuid NOT NULL,
  rule_id text NOT NULL,
  reason text NOT NULL CHECK (trim(reason) <> ''),
  suspended_by uuid NOT NULL,
  suspended_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  PRIMARY KEY (workspace_id, suspension_id)
);
CREATE UNIQUE INDEX standing_suspensions ON rule_suspensions (workspace_id, rule_id) WHERE ended_at IS NULL;

-- One row per change of what the workspace judges by: its number is part of the version that every check names.
CREATE TABLE rulebook_revisions (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  revision integer NOT NULL,
  revision_id uuid NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, revision)
);

CALL fence_table('own_rules', 'SELECT, INSERT');
CALL fence_table('rule_suspensions', 'SELECT, INSERT');
GRANT UPDATE (ended_by, ended_at) ON rule_suspensions TO kolibra_app;
CALL fence_table('rulebook_revisions', 'SELECT, INSERT');
