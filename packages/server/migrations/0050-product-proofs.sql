-- That a creator had the product before the draft: sent, received, in use since, with what shows it. Keyed by the person it speaks of.

CREATE TABLE product_proofs (
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  revision integer NOT NULL,
  sent_on date,
  received_on date,
  in_use_since date,
  note text NOT NULL,
  photo_link text,
  noted_by uuid NOT NULL,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id, creator_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creators ON DELETE CASCADE
);
CALL fence_table('product_proofs', 'SELECT, INSERT, UPDATE, DELETE');
