-- Which of several values is meant: the period of a number, the group of an audience, the part of a quote.
ALTER TABLE creator_corrections ADD COLUMN place jsonb;
