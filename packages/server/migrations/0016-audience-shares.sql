-- An audience is searched by shares, not by its largest group alone.
ALTER TABLE creator_rows
  ADD COLUMN audience_provinces text[] NOT NULL DEFAULT '{}',
  ADD COLUMN audience_under25_share double precision,
  ADD COLUMN audience_25_to_34_share double precision,
  ADD COLUMN audience_from35_share double precision,
  ADD COLUMN audience_tier1_share double precision,
  ADD COLUMN audience_top_tiers_share double precision;
