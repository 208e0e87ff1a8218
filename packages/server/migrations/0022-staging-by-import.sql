-- Rows on their way in stand in a temporary table of the import's own transaction now.
DROP SCHEMA kolibra_staging CASCADE;
