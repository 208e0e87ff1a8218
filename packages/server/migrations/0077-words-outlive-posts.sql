-- What a creator said or brought stays held when a plan leaves their planned post out: the id then points at a post that is gone.
ALTER TABLE portal_requests DROP CONSTRAINT portal_requests_workspace_id_deliverable_id_fkey;
ALTER TABLE portal_files DROP CONSTRAINT portal_files_workspace_id_deliverable_id_fkey;
