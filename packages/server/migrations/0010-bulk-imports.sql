-- Large imports: what a file says of one thing is one typed row on its way in and one observation where it stays.

DROP TABLE kolibra_staging.import_items;
CREATE UNLOGGED TABLE kolibra_staging.import_rows (
  import_id uuid NOT NULL,
  target text NOT NULL,
  row_id uuid NOT NULL,
  -- The id the thing has in the workspace, once it was found there.
  thing_id uuid,
  -- A thing seen at several times comes in several rows; the first carries its identity and, if it is new, gives it its id.
  first_row_id uuid NOT NULL,
  platform text NOT NULL,
  own_id text NOT NULL,
  display_name text,
  handle text,
  region text,
  verification text,
  identity jsonb,
  tab text NOT NULL,
  observed_at text,
  observed_values jsonb NOT NULL
);

-- An observation of kind 'account' holds everything one source tab says of a creator as of one time. Its numbers stand in the order of
-- import_columns.place, and what they share (period, note type, flow) stands there, once per import and column.
ALTER TABLE creator_observations DROP CONSTRAINT creator_observations_kind_check;
ALTER TABLE creator_observations ADD CONSTRAINT creator_observations_kind_check
  CHECK (kind IN ('account', 'profile', 'metrics', 'quotes', 'posts'));
ALTER TABLE import_columns
  ADD COLUMN place integer,
  ADD COLUMN period text,
  ADD COLUMN note_type text,
  ADD COLUMN flow text;

-- A large file is kept in parts, each sealed with the key of its import.
ALTER TABLE raw_files ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE raw_files DROP CONSTRAINT raw_files_pkey;
ALTER TABLE raw_files ADD PRIMARY KEY (workspace_id, import_id, part);
ALTER TABLE raw_files ALTER COLUMN sealed SET STORAGE EXTERNAL;
