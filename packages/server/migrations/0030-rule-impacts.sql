-- The newest check of each brief and each planned or live post: what the next one is held against. A draft keeps the check it was
-- submitted with beside it.
CREATE TABLE content_checks (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  -- A live post is looked at apart from the deliverable: its gate stands on the check before it was published.
  subject_kind text NOT NULL CHECK (subject_kind IN ('brief', 'deliverable', 'post')),
  subject_id uuid NOT NULL,
  -- Set where the text is a creator's, so that it goes with them.
  deliverable_id uuid,
  -- The brief version or the draft that was checked: a newer one is held against its own first check.
  text_id uuid NOT NULL,
  lint jsonb NOT NULL,
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, subject_kind, subject_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, deliverable_id) REFERENCES deliverables ON DELETE CASCADE
);
CREATE INDEX content_checks_of_campaign ON content_checks (workspace_id, campaign_id);

-- By which facts (entries that judge nothing) a campaign was last looked at: hashes by id.
CREATE TABLE rulebook_looks (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  rulebook text NOT NULL,
  looked_on date NOT NULL,
  fact_hashes jsonb NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE
);

-- What a change of rules did, or will do on a coming day, to one brief or post, and who was told.
CREATE TABLE rule_impacts (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  impact_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('brief', 'deliverable')),
  subject_id uuid NOT NULL,
  deliverable_id uuid,
  stage text NOT NULL CHECK (stage IN ('brief', 'draft', 'scheduled', 'live')),
  owner_id uuid NOT NULL,
  effective_on date NOT NULL,
  from_rulebook text NOT NULL,
  to_rulebook text NOT NULL,
  verdict_before text NOT NULL,
  verdict_after text NOT NULL,
  changes jsonb NOT NULL,
  -- Of subject, day and changes: a change that was foreseen is not told again when its day comes.
  content_hash text NOT NULL,
  found_at timestamptz NOT NULL,
  seen_by uuid,
  seen_at timestamptz,
  PRIMARY KEY (workspace_id, impact_id),
  UNIQUE (workspace_id, content_hash),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, deliverable_id) REFERENCES deliverables ON DELETE CASCADE
);
CREATE INDEX rule_impacts_of_deliverable ON rule_impacts (workspace_id, deliverable_id);
CREATE INDEX content_checks_of_deliverable ON content_checks (workspace_id, deliverable_id);
CREATE INDEX rule_impacts_of_campaign ON rule_impacts (workspace_id, campaign_id, impact_id);

CALL fence_table('content_checks', 'SELECT, INSERT, UPDATE');
CALL fence_table('rulebook_looks', 'SELECT, INSERT, UPDATE');
CALL fence_table('rule_impacts', 'SELECT, INSERT');
GRANT UPDATE (seen_by, seen_at) ON rule_impacts TO kolibra_app;
