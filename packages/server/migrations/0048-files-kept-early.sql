-- The file of an import is kept while it is still being read, in the transaction that keeps the import later: its key is looked up at the end.
ALTER TABLE raw_file_keys ALTER CONSTRAINT raw_file_keys_workspace_id_import_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE raw_files ALTER CONSTRAINT raw_files_workspace_id_import_id_fkey DEFERRABLE INITIALLY DEFERRED;
