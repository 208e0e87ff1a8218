-- What each party received, understood and asked. The words of a creator go with the creator: every row of theirs hangs on their party.

CREATE TABLE brief_receipts (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  brief_id uuid NOT NULL,
  party_id uuid NOT NULL,
  -- Empty: not known.
  device text NOT NULL,
  received_at timestamptz NOT NULL,
  entered_by uuid NOT NULL,
  member_id uuid,
  PRIMARY KEY (workspace_id, brief_id, party_id, device),
  FOREIGN KEY (workspace_id, brief_id) REFERENCES briefs ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES parties ON DELETE CASCADE
);
CALL fence_table('brief_receipts', 'SELECT, INSERT');

-- One row per time a party played a version back; the last one counts.
CREATE TABLE brief_playbacks (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  brief_id uuid NOT NULL,
  party_id uuid NOT NULL,
  revision integer NOT NULL,
  playback jsonb NOT NULL,
  said_at timestamptz NOT NULL,
  entered_by uuid NOT NULL,
  member_id uuid,
  PRIMARY KEY (workspace_id, brief_id, party_id, revision),
  FOREIGN KEY (workspace_id, brief_id) REFERENCES briefs ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES parties ON DELETE CASCADE
);
CALL fence_table('brief_playbacks', 'SELECT, INSERT');

-- A difference that one side accepted. Its key is a fingerprint of both sides: when one changes, it is another difference.
CREATE TABLE playback_settlements (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  party_id uuid NOT NULL,
  difference_key text NOT NULL,
  how text NOT NULL,
  note text,
  settled_at timestamptz NOT NULL,
  settled_by uuid NOT NULL,
  member_id uuid,
  PRIMARY KEY (workspace_id, campaign_id, party_id, difference_key),
  FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES parties ON DELETE CASCADE
);
CALL fence_table('playback_settlements', 'SELECT, INSERT');

-- A question, comment or suggestion on one item of the brief; party null is the desk itself.
CREATE TABLE brief_threads (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  thread_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  brief_id uuid NOT NULL,
  item_id text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  party_id uuid,
  proposed jsonb,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, thread_id),
  FOREIGN KEY (workspace_id, brief_id) REFERENCES briefs ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES parties ON DELETE CASCADE
);
CREATE INDEX brief_threads_of_campaign ON brief_threads (workspace_id, campaign_id, thread_id);
CALL fence_table('brief_threads', 'SELECT, INSERT');
GRANT UPDATE (state) ON brief_threads TO kolibra_app;

CREATE TABLE brief_thread_words (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  thread_id uuid NOT NULL,
  words_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  move text NOT NULL,
  words text NOT NULL,
  party_id uuid,
  member_id uuid,
  said_by uuid NOT NULL,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, thread_id, words_id),
  FOREIGN KEY (workspace_id, thread_id) REFERENCES brief_threads ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES parties ON DELETE CASCADE
);
CALL fence_table('brief_thread_words', 'SELECT, INSERT');
