-- A file that was uploaded and is not imported yet: kept sealed, read again when need be, gone after a day.
CREATE TABLE import_uploads (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  upload_id uuid NOT NULL,
  file_name text NOT NULL,
  is_pasted boolean NOT NULL,
  source text NOT NULL,
  said_observed_on date,
  mapping jsonb,
  content_hash text NOT NULL,
  size_bytes bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('kept', 'read', 'refused')),
  -- What was understood of it: names of creators stand in there, so it is sealed like the file.
  sealed_reading bytea,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, upload_id)
);
CREATE TABLE import_upload_parts (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  upload_id uuid NOT NULL,
  part integer NOT NULL,
  sealed bytea NOT NULL,
  size_bytes bigint NOT NULL,
  PRIMARY KEY (workspace_id, upload_id, part),
  FOREIGN KEY (workspace_id, upload_id) REFERENCES import_uploads ON DELETE CASCADE
);
ALTER TABLE import_upload_parts ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE import_upload_keys (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  upload_id uuid NOT NULL,
  key bytea NOT NULL,
  PRIMARY KEY (workspace_id, upload_id),
  FOREIGN KEY (workspace_id, upload_id) REFERENCES import_uploads ON DELETE CASCADE
);
CALL fence_table('import_uploads', 'SELECT, INSERT, UPDATE, DELETE');
CALL fence_table('import_upload_parts', 'SELECT, INSERT');
CALL fence_table('import_upload_keys', 'SELECT, INSERT');

-- How a person mapped the file: its raw bytes are read again under it for the rejects.
ALTER TABLE imports ADD COLUMN mapping jsonb;
