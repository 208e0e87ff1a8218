-- A province of an audience is kept with the step its share reaches (上海≥15), so that a search may ask from any step on. Until the rows
-- are worked out anew, which the jobs do, they say what they said before: a tenth.
-- The fence binds the owner too: lifted while every workspace is read.
ALTER TABLE creator_rows NO FORCE ROW LEVEL SECURITY;
ALTER TABLE creator_rows DISABLE TRIGGER USER;
UPDATE creator_rows SET audience_provinces = ARRAY(SELECT province || '≥10' FROM unnest(audience_provinces) AS held(province))
WHERE audience_provinces <> '{}';
SELECT graphile_worker.add_job('creators.refresh_rows', json_build_object('workspaceId', workspace_id, 'subjectId', NULL),
  job_key => 'creators.refresh_rows:' || workspace_id || ':')
FROM (SELECT DISTINCT workspace_id FROM creator_rows WHERE audience_provinces <> '{}') AS affected;
ALTER TABLE creator_rows ENABLE TRIGGER USER;
ALTER TABLE creator_rows FORCE ROW LEVEL SECURITY;
