-- What was imported and whom it is about. Whatever names or describes a person stands in a table keyed by that person.

CREATE TABLE imports (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  import_id uuid NOT NULL,
  content_hash text NOT NULL,
  file_name text NOT NULL,
  source text NOT NULL,
  said_observed_on date,
  report jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  PRIMARY KEY (workspace_id, import_id),
  UNIQUE (workspace_id, content_hash)
);

-- The file as it came, sealed with a key of its own.
CREATE TABLE raw_files (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  import_id uuid NOT NULL,
  sealed bytea NOT NULL,
  size_bytes bigint NOT NULL,
  PRIMARY KEY (workspace_id, import_id),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports ON DELETE CASCADE
);
CREATE TABLE raw_file_keys (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  import_id uuid NOT NULL,
  key bytea NOT NULL,
  PRIMARY KEY (workspace_id, import_id),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports ON DELETE CASCADE
);

-- The shared parts of a number's passport, once per import and column.
CREATE TABLE import_columns (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  import_id uuid NOT NULL,
  column_name text NOT NULL,
  metric text NOT NULL,
  tab text NOT NULL,
  unit text NOT NULL,
  proof text NOT NULL,
  definition text,
  formula text,
  PRIMARY KEY (workspace_id, import_id, tab, column_name, metric),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports ON DELETE CASCADE
);

CREATE TABLE creators (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  platform text NOT NULL,
  account_id text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id),
  UNIQUE (workspace_id, platform, account_id)
);

CREATE TABLE creator_profiles (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  display_name text,
  handle text,
  region text,
  verification text,
  person jsonb NOT NULL,
  PRIMARY KEY (workspace_id, creator_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);

-- Append-only: one row per creator × source tab × period × note type × flow × as-of × import, with its values in it.
CREATE TABLE creator_observations (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  observation_id uuid NOT NULL,
  import_id uuid,
  kind text NOT NULL CHECK (kind IN ('profile', 'metrics', 'quotes', 'posts')),
  source text NOT NULL,
  tab text NOT NULL,
  period text,
  note_type text,
  flow text,
  observed_at text,
  observed_values jsonb NOT NULL,
  PRIMARY KEY (workspace_id, creator_id, observation_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports ON DELETE CASCADE
);

-- What the table of creators shows; rebuilt from the observations, never a source itself.
CREATE TABLE creator_rows (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  creator_type text,
  type_basis text,
  followers bigint,
  categories text[] NOT NULL,
  price_fen bigint,
  price_format text,
  filed boolean,
  views_p10 double precision,
  views_p50 double precision,
  views_p90 double precision,
  interact_rate double precision,
  sources text[] NOT NULL,
  observed_at text,
  forecast jsonb,
  PRIMARY KEY (workspace_id, creator_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);

CREATE TABLE posts (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  post_id uuid NOT NULL,
  platform text NOT NULL,
  platform_post_id text NOT NULL,
  account_id text,
  url text,
  published_at text,
  format text,
  sponsored boolean,
  PRIMARY KEY (workspace_id, post_id),
  UNIQUE (workspace_id, platform, platform_post_id)
);
CREATE TABLE post_texts (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  post_id uuid NOT NULL,
  title text,
  content text,
  PRIMARY KEY (workspace_id, post_id),
  FOREIGN KEY (workspace_id, post_id) REFERENCES posts ON DELETE CASCADE
);
CREATE TABLE post_observations (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  post_id uuid NOT NULL,
  observation_id uuid NOT NULL,
  import_id uuid NOT NULL,
  observed_at text,
  flow text,
  source text NOT NULL,
  observed_values jsonb NOT NULL,
  PRIMARY KEY (workspace_id, post_id, observation_id),
  FOREIGN KEY (workspace_id, post_id) REFERENCES posts ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports ON DELETE CASCADE
);

-- People who were erased: a keyed hash of the platform id, so that a later import does not bring them back.
CREATE TABLE suppressions (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  platform text NOT NULL,
  account_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, platform, account_hash)
);

CALL fence_table('imports', 'SELECT');
CALL fence_table('raw_files', 'SELECT');
CALL fence_table('raw_file_keys', 'SELECT');
CALL fence_table('import_columns', 'SELECT');
CALL fence_table('creators', 'SELECT, INSERT');
CALL fence_table('creator_profiles', 'SELECT, INSERT, UPDATE, DELETE');
CALL fence_table('creator_observations', 'SELECT, INSERT');
CALL fence_table('creator_rows', 'SELECT, INSERT, UPDATE, DELETE');
CALL fence_table('posts', 'SELECT');
CALL fence_table('post_texts', 'SELECT');
CALL fence_table('post_observations', 'SELECT');
CALL fence_table('suppressions', 'SELECT, INSERT');

-- Rows on their way in. No workspace and no privileges: only the owner of the import reaches it, and moves rows by
-- INSERT … SELECT with the workspace as a constant. Unlogged: a crash empties it.
CREATE SCHEMA kolibra_staging;
CREATE UNLOGGED TABLE kolibra_staging.import_items (
  import_id uuid NOT NULL,
  target text NOT NULL,
  item jsonb NOT NULL
);
CREATE INDEX import_items_of_import ON kolibra_staging.import_items (import_id, target);
