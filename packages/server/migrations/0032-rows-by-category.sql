-- Whom an account is held against: the first accounts of its platform and category, in their order.
CREATE INDEX creator_rows_of_category ON creator_rows (workspace_id, platform, (categories[1]), creator_id);
