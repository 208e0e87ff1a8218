-- What people wrote about themselves, brands they are said to have worked with, and posts that only carry a pseudonym.

ALTER TABLE creator_profiles ADD COLUMN bio text;
ALTER TABLE creator_rows ADD COLUMN brands text[] NOT NULL DEFAULT '{}';

-- A post with the pseudonym of its author goes to an account that is held already and whose id has this hash; never to an unknown one.
ALTER TABLE posts
  ADD COLUMN author_hash text,
  ADD COLUMN attached_by_hash boolean NOT NULL DEFAULT false;
CREATE INDEX posts_unattached ON posts (workspace_id, platform, author_hash) WHERE account_id IS NULL AND author_hash IS NOT NULL;
