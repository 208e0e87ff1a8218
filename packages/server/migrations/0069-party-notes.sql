-- What each party of a campaign was told week by week: generated from the events, edited by a person, sent or copied. It goes with the party.
CREATE TABLE party_notes (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  party_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  note_id uuid NOT NULL,
  words text NOT NULL,
  way text NOT NULL,
  sent_by uuid NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id, party_id, number),
  UNIQUE (workspace_id, note_id),
  FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES parties (workspace_id, campaign_id, party_id) ON DELETE CASCADE
);
CALL fence_table('party_notes', 'SELECT, INSERT');
