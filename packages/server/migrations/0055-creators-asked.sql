-- Creators of briefs that were sent before creators were parties are asked too.

-- The fence binds the owner too: lifted for the one statement that reads every workspace.
ALTER TABLE parties NO FORCE ROW LEVEL SECURITY;
ALTER TABLE deliverables NO FORCE ROW LEVEL SECURITY;
ALTER TABLE briefs NO FORCE ROW LEVEL SECURITY;
INSERT INTO parties (workspace_id, campaign_id, party_id, role, name, creator_id)
  SELECT chosen.workspace_id, chosen.campaign_id, gen_random_uuid(), 'creator', NULL, chosen.creator_id
  FROM (
    SELECT DISTINCT deliverables.workspace_id, deliverables.campaign_id, deliverables.creator_id
    FROM deliverables JOIN briefs USING (workspace_id, campaign_id)
    WHERE briefs.state IN ('sent', 'acknowledged')
  ) AS chosen
  ON CONFLICT DO NOTHING;
ALTER TABLE briefs FORCE ROW LEVEL SECURITY;
ALTER TABLE deliverables FORCE ROW LEVEL SECURITY;
ALTER TABLE parties FORCE ROW LEVEL SECURITY;
