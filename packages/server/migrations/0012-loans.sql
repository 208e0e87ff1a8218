-- Personal data is a loan: on what basis, until when, and what remains when it is given back.

-- On what basis what is held of a person is held. `until_day` is the retention clock; null: no end was agreed.
CREATE TABLE creator_loans (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  basis text NOT NULL CHECK (basis IN ('consent', 'contract', 'public_information')),
  since_day date NOT NULL,
  until_day date,
  source text NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, creator_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE,
  CHECK (since_day <= until_day)
);

-- An account whose person was erased but whose contracts, drafts and labels the law keeps: it ends with `locked_until`.
CREATE TABLE erasure_locks (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  creator_id uuid NOT NULL,
  erased_at timestamptz NOT NULL,
  locked_until date NOT NULL,
  PRIMARY KEY (workspace_id, creator_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);

-- Beside the hash of a file as it came: what it is now, after records about erased people were taken out.
CREATE TABLE raw_file_erasures (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  import_id uuid NOT NULL,
  erasure_id uuid NOT NULL,
  erased_at timestamptz NOT NULL,
  records integer NOT NULL,
  content_hash text NOT NULL,
  PRIMARY KEY (workspace_id, import_id, erasure_id),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports ON DELETE CASCADE
);

-- The key under which a workspace hashes the ids of people it erased.
CREATE TABLE suppression_keys (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  key bytea NOT NULL,
  PRIMARY KEY (workspace_id)
);

CALL fence_table('creator_loans', 'SELECT, INSERT, UPDATE, DELETE');
CALL fence_table('erasure_locks', 'SELECT');
CALL fence_table('raw_file_erasures', 'SELECT');
CALL fence_table('suppression_keys', 'SELECT');

-- Whoever was erased does not come back, whichever way rows come in and however long they were on their way.
CREATE FUNCTION is_suppressed(in_workspace uuid, on_platform text, own_id text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM suppression_keys JOIN suppressions USING (workspace_id)
    WHERE workspace_id = in_workspace AND platform = on_platform
      AND account_hash = encode(sha256(key || convert_to(on_platform || ' ' || own_id, 'UTF8')), 'hex'))
$$;
CREATE FUNCTION drop_suppressed_creators() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = kolibra, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM suppression_keys) THEN
    DELETE FROM creators USING added
      WHERE creators.workspace_id = added.workspace_id AND creators.creator_id = added.creator_id
        AND is_suppressed(added.workspace_id, added.platform, added.account_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER suppressed_creators AFTER INSERT ON creators REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION drop_suppressed_creators();
CREATE FUNCTION drop_suppressed_posts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = kolibra, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM suppression_keys) THEN
    DELETE FROM posts USING added
      WHERE posts.workspace_id = added.workspace_id AND posts.post_id = added.post_id
        AND is_suppressed(added.workspace_id, added.platform, added.account_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER suppressed_posts AFTER INSERT ON posts REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION drop_suppressed_posts();

-- A job for a later moment, in the workspace of the transaction like any other.
CREATE FUNCTION enqueue_job_at(task text, payload json, key text, at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = kolibra, pg_temp AS $$
BEGIN
  IF (payload ->> 'workspaceId')::uuid IS DISTINCT FROM current_workspace() THEN
    RAISE EXCEPTION 'a job may only be asked for in the workspace of the transaction';
  END IF;
  PERFORM graphile_worker.add_job(task, payload, run_at => at, job_key => key);
END $$;
REVOKE ALL ON FUNCTION enqueue_job_at(text, json, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job_at(text, json, text, timestamptz) TO kolibra_app;
