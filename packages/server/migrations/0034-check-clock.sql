-- What a check found are words of a text. It goes with the draft it was made for, whatever way the draft goes; others end by the clock.
CREATE INDEX drafts_by_check ON drafts (workspace_id, check_id);
CREATE INDEX checks_by_moment ON checks (workspace_id, checked_at);

CREATE FUNCTION delete_checks_of_drafts() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = kolibra, pg_temp AS $$
BEGIN
  DELETE FROM checks USING gone
  WHERE checks.workspace_id = gone.workspace_id AND checks.check_id = gone.check_id
    AND NOT EXISTS (SELECT FROM drafts WHERE drafts.workspace_id = checks.workspace_id AND drafts.check_id = checks.check_id);
  RETURN NULL;
END $$;
CREATE TRIGGER draft_removed AFTER DELETE ON drafts REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION delete_checks_of_drafts();
