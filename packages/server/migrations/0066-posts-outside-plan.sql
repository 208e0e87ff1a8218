-- A score counts the posts of creators whom the frozen plan knew, and says how many others there were; until now there was no score with others.
ALTER TABLE forecast_scores ADD COLUMN outside_posts integer NOT NULL DEFAULT 0 CHECK (outside_posts >= 0);
