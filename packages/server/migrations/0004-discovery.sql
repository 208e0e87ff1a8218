-- What creators are searched by: one column per field of core's table, rebuilt from the observations like the rest of the row.

ALTER TABLE creator_rows
  ADD COLUMN platform text,
  -- The name in pinyin: the order of a list in Chinese.
  ADD COLUMN name_key text,
  -- Folded names, pinyin, initials, handle and bio.
  ADD COLUMN search_text text NOT NULL DEFAULT '',
  ADD COLUMN region text,
  ADD COLUMN mcn text,
  ADD COLUMN languages text[] NOT NULL DEFAULT '{}',
  ADD COLUMN audience_age text,
  ADD COLUMN audience_city_tier text,
  ADD COLUMN audience_province text,
  ADD COLUMN audience_female_share double precision,
  ADD COLUMN cpm_fen double precision,
  ADD COLUMN cpe_fen double precision,
  ADD COLUMN authenticity double precision,
  ADD COLUMN completeness double precision,
  ADD COLUMN observed_day integer;

-- Which rows changed, by transaction. A reader asks from the oldest transaction that was open when it last asked:
-- numbers are given out before commit, so "greater than the last one seen" would miss what commits late.
CREATE TABLE creator_changes (
  workspace_id uuid NOT NULL,
  xact xid8 NOT NULL,
  creator_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, xact, creator_id)
);
CALL fence_table('creator_changes', 'SELECT, INSERT, DELETE');

CREATE FUNCTION note_creator_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- With its workspace a row goes unnoted: nobody is left to read of it.
  INSERT INTO creator_changes (workspace_id, xact, creator_id, at)
    SELECT workspace_id, pg_current_xact_id(), creator_id, now() FROM changed
    WHERE EXISTS (SELECT FROM workspaces WHERE workspaces.workspace_id = changed.workspace_id)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER creator_row_added AFTER INSERT ON creator_rows REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_creator_change();
CREATE TRIGGER creator_row_changed AFTER UPDATE ON creator_rows REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_creator_change();
CREATE TRIGGER creator_row_removed AFTER DELETE ON creator_rows REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_creator_change();
