-- Posts that a person took off an account they were only matched to by the hash of its id. The match itself stays: taking the row out
-- puts the post back, and an erasure still finds it.
CREATE TABLE split_posts (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  post_id uuid NOT NULL,
  split_by uuid NOT NULL,
  split_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, post_id),
  FOREIGN KEY (workspace_id, post_id) REFERENCES posts ON DELETE CASCADE
);
CALL fence_table('split_posts', 'SELECT, INSERT, DELETE');
