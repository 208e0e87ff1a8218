-- Who works here, what happened, and the plumbing of requests.
-- workspace_id stands first in every key, so that it is also the distribution key of a distributed PostgreSQL.

CREATE TABLE workspaces (
  workspace_id uuid PRIMARY KEY,
  name text NOT NULL,
  is_demo boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE members (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  user_id uuid NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'manager', 'analyst', 'viewer')),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, user_id)
);

CREATE TABLE login_links (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  link_hash text NOT NULL,
  user_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (workspace_id, link_hash),
  FOREIGN KEY (workspace_id, user_id) REFERENCES members ON DELETE CASCADE
);

CREATE TABLE sessions (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  session_hash text NOT NULL,
  user_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, session_hash),
  FOREIGN KEY (workspace_id, user_id) REFERENCES members ON DELETE CASCADE
);

-- Ids and field names only, never a value about a person. Append-only: the request role may not change or delete.
CREATE TABLE events (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  event_id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid NOT NULL,
  actor_role text NOT NULL,
  name text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  campaign_id uuid,
  fields text[] NOT NULL,
  PRIMARY KEY (workspace_id, event_id)
);
CREATE INDEX events_of_campaign ON events (workspace_id, campaign_id, event_id);

-- The answer to a creating POST, kept so that a repeated request gets the same one.
CREATE TABLE idempotent_answers (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  key_hash text NOT NULL,
  request_hash text NOT NULL,
  status integer,
  body jsonb,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, key_hash)
);

CREATE FUNCTION current_workspace() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.workspace_id', true), '')::uuid $$;
CREATE FUNCTION current_person() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

-- Fences a table: rows of the transaction's workspace only, for everybody, the table's owner included.
CREATE PROCEDURE fence_table(name text, privileges text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY own_workspace ON %I USING (workspace_id = current_workspace()) WITH CHECK (workspace_id = current_workspace())', name);
  EXECUTE format('GRANT %s ON %I TO kolibra_app', privileges, name);
END $$;

CALL fence_table('workspaces', 'SELECT, INSERT, UPDATE, DELETE');
CALL fence_table('members', 'SELECT, INSERT, UPDATE, DELETE');
CALL fence_table('login_links', 'SELECT, INSERT, UPDATE, DELETE');
CALL fence_table('sessions', 'SELECT, INSERT, DELETE');
CALL fence_table('events', 'SELECT, INSERT');
CALL fence_table('idempotent_answers', 'SELECT, INSERT, UPDATE, DELETE');

-- A person sees the list of the workspaces they belong to, before they have chosen one.
CREATE POLICY own_memberships ON members FOR SELECT USING (user_id = current_person());
CREATE POLICY joined_workspaces ON workspaces FOR SELECT
  USING (EXISTS (SELECT FROM members WHERE members.workspace_id = workspaces.workspace_id AND members.user_id = current_person()));

-- Jobs live in the runner's own schema, which the request role cannot touch: it may only ask for work in its own workspace.
CREATE FUNCTION enqueue_job(task text, payload json, key text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = kolibra, pg_temp AS $$
BEGIN
  IF (payload ->> 'workspaceId')::uuid IS DISTINCT FROM current_workspace() THEN
    RAISE EXCEPTION 'a job may only be asked for in the workspace of the transaction';
  END IF;
  PERFORM graphile_worker.add_job(task, payload, job_key => key);
END $$;
REVOKE ALL ON FUNCTION enqueue_job(text, json, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(text, json, text) TO kolibra_app;
