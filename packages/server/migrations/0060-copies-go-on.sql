-- A working copy that ended keeps its number, so that who still types on the old one is told; and a copy knows the version it was begun on.

ALTER TABLE brief_copies ALTER COLUMN brief DROP NOT NULL, ADD COLUMN after_version integer;
