-- What people said under posts, and numbers by day. Both come in imports only; one row per thing and import that brought it, so that the
-- newest stands and the undo of an import takes exactly its own.

CREATE TABLE post_comments (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  platform text NOT NULL,
  platform_post_id text NOT NULL,
  platform_comment_id text NOT NULL,
  import_id uuid NOT NULL,
  parent_id text,
  commented_at text,
  content text NOT NULL,
  -- A pseudonym of whoever wrote it; names are never kept.
  author_hash text,
  likes double precision,
  PRIMARY KEY (workspace_id, platform, platform_post_id, platform_comment_id, import_id),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports ON DELETE CASCADE
);
CREATE INDEX post_comments_of_import ON post_comments (workspace_id, import_id);
CREATE INDEX post_comments_of_author ON post_comments (workspace_id, platform, author_hash);

-- `subject`: the id of an account, or what kind of thing it is and its id ("host:1 item:2", "shop").
CREATE TABLE daily_values (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  subject text NOT NULL,
  metric text NOT NULL,
  day date NOT NULL,
  source text NOT NULL,
  import_id uuid NOT NULL,
  unit text NOT NULL,
  daily_value double precision NOT NULL,
  observed_at text,
  PRIMARY KEY (workspace_id, subject, metric, day, source, import_id),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports ON DELETE CASCADE
);
CREATE INDEX daily_values_of_import ON daily_values (workspace_id, import_id);

CALL fence_table('post_comments', 'SELECT');
CALL fence_table('daily_values', 'SELECT');
