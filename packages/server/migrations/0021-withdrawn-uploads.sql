-- An upload in which somebody stood who was erased since: its bytes and key are gone, the row stays to say why until its day is over.
ALTER TABLE import_uploads DROP CONSTRAINT import_uploads_state_check;
ALTER TABLE import_uploads ADD CONSTRAINT import_uploads_state_check CHECK (state IN ('kept', 'read', 'refused', 'withdrawn'));
