-- A loan may be ended before its time, by a person and with a reason. It stays to be read; it erases nobody and holds up no undo.
ALTER TABLE creator_loans
  ADD COLUMN ended_at timestamptz,
  ADD COLUMN ended_by uuid,
  ADD COLUMN end_reason text,
  ADD CONSTRAINT creator_loans_ended_whole CHECK (num_nulls(ended_at, ended_by, end_reason) IN (0, 3));
