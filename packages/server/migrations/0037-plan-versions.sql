-- Plans are numbered versions of a campaign; one of them is the plan, and its creators are asked one by one.

ALTER TABLE plans ADD COLUMN version integer,
  ADD COLUMN made_from uuid,
  ADD COLUMN scenario text,
  ADD COLUMN cause text NOT NULL DEFAULT 'again',
  ADD COLUMN cause_creator_id uuid,
  ADD COLUMN ask jsonb NOT NULL DEFAULT '{}';
-- The fence binds the owner too: lifted for the one statement that numbers the plans of every workspace.
ALTER TABLE plans NO FORCE ROW LEVEL SECURITY;
UPDATE plans SET version = numbered.place, cause = CASE numbered.place WHEN 1 THEN 'first' ELSE 'again' END
  FROM (SELECT workspace_id, plan_id, row_number() OVER (PARTITION BY workspace_id, campaign_id ORDER BY plan_id) AS place FROM plans) AS numbered
  WHERE plans.workspace_id = numbered.workspace_id AND plans.plan_id = numbered.plan_id;
ALTER TABLE plans FORCE ROW LEVEL SECURITY;
ALTER TABLE plans ALTER COLUMN version SET NOT NULL,
  ALTER COLUMN cause DROP DEFAULT,
  ALTER COLUMN ask DROP DEFAULT,
  ADD UNIQUE (workspace_id, campaign_id, version);

-- Which version became the plan of the campaign, and whom of it: the newest counts.
CREATE TABLE plan_adoptions (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  -- Rises by one: two people who choose at once do not undo each other unseen.
  adoption integer NOT NULL,
  plan_id uuid NOT NULL,
  creator_ids uuid[] NOT NULL,
  adopted_by uuid NOT NULL,
  adopted_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id, adoption),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, plan_id) REFERENCES plans ON DELETE CASCADE
);
-- Until now a plan was chosen by the posts that hang on it.
ALTER TABLE plans NO FORCE ROW LEVEL SECURITY;
ALTER TABLE deliverables NO FORCE ROW LEVEL SECURITY;
INSERT INTO plan_adoptions (workspace_id, campaign_id, adoption, plan_id, creator_ids, adopted_by, adopted_at)
  SELECT chosen.workspace_id, chosen.campaign_id, 1, newest.plan_id, array_agg(DISTINCT chosen.creator_id), newest.created_by, max(chosen.created_at)
  FROM deliverables AS chosen
  JOIN LATERAL (
    SELECT plans.plan_id, plans.created_by FROM plans JOIN deliverables AS hung USING (workspace_id, plan_id)
    WHERE plans.workspace_id = chosen.workspace_id AND plans.campaign_id = chosen.campaign_id ORDER BY plans.plan_id DESC LIMIT 1
  ) AS newest ON true
  GROUP BY chosen.workspace_id, chosen.campaign_id, newest.plan_id, newest.created_by;
ALTER TABLE deliverables FORCE ROW LEVEL SECURITY;
ALTER TABLE plans FORCE ROW LEVEL SECURITY;
CALL fence_table('plan_adoptions', 'SELECT, INSERT');

-- How a creator was asked and what they said, step by step. A note is about the creator and goes with the creator.
CREATE TABLE invitation_steps (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  step integer NOT NULL,
  plan_id uuid NOT NULL,
  move text NOT NULL,
  to_state text NOT NULL,
  note text,
  moved_by uuid NOT NULL,
  moved_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, campaign_id, step),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, plan_id) REFERENCES plans ON DELETE CASCADE
);
CREATE INDEX invitation_steps_of_campaign ON invitation_steps (workspace_id, campaign_id);
CALL fence_table('invitation_steps', 'SELECT, INSERT');
