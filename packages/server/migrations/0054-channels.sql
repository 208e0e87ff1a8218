-- How members are told of what happened, and what is on its way to them.

-- A member's own channel. Address and secret are sealed with a key that the database does not hold.
CREATE TABLE channels (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  channel_id uuid NOT NULL,
  user_id uuid NOT NULL,
  revision integer NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  language text NOT NULL,
  sealed bytea NOT NULL,
  events text[] NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, channel_id)
);
CREATE INDEX channels_of_member ON channels (workspace_id, user_id);

-- One message to one channel: what it is about, and how far it got; one that arrived is deleted. It holds ids; the words are made when it is sent.
CREATE TABLE deliveries (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  delivery_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  event_name text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  campaign_id uuid,
  happened_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'dead')),
  attempts integer NOT NULL,
  problem text,
  tried_at timestamptz,
  PRIMARY KEY (workspace_id, delivery_id),
  FOREIGN KEY (workspace_id, channel_id) REFERENCES channels ON DELETE CASCADE
);
CREATE INDEX deliveries_of_channel ON deliveries (workspace_id, channel_id);
CREATE INDEX deliveries_dead ON deliveries (workspace_id, delivery_id) WHERE state = 'dead';

CALL fence_table('channels', 'SELECT, INSERT, DELETE');
GRANT UPDATE (revision, name, language, events) ON channels TO kolibra_app;
CALL fence_table('deliveries', 'SELECT, INSERT, DELETE');
GRANT UPDATE (state, attempts, problem, tried_at) ON deliveries TO kolibra_app;
