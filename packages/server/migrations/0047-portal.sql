-- What creators come in by and bring along. Every table is keyed by the creator, so that erasing the person reaches it.

-- One link per creator and campaign. Its token is derived from the folder's secret; here stands only the hash.
CREATE TABLE portal_links (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  link_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  token_hash text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (workspace_id, link_id),
  UNIQUE (workspace_id, token_hash),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);
CREATE UNIQUE INDEX portal_links_in_force ON portal_links (workspace_id, campaign_id, creator_id) WHERE revoked_at IS NULL;

-- A device that was let in: the first by opening the link, each further one by a code.
CREATE TABLE portal_devices (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  link_id uuid NOT NULL,
  device_id uuid NOT NULL,
  cookie_hash text NOT NULL,
  name text,
  is_first boolean NOT NULL,
  admitted_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, link_id, device_id),
  UNIQUE (workspace_id, cookie_hash),
  FOREIGN KEY (workspace_id, link_id) REFERENCES portal_links ON DELETE CASCADE
);
CREATE UNIQUE INDEX portal_devices_first ON portal_devices (workspace_id, link_id) WHERE is_first;

-- A code that the desk reads out and a further device types. It is bound to the device that asked and lives ten minutes.
CREATE TABLE portal_codes (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  link_id uuid NOT NULL,
  code_id uuid NOT NULL,
  asker_hash text NOT NULL,
  code text NOT NULL,
  device_name text,
  tries_left integer NOT NULL,
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, link_id, code_id),
  FOREIGN KEY (workspace_id, link_id) REFERENCES portal_links ON DELETE CASCADE
);

-- What a creator asked or told, and what the desk answered.
CREATE TABLE portal_requests (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  request_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  deliverable_id uuid,
  kind text NOT NULL,
  words text,
  field text,
  at_moment timestamptz,
  sent_at timestamptz NOT NULL,
  settlement text,
  note text,
  settled_by uuid,
  settled_at timestamptz,
  PRIMARY KEY (workspace_id, creator_id, request_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, deliverable_id) REFERENCES deliverables ON DELETE CASCADE
);
-- One of a kind waits per post; of what is about no post, one per campaign.
CREATE UNIQUE INDEX portal_requests_waiting ON portal_requests
  (workspace_id, campaign_id, creator_id, kind, coalesce(deliverable_id, campaign_id)) WHERE settlement IS NULL;

-- A picture or table that a creator uploads, its bytes sealed with a key of its own like a raw file.
CREATE TABLE portal_files (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  file_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  deliverable_id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  content_type text NOT NULL,
  content_hash text NOT NULL,
  size_bytes integer NOT NULL,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, file_id),
  UNIQUE (workspace_id, creator_id, deliverable_id, kind, content_hash),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, deliverable_id) REFERENCES deliverables ON DELETE CASCADE
);
CREATE TABLE portal_file_contents (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  file_id uuid NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, file_id),
  FOREIGN KEY (workspace_id, creator_id, file_id) REFERENCES portal_files ON DELETE CASCADE
);
CREATE TABLE portal_file_keys (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  file_id uuid NOT NULL,
  key bytea NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, file_id),
  FOREIGN KEY (workspace_id, creator_id, file_id) REFERENCES portal_files ON DELETE CASCADE
);

CALL fence_table('portal_links', 'SELECT, INSERT');
GRANT UPDATE (expires_at, revoked_at) ON portal_links TO kolibra_app;
CALL fence_table('portal_devices', 'SELECT, INSERT, DELETE');
GRANT UPDATE (seen_at) ON portal_devices TO kolibra_app;
CALL fence_table('portal_codes', 'SELECT, INSERT, DELETE');
GRANT UPDATE (tries_left) ON portal_codes TO kolibra_app;
CALL fence_table('portal_requests', 'SELECT, INSERT');
GRANT UPDATE (settlement, note, settled_by, settled_at) ON portal_requests TO kolibra_app;
CALL fence_table('portal_files', 'SELECT, INSERT');
CALL fence_table('portal_file_contents', 'SELECT, INSERT');
CALL fence_table('portal_file_keys', 'SELECT, INSERT');
