-- What people of the workspace enter about a creator. Every table is keyed by the creator, so that erasing the person reaches it.

CREATE TABLE creator_notes (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  note_id uuid NOT NULL,
  text text NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, note_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);

-- Work for other brands: what the Choice gate holds a campaign's brand, category and days against.
CREATE TABLE creator_engagements (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  brand text NOT NULL,
  category text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  is_exclusive boolean NOT NULL,
  source text NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, engagement_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE,
  CHECK (from_day <= to_day)
);

CREATE TABLE creator_incidents (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  incident_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('penalty', 'scandal', 'ban')),
  on_day date NOT NULL,
  until_day date,
  what text NOT NULL,
  source text NOT NULL,
  url text,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, incident_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE,
  CHECK (on_day <= until_day)
);

-- A document and its bytes, sealed with a key of its own like a raw file.
CREATE TABLE creator_documents (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  document_id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  content_type text NOT NULL,
  content_hash text NOT NULL,
  size_bytes integer NOT NULL,
  expires_on date,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, document_id),
  UNIQUE (workspace_id, creator_id, content_hash),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);
CREATE TABLE creator_document_files (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  document_id uuid NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, document_id),
  FOREIGN KEY (workspace_id, creator_id, document_id) REFERENCES creator_documents ON DELETE CASCADE
);
CREATE TABLE creator_document_keys (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  document_id uuid NOT NULL,
  key bytea NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, document_id),
  FOREIGN KEY (workspace_id, creator_id, document_id) REFERENCES creator_documents ON DELETE CASCADE
);

CALL fence_table('creator_notes', 'SELECT, INSERT, DELETE');
CALL fence_table('creator_engagements', 'SELECT, INSERT, DELETE');
CALL fence_table('creator_incidents', 'SELECT, INSERT, DELETE');
CALL fence_table('creator_documents', 'SELECT, INSERT, DELETE');
CALL fence_table('creator_document_files', 'SELECT, INSERT, DELETE');
CALL fence_table('creator_document_keys', 'SELECT, INSERT, DELETE');
