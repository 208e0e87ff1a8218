-- An undo, and the list of an import's creators, ask for the observations of one import.
CREATE INDEX creator_observations_of_import ON creator_observations (workspace_id, import_id);
CREATE INDEX post_observations_of_import ON post_observations (workspace_id, import_id);
