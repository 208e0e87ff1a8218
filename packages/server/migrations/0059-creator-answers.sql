-- What a creator said of a post stands with the post: choices and contracts look at it and need not read what the portal keeps.
ALTER TABLE deliverables ADD COLUMN answer text CHECK (answer IN ('accept', 'decline'));

-- The fence binds the owner too: lifted for the one statement that reads every workspace.
ALTER TABLE deliverables NO FORCE ROW LEVEL SECURITY;
ALTER TABLE portal_requests NO FORCE ROW LEVEL SECURITY;
UPDATE deliverables SET answer = said.kind
  FROM (
    SELECT DISTINCT ON (workspace_id, deliverable_id) workspace_id, deliverable_id, kind, settlement
    FROM portal_requests WHERE kind IN ('accept', 'decline') AND deliverable_id IS NOT NULL
    ORDER BY workspace_id, deliverable_id, request_id DESC
  ) AS said
  -- A no that the desk turned down is asked again.
  WHERE said.workspace_id = deliverables.workspace_id AND said.deliverable_id = deliverables.deliverable_id
    AND said.settlement IS DISTINCT FROM 'turned_down';
ALTER TABLE portal_requests FORCE ROW LEVEL SECURITY;
ALTER TABLE deliverables FORCE ROW LEVEL SECURITY;
