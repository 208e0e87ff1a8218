-- A campaign from goal to report. Drafts, waivers, briefs, plans and results are append-only for the request role.

CREATE TABLE campaigns (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  version integer NOT NULL,
  campaign jsonb NOT NULL,
  -- Goal, budget, rate and plan as they stood at the first contract, with hash and moment; written once.
  frozen jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id)
);

-- Other companies in a campaign. Party roles move workflows; they are not member roles.
CREATE TABLE parties (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  party_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('brand', 'agency', 'mcn', 'creator')),
  name text NOT NULL,
  duties text[] NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id, party_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE
);

CREATE TABLE plans (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  plan_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  plan jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  PRIMARY KEY (workspace_id, plan_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE
);
CREATE INDEX plans_of_campaign ON plans (workspace_id, campaign_id, plan_id);

CREATE TABLE deliverables (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  deliverable_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  platform text NOT NULL,
  format text NOT NULL,
  state text NOT NULL,
  planned_for text,
  published_url text,
  published_at timestamptz,
  revision_rounds integer NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, deliverable_id),
  UNIQUE (workspace_id, campaign_id, creator_id, format),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, plan_id) REFERENCES plans ON DELETE CASCADE
);

CREATE TABLE contracts (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  contract_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  deliverable_id uuid NOT NULL,
  goal_hash text NOT NULL,
  agreed_fen bigint,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  PRIMARY KEY (workspace_id, contract_id),
  UNIQUE (workspace_id, deliverable_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, deliverable_id) REFERENCES deliverables ON DELETE CASCADE
);

CREATE TABLE briefs (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  brief_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  version integer NOT NULL,
  state text NOT NULL,
  brief jsonb NOT NULL,
  author_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, brief_id),
  UNIQUE (workspace_id, campaign_id, version),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE
);

-- Every move of a brief or a draft, with the words that came with it.
CREATE TABLE reviews (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  review_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('brief', 'deliverable')),
  subject_id uuid NOT NULL,
  move text NOT NULL,
  note text,
  person_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, review_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE
);
CREATE INDEX reviews_of_subject ON reviews (workspace_id, subject_id, review_id);

CREATE TABLE drafts (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  draft_id uuid NOT NULL,
  deliverable_id uuid NOT NULL,
  version integer NOT NULL,
  facts jsonb NOT NULL,
  lint jsonb NOT NULL,
  submitted_at timestamptz NOT NULL,
  submitted_by uuid NOT NULL,
  PRIMARY KEY (workspace_id, draft_id),
  UNIQUE (workspace_id, deliverable_id, version),
  FOREIGN KEY (workspace_id, deliverable_id) REFERENCES deliverables ON DELETE CASCADE
);

CREATE TABLE publication_observations (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  deliverable_id uuid NOT NULL,
  observation_id uuid NOT NULL,
  observed_at timestamptz NOT NULL,
  source text NOT NULL,
  observed_values jsonb NOT NULL,
  PRIMARY KEY (workspace_id, deliverable_id, observation_id),
  FOREIGN KEY (workspace_id, deliverable_id) REFERENCES deliverables ON DELETE CASCADE
);

CREATE TABLE waivers (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  waiver_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  gate text NOT NULL,
  code text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  input_hash text NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL,
  reason text NOT NULL,
  evidence text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, waiver_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE
);
CREATE INDEX waivers_of_campaign ON waivers (workspace_id, campaign_id, waiver_id);

-- What each gate last passed on, and the hashes of its inputs: tells why a pass no longer counts.
CREATE TABLE gate_passes (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  gate text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  input_hash text NOT NULL,
  parts jsonb NOT NULL,
  passed_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id, gate, subject_kind, subject_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE
);

CALL fence_table('campaigns', 'SELECT, INSERT, UPDATE');
CALL fence_table('parties', 'SELECT, INSERT');
CALL fence_table('plans', 'SELECT, INSERT');
CALL fence_table('deliverables', 'SELECT, INSERT, UPDATE, DELETE');
CALL fence_table('contracts', 'SELECT, INSERT');
CALL fence_table('briefs', 'SELECT, INSERT');
GRANT UPDATE (state) ON briefs TO kolibra_app;
CALL fence_table('reviews', 'SELECT, INSERT');
CALL fence_table('drafts', 'SELECT, INSERT');
CALL fence_table('publication_observations', 'SELECT, INSERT');
CALL fence_table('waivers', 'SELECT, INSERT');
CALL fence_table('gate_passes', 'SELECT, INSERT, UPDATE');
