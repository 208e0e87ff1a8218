-- Whether a job of this kind waits or runs in the workspace of the transaction; one that was given up is waited for no longer.
CREATE FUNCTION waits_for_job(task text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = kolibra, pg_temp AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM graphile_worker.jobs
    WHERE task_identifier = task AND attempts < max_attempts
      AND starts_with(key, task || ':' || current_workspace()::text || ':')
  );
END $$;
REVOKE ALL ON FUNCTION waits_for_job(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION waits_for_job(text) TO kolibra_app;
