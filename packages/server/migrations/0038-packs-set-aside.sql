-- The way back from a pack: it is set aside with a reason and a name, the newest of the others judges again, and it can be used once more.
ALTER TABLE rulebook_packs
  ADD COLUMN set_aside_by uuid,
  ADD COLUMN set_aside_at timestamptz,
  ADD COLUMN set_aside_reason text CHECK (trim(set_aside_reason) <> ''),
  ADD CONSTRAINT rulebook_packs_aside_check CHECK (num_nulls(set_aside_by, set_aside_at, set_aside_reason) IN (0, 3));
GRANT UPDATE (set_aside_by, set_aside_at, set_aside_reason) ON rulebook_packs TO kolibra_app;
