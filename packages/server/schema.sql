-- Printed from the catalogue by packages/server/src/platform/print-schema.ts; a test compares it. Do not edit.

kolibra.brand_days
  column workspace_id: uuid NOT NULL
  column value_id: uuid NOT NULL
  column subject: text NOT NULL
  column metric: text NOT NULL
  column day: date NOT NULL
  column unit: text NOT NULL
  column typed_value: double precision NOT NULL
  column source: text NOT NULL
  column entered_by: uuid NOT NULL
  column entered_at: timestamp with time zone NOT NULL
  column withdrawn_by: uuid
  column withdrawn_at: timestamp with time zone
  constraint brand_days_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint brand_days_pkey: PRIMARY KEY (workspace_id, value_id)
  index brand_days_of_series: CREATE INDEX brand_days_of_series ON kolibra.brand_days USING btree (workspace_id, metric, subject, day)
  index brand_days_pkey: CREATE UNIQUE INDEX brand_days_pkey ON kolibra.brand_days USING btree (workspace_id, value_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.brief_copies
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column revision: integer NOT NULL
  column brief: jsonb
  column edited_by: uuid NOT NULL
  column edited_at: timestamp with time zone NOT NULL
  column after_version: integer
  constraint brief_copies_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint brief_copies_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint brief_copies_pkey: PRIMARY KEY (workspace_id, campaign_id)
  index brief_copies_pkey: CREATE UNIQUE INDEX brief_copies_pkey ON kolibra.brief_copies USING btree (workspace_id, campaign_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.brief_editors
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column user_id: uuid NOT NULL
  column seen_at: timestamp with time zone NOT NULL
  constraint brief_editors_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint brief_editors_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint brief_editors_pkey: PRIMARY KEY (workspace_id, campaign_id, user_id)
  index brief_editors_pkey: CREATE UNIQUE INDEX brief_editors_pkey ON kolibra.brief_editors USING btree (workspace_id, campaign_id, user_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.brief_playbacks
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column brief_id: uuid NOT NULL
  column party_id: uuid NOT NULL
  column revision: integer NOT NULL
  column playback: jsonb NOT NULL
  column said_at: timestamp with time zone NOT NULL
  column entered_by: uuid NOT NULL
  column member_id: uuid
  constraint brief_playbacks_workspace_id_brief_id_fkey: FOREIGN KEY (workspace_id, brief_id) REFERENCES kolibra.briefs(workspace_id, brief_id) ON DELETE CASCADE
  constraint brief_playbacks_workspace_id_campaign_id_party_id_fkey: FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES kolibra.parties(workspace_id, campaign_id, party_id) ON DELETE CASCADE
  constraint brief_playbacks_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint brief_playbacks_pkey: PRIMARY KEY (workspace_id, brief_id, party_id, revision)
  index brief_playbacks_pkey: CREATE UNIQUE INDEX brief_playbacks_pkey ON kolibra.brief_playbacks USING btree (workspace_id, brief_id, party_id, revision)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.brief_receipts
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column brief_id: uuid NOT NULL
  column party_id: uuid NOT NULL
  column device: text NOT NULL
  column received_at: timestamp with time zone NOT NULL
  column entered_by: uuid NOT NULL
  column member_id: uuid
  constraint brief_receipts_workspace_id_brief_id_fkey: FOREIGN KEY (workspace_id, brief_id) REFERENCES kolibra.briefs(workspace_id, brief_id) ON DELETE CASCADE
  constraint brief_receipts_workspace_id_campaign_id_party_id_fkey: FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES kolibra.parties(workspace_id, campaign_id, party_id) ON DELETE CASCADE
  constraint brief_receipts_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint brief_receipts_pkey: PRIMARY KEY (workspace_id, brief_id, party_id, device)
  index brief_receipts_pkey: CREATE UNIQUE INDEX brief_receipts_pkey ON kolibra.brief_receipts USING btree (workspace_id, brief_id, party_id, device)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.brief_thread_words
  column workspace_id: uuid NOT NULL
  column thread_id: uuid NOT NULL
  column words_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column move: text NOT NULL
  column words: text NOT NULL
  column party_id: uuid
  column member_id: uuid
  column said_by: uuid NOT NULL
  column said_at: timestamp with time zone NOT NULL
  constraint brief_thread_words_workspace_id_campaign_id_party_id_fkey: FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES kolibra.parties(workspace_id, campaign_id, party_id) ON DELETE CASCADE
  constraint brief_thread_words_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint brief_thread_words_workspace_id_thread_id_fkey: FOREIGN KEY (workspace_id, thread_id) REFERENCES kolibra.brief_threads(workspace_id, thread_id) ON DELETE CASCADE
  constraint brief_thread_words_pkey: PRIMARY KEY (workspace_id, thread_id, words_id)
  index brief_thread_words_pkey: CREATE UNIQUE INDEX brief_thread_words_pkey ON kolibra.brief_thread_words USING btree (workspace_id, thread_id, words_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.brief_threads
  column workspace_id: uuid NOT NULL
  column thread_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column brief_id: uuid NOT NULL
  column item_id: text NOT NULL
  column kind: text NOT NULL
  column state: text NOT NULL
  column party_id: uuid
  column proposed: jsonb
  column opened_at: timestamp with time zone NOT NULL
  constraint brief_threads_workspace_id_brief_id_fkey: FOREIGN KEY (workspace_id, brief_id) REFERENCES kolibra.briefs(workspace_id, brief_id) ON DELETE CASCADE
  constraint brief_threads_workspace_id_campaign_id_party_id_fkey: FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES kolibra.parties(workspace_id, campaign_id, party_id) ON DELETE CASCADE
  constraint brief_threads_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint brief_threads_pkey: PRIMARY KEY (workspace_id, thread_id)
  index brief_threads_of_campaign: CREATE INDEX brief_threads_of_campaign ON kolibra.brief_threads USING btree (workspace_id, campaign_id, thread_id)
  index brief_threads_pkey: CREATE UNIQUE INDEX brief_threads_pkey ON kolibra.brief_threads USING btree (workspace_id, thread_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.briefs
  column workspace_id: uuid NOT NULL
  column brief_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column version: integer NOT NULL
  column state: text NOT NULL
  column brief: jsonb NOT NULL
  column author_id: uuid NOT NULL
  column created_at: timestamp with time zone NOT NULL
  constraint briefs_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint briefs_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint briefs_pkey: PRIMARY KEY (workspace_id, brief_id)
  constraint briefs_workspace_id_campaign_id_version_key: UNIQUE (workspace_id, campaign_id, version)
  index briefs_pkey: CREATE UNIQUE INDEX briefs_pkey ON kolibra.briefs USING btree (workspace_id, brief_id)
  index briefs_workspace_id_campaign_id_version_key: CREATE UNIQUE INDEX briefs_workspace_id_campaign_id_version_key ON kolibra.briefs USING btree (workspace_id, campaign_id, version)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.campaigns
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column version: integer NOT NULL
  column campaign: jsonb NOT NULL
  column frozen: jsonb
  column created_at: timestamp with time zone NOT NULL
  column updated_at: timestamp with time zone NOT NULL
  constraint campaigns_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint campaigns_pkey: PRIMARY KEY (workspace_id, campaign_id)
  index campaigns_pkey: CREATE UNIQUE INDEX campaigns_pkey ON kolibra.campaigns USING btree (workspace_id, campaign_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT, UPDATE

kolibra.channels
  column workspace_id: uuid NOT NULL
  column channel_id: uuid NOT NULL
  column user_id: uuid NOT NULL
  column revision: integer NOT NULL
  column kind: text NOT NULL
  column name: text NOT NULL
  column language: text NOT NULL
  column sealed: bytea NOT NULL
  column events: text[] NOT NULL
  column created_at: timestamp with time zone NOT NULL
  column rhythm: text NOT NULL
  column is_paused: boolean NOT NULL
  constraint channels_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint channels_pkey: PRIMARY KEY (workspace_id, channel_id)
  index channels_of_member: CREATE INDEX channels_of_member ON kolibra.channels USING btree (workspace_id, user_id)
  index channels_pkey: CREATE UNIQUE INDEX channels_pkey ON kolibra.channels USING btree (workspace_id, channel_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.checks
  column workspace_id: uuid NOT NULL
  column check_id: uuid NOT NULL
  column text_sha256: text NOT NULL
  column item: jsonb NOT NULL
  column checked_by: uuid NOT NULL
  column checked_at: timestamp with time zone NOT NULL
  column reach: jsonb
  column rules_sha256: text
  constraint checks_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint checks_pkey: PRIMARY KEY (workspace_id, check_id)
  index checks_by_moment: CREATE INDEX checks_by_moment ON kolibra.checks USING btree (workspace_id, checked_at)
  index checks_pkey: CREATE UNIQUE INDEX checks_pkey ON kolibra.checks USING btree (workspace_id, check_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.content_checks
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column subject_kind: text NOT NULL
  column subject_id: uuid NOT NULL
  column deliverable_id: uuid
  column text_id: uuid NOT NULL
  column lint: jsonb NOT NULL
  column checked_at: timestamp with time zone NOT NULL
  constraint content_checks_subject_kind_check: CHECK ((subject_kind = ANY (ARRAY['brief'::text, 'deliverable'::text, 'post'::text])))
  constraint content_checks_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint content_checks_workspace_id_deliverable_id_fkey: FOREIGN KEY (workspace_id, deliverable_id) REFERENCES kolibra.deliverables(workspace_id, deliverable_id) ON DELETE CASCADE
  constraint content_checks_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint content_checks_pkey: PRIMARY KEY (workspace_id, subject_kind, subject_id)
  index content_checks_of_campaign: CREATE INDEX content_checks_of_campaign ON kolibra.content_checks USING btree (workspace_id, campaign_id)
  index content_checks_of_deliverable: CREATE INDEX content_checks_of_deliverable ON kolibra.content_checks USING btree (workspace_id, deliverable_id)
  index content_checks_pkey: CREATE UNIQUE INDEX content_checks_pkey ON kolibra.content_checks USING btree (workspace_id, subject_kind, subject_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT, UPDATE

kolibra.contracts
  column workspace_id: uuid NOT NULL
  column contract_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column deliverable_id: uuid NOT NULL
  column goal_hash: text NOT NULL
  column agreed_fen: bigint
  column created_at: timestamp with time zone NOT NULL
  column created_by: uuid NOT NULL
  constraint contracts_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint contracts_workspace_id_deliverable_id_fkey: FOREIGN KEY (workspace_id, deliverable_id) REFERENCES kolibra.deliverables(workspace_id, deliverable_id) ON DELETE CASCADE
  constraint contracts_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint contracts_pkey: PRIMARY KEY (workspace_id, contract_id)
  constraint contracts_workspace_id_deliverable_id_key: UNIQUE (workspace_id, deliverable_id)
  index contracts_pkey: CREATE UNIQUE INDEX contracts_pkey ON kolibra.contracts USING btree (workspace_id, contract_id)
  index contracts_workspace_id_deliverable_id_key: CREATE UNIQUE INDEX contracts_workspace_id_deliverable_id_key ON kolibra.contracts USING btree (workspace_id, deliverable_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.creator_absences
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column absence_id: uuid NOT NULL
  column from_day: date NOT NULL
  column to_day: date NOT NULL
  column source: text NOT NULL
  column entered_by: uuid NOT NULL
  column entered_at: timestamp with time zone NOT NULL
  constraint creator_absences_check: CHECK ((from_day <= to_day))
  constraint creator_absences_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_absences_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_absences_pkey: PRIMARY KEY (workspace_id, creator_id, absence_id)
  index creator_absences_pkey: CREATE UNIQUE INDEX creator_absences_pkey ON kolibra.creator_absences USING btree (workspace_id, creator_id, absence_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.creator_changes
  column workspace_id: uuid NOT NULL
  column xact: xid8 NOT NULL
  column creator_id: uuid NOT NULL
  column at: timestamp with time zone NOT NULL
  constraint creator_changes_pkey: PRIMARY KEY (workspace_id, xact, creator_id)
  index creator_changes_pkey: CREATE UNIQUE INDEX creator_changes_pkey ON kolibra.creator_changes USING btree (workspace_id, xact, creator_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.creator_clearances
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column clearance_id: uuid NOT NULL
  column asked_on: date NOT NULL
  column source: text NOT NULL
  column entered_by: uuid NOT NULL
  column entered_at: timestamp with time zone NOT NULL
  constraint creator_clearances_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_clearances_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_clearances_pkey: PRIMARY KEY (workspace_id, creator_id, clearance_id)
  index creator_clearances_pkey: CREATE UNIQUE INDEX creator_clearances_pkey ON kolibra.creator_clearances USING btree (workspace_id, creator_id, clearance_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.creator_cohorts
  column workspace_id: uuid NOT NULL
  column platform: text NOT NULL
  column tier: text NOT NULL
  column category: text NOT NULL
  column measure: text NOT NULL
  column n: integer NOT NULL
  column quantiles: double precision[] NOT NULL
  column as_of: timestamp with time zone NOT NULL
  constraint creator_cohorts_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_cohorts_pkey: PRIMARY KEY (workspace_id, platform, tier, category, measure)
  index creator_cohorts_pkey: CREATE UNIQUE INDEX creator_cohorts_pkey ON kolibra.creator_cohorts USING btree (workspace_id, platform, tier, category, measure)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.creator_corrections
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column correction_id: uuid NOT NULL
  column field: text NOT NULL
  column format: text
  column typed_value: jsonb NOT NULL
  column old_value: jsonb
  column entered_by: uuid NOT NULL
  column entered_at: timestamp with time zone NOT NULL
  column withdrawn_by: uuid
  column withdrawn_at: timestamp with time zone
  column place: jsonb
  constraint creator_corrections_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_corrections_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_corrections_pkey: PRIMARY KEY (workspace_id, creator_id, correction_id)
  index creator_corrections_pkey: CREATE UNIQUE INDEX creator_corrections_pkey ON kolibra.creator_corrections USING btree (workspace_id, creator_id, correction_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.creator_document_files
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column document_id: uuid NOT NULL
  column sealed: bytea NOT NULL
  constraint creator_document_files_workspace_id_creator_id_document_id_fkey: FOREIGN KEY (workspace_id, creator_id, document_id) REFERENCES kolibra.creator_documents(workspace_id, creator_id, document_id) ON DELETE CASCADE
  constraint creator_document_files_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_document_files_pkey: PRIMARY KEY (workspace_id, creator_id, document_id)
  index creator_document_files_pkey: CREATE UNIQUE INDEX creator_document_files_pkey ON kolibra.creator_document_files USING btree (workspace_id, creator_id, document_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.creator_document_keys
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column document_id: uuid NOT NULL
  column key: bytea NOT NULL
  constraint creator_document_keys_workspace_id_creator_id_document_id_fkey: FOREIGN KEY (workspace_id, creator_id, document_id) REFERENCES kolibra.creator_documents(workspace_id, creator_id, document_id) ON DELETE CASCADE
  constraint creator_document_keys_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_document_keys_pkey: PRIMARY KEY (workspace_id, creator_id, document_id)
  index creator_document_keys_pkey: CREATE UNIQUE INDEX creator_document_keys_pkey ON kolibra.creator_document_keys USING btree (workspace_id, creator_id, document_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.creator_documents
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column document_id: uuid NOT NULL
  column kind: text NOT NULL
  column file_name: text NOT NULL
  column content_type: text NOT NULL
  column content_hash: text NOT NULL
  column size_bytes: integer NOT NULL
  column expires_on: date
  column entered_by: uuid NOT NULL
  column entered_at: timestamp with time zone NOT NULL
  constraint creator_documents_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_documents_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_documents_pkey: PRIMARY KEY (workspace_id, creator_id, document_id)
  constraint creator_documents_workspace_id_creator_id_content_hash_key: UNIQUE (workspace_id, creator_id, content_hash)
  index creator_documents_pkey: CREATE UNIQUE INDEX creator_documents_pkey ON kolibra.creator_documents USING btree (workspace_id, creator_id, document_id)
  index creator_documents_workspace_id_creator_id_content_hash_key: CREATE UNIQUE INDEX creator_documents_workspace_id_creator_id_content_hash_key ON kolibra.creator_documents USING btree (workspace_id, creator_id, content_hash)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.creator_engagements
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column engagement_id: uuid NOT NULL
  column brand: text NOT NULL
  column category: text NOT NULL
  column from_day: date NOT NULL
  column to_day: date NOT NULL
  column is_exclusive: boolean NOT NULL
  column source: text NOT NULL
  column entered_by: uuid NOT NULL
  column entered_at: timestamp with time zone NOT NULL
  column platforms: text[]
  constraint creator_engagements_check: CHECK ((from_day <= to_day))
  constraint creator_engagements_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_engagements_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_engagements_pkey: PRIMARY KEY (workspace_id, creator_id, engagement_id)
  index creator_engagements_pkey: CREATE UNIQUE INDEX creator_engagements_pkey ON kolibra.creator_engagements USING btree (workspace_id, creator_id, engagement_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.creator_experiences
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column experience_id: uuid NOT NULL
  column campaign_id: uuid
  column side: text NOT NULL
  column kind: text NOT NULL
  column severity: text
  column on_day: date NOT NULL
  column words: text NOT NULL
  column evidence: text
  column entered_by: uuid NOT NULL
  column entered_at: timestamp with time zone NOT NULL
  column stance: text
  column answer_words: text
  column answered_from: text
  column answered_by: uuid
  column answered_at: timestamp with time zone
  constraint creator_experiences_answered_from_check: CHECK ((answered_from = ANY (ARRAY['creator'::text, 'desk'::text])))
  constraint creator_experiences_check: CHECK ((num_nonnulls(stance, answer_words, answered_from, answered_by, answered_at) = ANY (ARRAY[0, 5])))
  constraint creator_experiences_severity_check: CHECK ((severity = ANY (ARRAY['minor'::text, 'serious'::text, 'grave'::text])))
  constraint creator_experiences_side_check: CHECK ((side = ANY (ARRAY['creator'::text, 'desk'::text])))
  constraint creator_experiences_stance_check: CHECK ((stance = ANY (ARRAY['agrees'::text, 'disputes'::text])))
  constraint creator_experiences_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE SET NULL (campaign_id)
  constraint creator_experiences_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_experiences_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_experiences_pkey: PRIMARY KEY (workspace_id, creator_id, experience_id)
  index creator_experiences_pkey: CREATE UNIQUE INDEX creator_experiences_pkey ON kolibra.creator_experiences USING btree (workspace_id, creator_id, experience_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.creator_incidents
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column incident_id: uuid NOT NULL
  column kind: text NOT NULL
  column on_day: date NOT NULL
  column until_day: date
  column what: text NOT NULL
  column source: text NOT NULL
  column url: text
  column entered_by: uuid NOT NULL
  column entered_at: timestamp with time zone NOT NULL
  constraint creator_incidents_check: CHECK ((on_day <= until_day))
  constraint creator_incidents_kind_check: CHECK ((kind = ANY (ARRAY['penalty'::text, 'scandal'::text, 'ban'::text])))
  constraint creator_incidents_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_incidents_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_incidents_pkey: PRIMARY KEY (workspace_id, creator_id, incident_id)
  index creator_incidents_pkey: CREATE UNIQUE INDEX creator_incidents_pkey ON kolibra.creator_incidents USING btree (workspace_id, creator_id, incident_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.creator_links
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column person_id: uuid NOT NULL
  column linked_by: uuid NOT NULL
  column linked_at: timestamp with time zone NOT NULL
  constraint creator_links_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_links_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_links_pkey: PRIMARY KEY (workspace_id, creator_id)
  index creator_links_of_person: CREATE INDEX creator_links_of_person ON kolibra.creator_links USING btree (workspace_id, person_id)
  index creator_links_pkey: CREATE UNIQUE INDEX creator_links_pkey ON kolibra.creator_links USING btree (workspace_id, creator_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.creator_loans
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column basis: text NOT NULL
  column since_day: date NOT NULL
  column until_day: date
  column source: text NOT NULL
  column set_by: uuid NOT NULL
  column set_at: timestamp with time zone NOT NULL
  column ended_at: timestamp with time zone
  column ended_by: uuid
  column end_reason: text
  constraint creator_loans_basis_check: CHECK ((basis = ANY (ARRAY['consent'::text, 'contract'::text, 'public_information'::text])))
  constraint creator_loans_check: CHECK ((since_day <= until_day))
  constraint creator_loans_ended_whole: CHECK ((num_nulls(ended_at, ended_by, end_reason) = ANY (ARRAY[0, 3])))
  constraint creator_loans_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_loans_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_loans_pkey: PRIMARY KEY (workspace_id, creator_id)
  index creator_loans_pkey: CREATE UNIQUE INDEX creator_loans_pkey ON kolibra.creator_loans USING btree (workspace_id, creator_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.creator_notes
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column note_id: uuid NOT NULL
  column text: text NOT NULL
  column entered_by: uuid NOT NULL
  column entered_at: timestamp with time zone NOT NULL
  constraint creator_notes_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_notes_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_notes_pkey: PRIMARY KEY (workspace_id, creator_id, note_id)
  index creator_notes_pkey: CREATE UNIQUE INDEX creator_notes_pkey ON kolibra.creator_notes USING btree (workspace_id, creator_id, note_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.creator_observations
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column observation_id: uuid NOT NULL
  column import_id: uuid
  column kind: text NOT NULL
  column source: text NOT NULL
  column tab: text NOT NULL
  column period: text
  column note_type: text
  column flow: text
  column observed_at: text
  column observed_values: jsonb
  column slots: double precision[]
  column mcn: text
  column categories: text[]
  constraint creator_observations_kind_check: CHECK ((kind = ANY (ARRAY['account'::text, 'profile'::text, 'metrics'::text, 'quotes'::text, 'posts'::text])))
  constraint creator_observations_say_something: CHECK (((observed_values IS NOT NULL) OR (slots IS NOT NULL)))
  constraint creator_observations_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_observations_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_observations_workspace_id_import_id_fkey: FOREIGN KEY (workspace_id, import_id) REFERENCES kolibra.imports(workspace_id, import_id) ON DELETE CASCADE
  constraint creator_observations_pkey: PRIMARY KEY (workspace_id, creator_id, observation_id)
  index creator_observations_of_import: CREATE INDEX creator_observations_of_import ON kolibra.creator_observations USING brin (workspace_id, import_id)
  index creator_observations_pkey: CREATE UNIQUE INDEX creator_observations_pkey ON kolibra.creator_observations USING btree (workspace_id, creator_id, observation_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = ( SELECT kolibra.current_workspace() AS current_workspace)))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.creator_preferences
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column revision: integer NOT NULL
  column tone: text NOT NULL
  column products: text NOT NULL
  column refuses: text NOT NULL
  column noted_by: uuid NOT NULL
  column noted_at: timestamp with time zone NOT NULL
  constraint creator_preferences_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_preferences_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_preferences_pkey: PRIMARY KEY (workspace_id, creator_id)
  index creator_preferences_pkey: CREATE UNIQUE INDEX creator_preferences_pkey ON kolibra.creator_preferences USING btree (workspace_id, creator_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.creator_rows
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column creator_type: text
  column type_basis: text
  column followers: bigint
  column categories: text[] NOT NULL
  column price_fen: bigint
  column price_format: text
  column filed: boolean
  column views_p10: double precision
  column views_p50: double precision
  column views_p90: double precision
  column interact_rate: double precision
  column sources: text[] NOT NULL
  column observed_at: text
  column forecast: jsonb
  column platform: text
  column name_key: text
  column search_text: text NOT NULL
  column region: text
  column mcn: text
  column languages: text[] NOT NULL
  column audience_age: text
  column audience_city_tier: text
  column audience_province: text
  column audience_female_share: double precision
  column cpm_fen: double precision
  column cpe_fen: double precision
  column authenticity: double precision
  column completeness: double precision
  column observed_day: integer
  column type_basis_zh: text
  column audience_provinces: text[] NOT NULL
  column audience_under25_share: double precision
  column audience_25_to_34_share: double precision
  column audience_from35_share: double precision
  column audience_tier1_share: double precision
  column audience_top_tiers_share: double precision
  column brands: text[] NOT NULL
  constraint creator_rows_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint creator_rows_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creator_rows_pkey: PRIMARY KEY (workspace_id, creator_id)
  index creator_rows_of_category: CREATE INDEX creator_rows_of_category ON kolibra.creator_rows USING btree (workspace_id, platform, (categories[1]), creator_id)
  index creator_rows_pkey: CREATE UNIQUE INDEX creator_rows_pkey ON kolibra.creator_rows USING btree (workspace_id, creator_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.creators
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column platform: text NOT NULL
  column account_id: text NOT NULL
  column created_at: timestamp with time zone NOT NULL
  column display_name: text
  column handle: text
  column region: text
  column verification: text
  column person: jsonb
  column bio: text
  column observed_at: text
  constraint creators_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint creators_pkey: PRIMARY KEY (workspace_id, creator_id)
  constraint creators_workspace_id_platform_account_id_key: UNIQUE (workspace_id, platform, account_id)
  index creators_pkey: CREATE UNIQUE INDEX creators_pkey ON kolibra.creators USING btree (workspace_id, creator_id)
  index creators_workspace_id_platform_account_id_key: CREATE UNIQUE INDEX creators_workspace_id_platform_account_id_key ON kolibra.creators USING btree (workspace_id, platform, account_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = ( SELECT kolibra.current_workspace() AS current_workspace)))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.daily_values
  column workspace_id: uuid NOT NULL
  column subject: text NOT NULL
  column metric: text NOT NULL
  column day: date NOT NULL
  column source: text NOT NULL
  column import_id: uuid NOT NULL
  column unit: text NOT NULL
  column daily_value: double precision NOT NULL
  column observed_at: text
  constraint daily_values_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint daily_values_workspace_id_import_id_fkey: FOREIGN KEY (workspace_id, import_id) REFERENCES kolibra.imports(workspace_id, import_id) ON DELETE CASCADE
  constraint daily_values_pkey: PRIMARY KEY (workspace_id, subject, metric, day, source, import_id)
  index daily_values_of_import: CREATE INDEX daily_values_of_import ON kolibra.daily_values USING btree (workspace_id, import_id)
  index daily_values_of_metric: CREATE INDEX daily_values_of_metric ON kolibra.daily_values USING btree (workspace_id, metric, subject, day)
  index daily_values_pkey: CREATE UNIQUE INDEX daily_values_pkey ON kolibra.daily_values USING btree (workspace_id, subject, metric, day, source, import_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.deliverables
  column workspace_id: uuid NOT NULL
  column deliverable_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column plan_id: uuid NOT NULL
  column platform: text NOT NULL
  column format: text NOT NULL
  column state: text NOT NULL
  column planned_for: text
  column published_url: text
  column published_at: timestamp with time zone
  column revision_rounds: integer NOT NULL
  column created_at: timestamp with time zone NOT NULL
  column answer: text
  constraint deliverables_answer_check: CHECK ((answer = ANY (ARRAY['accept'::text, 'decline'::text])))
  constraint deliverables_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint deliverables_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint deliverables_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint deliverables_workspace_id_plan_id_fkey: FOREIGN KEY (workspace_id, plan_id) REFERENCES kolibra.plans(workspace_id, plan_id) ON DELETE CASCADE
  constraint deliverables_pkey: PRIMARY KEY (workspace_id, deliverable_id)
  constraint deliverables_workspace_id_campaign_id_creator_id_format_key: UNIQUE (workspace_id, campaign_id, creator_id, format)
  index deliverables_pkey: CREATE UNIQUE INDEX deliverables_pkey ON kolibra.deliverables USING btree (workspace_id, deliverable_id)
  index deliverables_workspace_id_campaign_id_creator_id_format_key: CREATE UNIQUE INDEX deliverables_workspace_id_campaign_id_creator_id_format_key ON kolibra.deliverables USING btree (workspace_id, campaign_id, creator_id, format)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.deliveries
  column workspace_id: uuid NOT NULL
  column delivery_id: uuid NOT NULL
  column channel_id: uuid NOT NULL
  column event_name: text NOT NULL
  column subject_kind: text NOT NULL
  column subject_id: text NOT NULL
  column campaign_id: uuid
  column happened_at: timestamp with time zone NOT NULL
  column state: text NOT NULL
  column attempts: integer NOT NULL
  column problem: text
  column tried_at: timestamp with time zone
  column digest_id: uuid
  constraint deliveries_state_check: CHECK ((state = ANY (ARRAY['held'::text, 'waiting'::text, 'dead'::text])))
  constraint deliveries_workspace_id_channel_id_fkey: FOREIGN KEY (workspace_id, channel_id) REFERENCES kolibra.channels(workspace_id, channel_id) ON DELETE CASCADE
  constraint deliveries_workspace_id_digest_id_fkey: FOREIGN KEY (workspace_id, digest_id) REFERENCES kolibra.deliveries(workspace_id, delivery_id) ON DELETE CASCADE
  constraint deliveries_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint deliveries_pkey: PRIMARY KEY (workspace_id, delivery_id)
  index deliveries_dead: CREATE INDEX deliveries_dead ON kolibra.deliveries USING btree (workspace_id, delivery_id) WHERE (state = 'dead'::text)
  index deliveries_of_channel: CREATE INDEX deliveries_of_channel ON kolibra.deliveries USING btree (workspace_id, channel_id)
  index deliveries_of_digest: CREATE INDEX deliveries_of_digest ON kolibra.deliveries USING btree (workspace_id, digest_id) WHERE (digest_id IS NOT NULL)
  index deliveries_pkey: CREATE UNIQUE INDEX deliveries_pkey ON kolibra.deliveries USING btree (workspace_id, delivery_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.drafts
  column workspace_id: uuid NOT NULL
  column draft_id: uuid NOT NULL
  column deliverable_id: uuid NOT NULL
  column version: integer NOT NULL
  column facts: jsonb NOT NULL
  column lint: jsonb NOT NULL
  column submitted_at: timestamp with time zone NOT NULL
  column submitted_by: uuid NOT NULL
  column check_id: uuid
  constraint drafts_workspace_id_check_id_fkey: FOREIGN KEY (workspace_id, check_id) REFERENCES kolibra.checks(workspace_id, check_id)
  constraint drafts_workspace_id_deliverable_id_fkey: FOREIGN KEY (workspace_id, deliverable_id) REFERENCES kolibra.deliverables(workspace_id, deliverable_id) ON DELETE CASCADE
  constraint drafts_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint drafts_pkey: PRIMARY KEY (workspace_id, draft_id)
  constraint drafts_workspace_id_deliverable_id_version_key: UNIQUE (workspace_id, deliverable_id, version)
  index drafts_by_check: CREATE INDEX drafts_by_check ON kolibra.drafts USING btree (workspace_id, check_id)
  index drafts_pkey: CREATE UNIQUE INDEX drafts_pkey ON kolibra.drafts USING btree (workspace_id, draft_id)
  index drafts_workspace_id_deliverable_id_version_key: CREATE UNIQUE INDEX drafts_workspace_id_deliverable_id_version_key ON kolibra.drafts USING btree (workspace_id, deliverable_id, version)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.erasure_clocks
  column workspace_id: uuid NOT NULL
  column revision: integer NOT NULL
  column erasure_clock: jsonb NOT NULL
  column set_by: uuid NOT NULL
  column set_at: timestamp with time zone NOT NULL
  constraint erasure_clocks_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint erasure_clocks_pkey: PRIMARY KEY (workspace_id, revision)
  index erasure_clocks_pkey: CREATE UNIQUE INDEX erasure_clocks_pkey ON kolibra.erasure_clocks USING btree (workspace_id, revision)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.erasure_locks
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column erased_at: timestamp with time zone NOT NULL
  column locked_until: date NOT NULL
  constraint erasure_locks_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint erasure_locks_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint erasure_locks_pkey: PRIMARY KEY (workspace_id, creator_id)
  index erasure_locks_pkey: CREATE UNIQUE INDEX erasure_locks_pkey ON kolibra.erasure_locks USING btree (workspace_id, creator_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.events
  column workspace_id: uuid NOT NULL
  column event_id: uuid NOT NULL
  column at: timestamp with time zone NOT NULL
  column actor_id: uuid NOT NULL
  column actor_role: text NOT NULL
  column name: text NOT NULL
  column subject_kind: text NOT NULL
  column subject_id: text NOT NULL
  column campaign_id: uuid
  column fields: text[] NOT NULL
  constraint events_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint events_pkey: PRIMARY KEY (workspace_id, event_id)
  index events_of_campaign: CREATE INDEX events_of_campaign ON kolibra.events USING btree (workspace_id, campaign_id, event_id)
  index events_pkey: CREATE UNIQUE INDEX events_pkey ON kolibra.events USING btree (workspace_id, event_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.fee_tables
  column workspace_id: uuid NOT NULL
  column revision: integer NOT NULL
  column fee_table: jsonb NOT NULL
  column set_by: uuid NOT NULL
  column set_at: timestamp with time zone NOT NULL
  constraint fee_tables_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint fee_tables_pkey: PRIMARY KEY (workspace_id, revision)
  index fee_tables_pkey: CREATE UNIQUE INDEX fee_tables_pkey ON kolibra.fee_tables USING btree (workspace_id, revision)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.fit_tables
  column workspace_id: uuid NOT NULL
  column revision: integer NOT NULL
  column fit_table: jsonb NOT NULL
  column set_by: uuid NOT NULL
  column set_at: timestamp with time zone NOT NULL
  constraint fit_tables_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint fit_tables_pkey: PRIMARY KEY (workspace_id, revision)
  index fit_tables_pkey: CREATE UNIQUE INDEX fit_tables_pkey ON kolibra.fit_tables USING btree (workspace_id, revision)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.forecast_scores
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column metric: text NOT NULL
  column score: integer NOT NULL
  column p10: double precision NOT NULL
  column p50: double precision NOT NULL
  column p90: double precision NOT NULL
  column actual: double precision NOT NULL
  column counted_at: timestamp with time zone NOT NULL
  column scored_at: timestamp with time zone NOT NULL
  column outside_posts: integer NOT NULL
  constraint forecast_scores_outside_posts_check: CHECK ((outside_posts >= 0))
  constraint forecast_scores_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint forecast_scores_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint forecast_scores_pkey: PRIMARY KEY (workspace_id, campaign_id, metric, score)
  index forecast_scores_pkey: CREATE UNIQUE INDEX forecast_scores_pkey ON kolibra.forecast_scores USING btree (workspace_id, campaign_id, metric, score)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.freedom_tables
  column workspace_id: uuid NOT NULL
  column revision: integer NOT NULL
  column freedom_table: jsonb NOT NULL
  column set_by: uuid NOT NULL
  column set_at: timestamp with time zone NOT NULL
  constraint freedom_tables_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint freedom_tables_pkey: PRIMARY KEY (workspace_id, revision)
  index freedom_tables_pkey: CREATE UNIQUE INDEX freedom_tables_pkey ON kolibra.freedom_tables USING btree (workspace_id, revision)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.gate_passes
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column gate: text NOT NULL
  column subject_kind: text NOT NULL
  column subject_id: text NOT NULL
  column input_hash: text NOT NULL
  column parts: jsonb NOT NULL
  column passed_at: timestamp with time zone NOT NULL
  constraint gate_passes_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint gate_passes_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint gate_passes_pkey: PRIMARY KEY (workspace_id, campaign_id, gate, subject_kind, subject_id)
  index gate_passes_pkey: CREATE UNIQUE INDEX gate_passes_pkey ON kolibra.gate_passes USING btree (workspace_id, campaign_id, gate, subject_kind, subject_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT, UPDATE

kolibra.idempotent_answers
  column workspace_id: uuid NOT NULL
  column key_hash: text NOT NULL
  column request_hash: text NOT NULL
  column status: integer
  column body: jsonb
  column created_at: timestamp with time zone NOT NULL
  constraint idempotent_answers_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint idempotent_answers_pkey: PRIMARY KEY (workspace_id, key_hash)
  index idempotent_answers_pkey: CREATE UNIQUE INDEX idempotent_answers_pkey ON kolibra.idempotent_answers USING btree (workspace_id, key_hash)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.import_columns
  column workspace_id: uuid NOT NULL
  column import_id: uuid NOT NULL
  column column_name: text NOT NULL
  column metric: text NOT NULL
  column tab: text NOT NULL
  column unit: text NOT NULL
  column proof: text NOT NULL
  column definition: text
  column formula: text
  column place: integer
  column period: text
  column note_type: text
  column flow: text
  constraint import_columns_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint import_columns_workspace_id_import_id_fkey: FOREIGN KEY (workspace_id, import_id) REFERENCES kolibra.imports(workspace_id, import_id) ON DELETE CASCADE
  constraint import_columns_pkey: PRIMARY KEY (workspace_id, import_id, tab, column_name, metric)
  index import_columns_pkey: CREATE UNIQUE INDEX import_columns_pkey ON kolibra.import_columns USING btree (workspace_id, import_id, tab, column_name, metric)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.import_mappings
  column workspace_id: uuid NOT NULL
  column name: text NOT NULL
  column mapping: jsonb NOT NULL
  column saved_by: uuid NOT NULL
  column saved_at: timestamp with time zone NOT NULL
  constraint import_mappings_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint import_mappings_pkey: PRIMARY KEY (workspace_id, name)
  index import_mappings_pkey: CREATE UNIQUE INDEX import_mappings_pkey ON kolibra.import_mappings USING btree (workspace_id, name)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT, UPDATE

kolibra.import_upload_keys
  column workspace_id: uuid NOT NULL
  column upload_id: uuid NOT NULL
  column key: bytea NOT NULL
  constraint import_upload_keys_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint import_upload_keys_workspace_id_upload_id_fkey: FOREIGN KEY (workspace_id, upload_id) REFERENCES kolibra.import_uploads(workspace_id, upload_id) ON DELETE CASCADE
  constraint import_upload_keys_pkey: PRIMARY KEY (workspace_id, upload_id)
  index import_upload_keys_pkey: CREATE UNIQUE INDEX import_upload_keys_pkey ON kolibra.import_upload_keys USING btree (workspace_id, upload_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.import_upload_parts
  column workspace_id: uuid NOT NULL
  column upload_id: uuid NOT NULL
  column part: integer NOT NULL
  column sealed: bytea NOT NULL
  column size_bytes: bigint NOT NULL
  constraint import_upload_parts_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint import_upload_parts_workspace_id_upload_id_fkey: FOREIGN KEY (workspace_id, upload_id) REFERENCES kolibra.import_uploads(workspace_id, upload_id) ON DELETE CASCADE
  constraint import_upload_parts_pkey: PRIMARY KEY (workspace_id, upload_id, part)
  index import_upload_parts_pkey: CREATE UNIQUE INDEX import_upload_parts_pkey ON kolibra.import_upload_parts USING btree (workspace_id, upload_id, part)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.import_uploads
  column workspace_id: uuid NOT NULL
  column upload_id: uuid NOT NULL
  column file_name: text NOT NULL
  column is_pasted: boolean NOT NULL
  column source: text NOT NULL
  column said_observed_on: date
  column mapping: jsonb
  column content_hash: text NOT NULL
  column size_bytes: bigint NOT NULL
  column state: text NOT NULL
  column sealed_reading: bytea
  column created_at: timestamp with time zone NOT NULL
  column created_by: uuid NOT NULL
  column expires_at: timestamp with time zone NOT NULL
  constraint import_uploads_state_check: CHECK ((state = ANY (ARRAY['kept'::text, 'read'::text, 'refused'::text, 'withdrawn'::text])))
  constraint import_uploads_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint import_uploads_pkey: PRIMARY KEY (workspace_id, upload_id)
  index import_uploads_pkey: CREATE UNIQUE INDEX import_uploads_pkey ON kolibra.import_uploads USING btree (workspace_id, upload_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.imports
  column workspace_id: uuid NOT NULL
  column import_id: uuid NOT NULL
  column content_hash: text NOT NULL
  column file_name: text NOT NULL
  column source: text NOT NULL
  column said_observed_on: date
  column report: jsonb NOT NULL
  column created_at: timestamp with time zone NOT NULL
  column created_by: uuid NOT NULL
  column mapping: jsonb
  constraint imports_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint imports_pkey: PRIMARY KEY (workspace_id, import_id)
  constraint imports_workspace_id_content_hash_key: UNIQUE (workspace_id, content_hash)
  index imports_pkey: CREATE UNIQUE INDEX imports_pkey ON kolibra.imports USING btree (workspace_id, import_id)
  index imports_workspace_id_content_hash_key: CREATE UNIQUE INDEX imports_workspace_id_content_hash_key ON kolibra.imports USING btree (workspace_id, content_hash)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.invitation_steps
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column step: integer NOT NULL
  column plan_id: uuid NOT NULL
  column move: text NOT NULL
  column to_state: text NOT NULL
  column note: text
  column moved_by: uuid NOT NULL
  column moved_at: timestamp with time zone NOT NULL
  constraint invitation_steps_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint invitation_steps_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint invitation_steps_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint invitation_steps_workspace_id_plan_id_fkey: FOREIGN KEY (workspace_id, plan_id) REFERENCES kolibra.plans(workspace_id, plan_id) ON DELETE CASCADE
  constraint invitation_steps_pkey: PRIMARY KEY (workspace_id, creator_id, campaign_id, step)
  index invitation_steps_of_campaign: CREATE INDEX invitation_steps_of_campaign ON kolibra.invitation_steps USING btree (workspace_id, campaign_id)
  index invitation_steps_pkey: CREATE UNIQUE INDEX invitation_steps_pkey ON kolibra.invitation_steps USING btree (workspace_id, creator_id, campaign_id, step)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.login_links
  column workspace_id: uuid NOT NULL
  column link_hash: text NOT NULL
  column user_id: uuid NOT NULL
  column expires_at: timestamp with time zone NOT NULL
  column used_at: timestamp with time zone
  constraint login_links_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint login_links_workspace_id_user_id_fkey: FOREIGN KEY (workspace_id, user_id) REFERENCES kolibra.members(workspace_id, user_id) ON DELETE CASCADE
  constraint login_links_pkey: PRIMARY KEY (workspace_id, link_hash)
  index login_links_pkey: CREATE UNIQUE INDEX login_links_pkey ON kolibra.login_links USING btree (workspace_id, link_hash)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.members
  column workspace_id: uuid NOT NULL
  column user_id: uuid NOT NULL
  column name: text NOT NULL
  column role: text NOT NULL
  column created_at: timestamp with time zone NOT NULL
  constraint members_role_check: CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'analyst'::text, 'viewer'::text])))
  constraint members_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint members_pkey: PRIMARY KEY (workspace_id, user_id)
  index members_pkey: CREATE UNIQUE INDEX members_pkey ON kolibra.members USING btree (workspace_id, user_id)
  policy own_memberships: SELECT TO public USING ((user_id = kolibra.current_person()))
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.merge_decisions
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column other_creator_id: uuid NOT NULL
  column is_same: boolean NOT NULL
  column decided_by: uuid NOT NULL
  column decided_at: timestamp with time zone NOT NULL
  column joined_ids: uuid[] NOT NULL
  column joined_person_id: uuid
  constraint merge_decisions_check: CHECK ((creator_id < other_creator_id))
  constraint merge_decisions_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint merge_decisions_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint merge_decisions_workspace_id_other_creator_id_fkey: FOREIGN KEY (workspace_id, other_creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint merge_decisions_pkey: PRIMARY KEY (workspace_id, creator_id, other_creator_id)
  index merge_decisions_of_other: CREATE INDEX merge_decisions_of_other ON kolibra.merge_decisions USING btree (workspace_id, other_creator_id)
  index merge_decisions_pkey: CREATE UNIQUE INDEX merge_decisions_pkey ON kolibra.merge_decisions USING btree (workspace_id, creator_id, other_creator_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.merge_keys
  column workspace_id: uuid NOT NULL
  column merge_key: bigint NOT NULL
  column creator_id: uuid NOT NULL
  constraint merge_keys_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint merge_keys_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint merge_keys_pkey: PRIMARY KEY (workspace_id, merge_key, creator_id)
  index merge_keys_of_creator: CREATE INDEX merge_keys_of_creator ON kolibra.merge_keys USING btree (workspace_id, creator_id)
  index merge_keys_pkey: CREATE UNIQUE INDEX merge_keys_pkey ON kolibra.merge_keys USING btree (workspace_id, merge_key, creator_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.note_rhythms
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column revision: integer NOT NULL
  column every_days: integer NOT NULL
  column set_by: uuid NOT NULL
  column set_at: timestamp with time zone NOT NULL
  constraint note_rhythms_revision_check: CHECK ((revision > 0))
  constraint note_rhythms_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint note_rhythms_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint note_rhythms_pkey: PRIMARY KEY (workspace_id, campaign_id, revision)
  index note_rhythms_pkey: CREATE UNIQUE INDEX note_rhythms_pkey ON kolibra.note_rhythms USING btree (workspace_id, campaign_id, revision)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.observation_layouts
  column workspace_id: uuid NOT NULL
  column import_id: uuid NOT NULL
  column layout: jsonb NOT NULL
  constraint observation_layouts_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint observation_layouts_workspace_id_import_id_fkey: FOREIGN KEY (workspace_id, import_id) REFERENCES kolibra.imports(workspace_id, import_id) ON DELETE CASCADE
  constraint observation_layouts_pkey: PRIMARY KEY (workspace_id, import_id)
  index observation_layouts_pkey: CREATE UNIQUE INDEX observation_layouts_pkey ON kolibra.observation_layouts USING btree (workspace_id, import_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.own_rules
  column workspace_id: uuid NOT NULL
  column part_id: text NOT NULL
  column revision: integer NOT NULL
  column part: jsonb
  column is_draft: boolean NOT NULL
  column changed_by: uuid NOT NULL
  column changed_at: timestamp with time zone NOT NULL
  constraint own_rules_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint own_rules_pkey: PRIMARY KEY (workspace_id, part_id, revision)
  index own_rules_pkey: CREATE UNIQUE INDEX own_rules_pkey ON kolibra.own_rules USING btree (workspace_id, part_id, revision)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.parties
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column party_id: uuid NOT NULL
  column role: text NOT NULL
  column name: text
  column creator_id: uuid
  constraint parties_check: CHECK (((role = 'creator'::text) = (creator_id IS NOT NULL)))
  constraint parties_check1: CHECK (((role = 'creator'::text) = (name IS NULL)))
  constraint parties_role_check: CHECK ((role = ANY (ARRAY['brand'::text, 'agency'::text, 'mcn'::text, 'creator'::text])))
  constraint parties_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint parties_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint parties_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint parties_pkey: PRIMARY KEY (workspace_id, campaign_id, party_id)
  index parties_by_creator: CREATE UNIQUE INDEX parties_by_creator ON kolibra.parties USING btree (workspace_id, campaign_id, creator_id)
  index parties_by_name: CREATE UNIQUE INDEX parties_by_name ON kolibra.parties USING btree (workspace_id, campaign_id, role, name)
  index parties_pkey: CREATE UNIQUE INDEX parties_pkey ON kolibra.parties USING btree (workspace_id, campaign_id, party_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.party_members
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column party_id: uuid NOT NULL
  column member_id: uuid NOT NULL
  column user_id: uuid
  column person_name: text
  column knows: text
  column duties: text[] NOT NULL
  column granted_by: uuid NOT NULL
  column granted_at: timestamp with time zone NOT NULL
  column withdrawn_by: uuid
  column withdrawn_at: timestamp with time zone
  constraint party_members_check: CHECK (((user_id IS NULL) OR (person_name IS NULL)))
  constraint party_members_workspace_id_campaign_id_party_id_fkey: FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES kolibra.parties(workspace_id, campaign_id, party_id) ON DELETE CASCADE
  constraint party_members_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint party_members_pkey: PRIMARY KEY (workspace_id, campaign_id, party_id, member_id)
  index party_members_by_name: CREATE UNIQUE INDEX party_members_by_name ON kolibra.party_members USING btree (workspace_id, campaign_id, party_id, person_name) WHERE (withdrawn_at IS NULL)
  index party_members_by_user: CREATE UNIQUE INDEX party_members_by_user ON kolibra.party_members USING btree (workspace_id, campaign_id, party_id, user_id) WHERE (withdrawn_at IS NULL)
  index party_members_pkey: CREATE UNIQUE INDEX party_members_pkey ON kolibra.party_members USING btree (workspace_id, campaign_id, party_id, member_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.party_notes
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column party_id: uuid NOT NULL
  column number: integer NOT NULL
  column note_id: uuid NOT NULL
  column words: text NOT NULL
  column way: text NOT NULL
  column sent_by: uuid NOT NULL
  column sent_at: timestamp with time zone NOT NULL
  constraint party_notes_number_check: CHECK ((number > 0))
  constraint party_notes_workspace_id_campaign_id_party_id_fkey: FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES kolibra.parties(workspace_id, campaign_id, party_id) ON DELETE CASCADE
  constraint party_notes_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint party_notes_pkey: PRIMARY KEY (workspace_id, campaign_id, party_id, number)
  constraint party_notes_workspace_id_note_id_key: UNIQUE (workspace_id, note_id)
  index party_notes_pkey: CREATE UNIQUE INDEX party_notes_pkey ON kolibra.party_notes USING btree (workspace_id, campaign_id, party_id, number)
  index party_notes_workspace_id_note_id_key: CREATE UNIQUE INDEX party_notes_workspace_id_note_id_key ON kolibra.party_notes USING btree (workspace_id, note_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.plan_adoptions
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column adoption: integer NOT NULL
  column plan_id: uuid NOT NULL
  column creator_ids: uuid[] NOT NULL
  column adopted_by: uuid NOT NULL
  column adopted_at: timestamp with time zone NOT NULL
  constraint plan_adoptions_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint plan_adoptions_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint plan_adoptions_workspace_id_plan_id_fkey: FOREIGN KEY (workspace_id, plan_id) REFERENCES kolibra.plans(workspace_id, plan_id) ON DELETE CASCADE
  constraint plan_adoptions_pkey: PRIMARY KEY (workspace_id, campaign_id, adoption)
  index plan_adoptions_pkey: CREATE UNIQUE INDEX plan_adoptions_pkey ON kolibra.plan_adoptions USING btree (workspace_id, campaign_id, adoption)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.plans
  column workspace_id: uuid NOT NULL
  column plan_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column plan: jsonb NOT NULL
  column created_at: timestamp with time zone NOT NULL
  column created_by: uuid NOT NULL
  column version: integer NOT NULL
  column made_from: uuid
  column scenario: text
  column cause: text NOT NULL
  column cause_creator_id: uuid
  column ask: jsonb NOT NULL
  constraint plans_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint plans_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint plans_pkey: PRIMARY KEY (workspace_id, plan_id)
  constraint plans_workspace_id_campaign_id_version_key: UNIQUE (workspace_id, campaign_id, version)
  index plans_of_campaign: CREATE INDEX plans_of_campaign ON kolibra.plans USING btree (workspace_id, campaign_id, plan_id)
  index plans_pkey: CREATE UNIQUE INDEX plans_pkey ON kolibra.plans USING btree (workspace_id, plan_id)
  index plans_workspace_id_campaign_id_version_key: CREATE UNIQUE INDEX plans_workspace_id_campaign_id_version_key ON kolibra.plans USING btree (workspace_id, campaign_id, version)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.playback_settlements
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column party_id: uuid NOT NULL
  column difference_key: text NOT NULL
  column how: text NOT NULL
  column note: text
  column settled_at: timestamp with time zone NOT NULL
  column settled_by: uuid NOT NULL
  column member_id: uuid
  constraint playback_settlements_workspace_id_campaign_id_party_id_fkey: FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES kolibra.parties(workspace_id, campaign_id, party_id) ON DELETE CASCADE
  constraint playback_settlements_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint playback_settlements_pkey: PRIMARY KEY (workspace_id, campaign_id, party_id, difference_key)
  index playback_settlements_pkey: CREATE UNIQUE INDEX playback_settlements_pkey ON kolibra.playback_settlements USING btree (workspace_id, campaign_id, party_id, difference_key)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.portal_codes
  column workspace_id: uuid NOT NULL
  column link_id: uuid NOT NULL
  column code_id: uuid NOT NULL
  column asker_hash: text NOT NULL
  column code: text NOT NULL
  column device_name: text
  column tries_left: integer NOT NULL
  column asked_at: timestamp with time zone NOT NULL
  column expires_at: timestamp with time zone NOT NULL
  constraint portal_codes_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint portal_codes_workspace_id_link_id_fkey: FOREIGN KEY (workspace_id, link_id) REFERENCES kolibra.portal_links(workspace_id, link_id) ON DELETE CASCADE
  constraint portal_codes_pkey: PRIMARY KEY (workspace_id, link_id, code_id)
  index portal_codes_pkey: CREATE UNIQUE INDEX portal_codes_pkey ON kolibra.portal_codes USING btree (workspace_id, link_id, code_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.portal_devices
  column workspace_id: uuid NOT NULL
  column link_id: uuid NOT NULL
  column device_id: uuid NOT NULL
  column cookie_hash: text NOT NULL
  column name: text
  column is_first: boolean NOT NULL
  column admitted_at: timestamp with time zone NOT NULL
  column seen_at: timestamp with time zone NOT NULL
  constraint portal_devices_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint portal_devices_workspace_id_link_id_fkey: FOREIGN KEY (workspace_id, link_id) REFERENCES kolibra.portal_links(workspace_id, link_id) ON DELETE CASCADE
  constraint portal_devices_pkey: PRIMARY KEY (workspace_id, link_id, device_id)
  constraint portal_devices_workspace_id_cookie_hash_key: UNIQUE (workspace_id, cookie_hash)
  index portal_devices_first: CREATE UNIQUE INDEX portal_devices_first ON kolibra.portal_devices USING btree (workspace_id, link_id) WHERE is_first
  index portal_devices_pkey: CREATE UNIQUE INDEX portal_devices_pkey ON kolibra.portal_devices USING btree (workspace_id, link_id, device_id)
  index portal_devices_workspace_id_cookie_hash_key: CREATE UNIQUE INDEX portal_devices_workspace_id_cookie_hash_key ON kolibra.portal_devices USING btree (workspace_id, cookie_hash)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.portal_file_contents
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column file_id: uuid NOT NULL
  column sealed: bytea NOT NULL
  constraint portal_file_contents_workspace_id_creator_id_file_id_fkey: FOREIGN KEY (workspace_id, creator_id, file_id) REFERENCES kolibra.portal_files(workspace_id, creator_id, file_id) ON DELETE CASCADE
  constraint portal_file_contents_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint portal_file_contents_pkey: PRIMARY KEY (workspace_id, creator_id, file_id)
  index portal_file_contents_pkey: CREATE UNIQUE INDEX portal_file_contents_pkey ON kolibra.portal_file_contents USING btree (workspace_id, creator_id, file_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.portal_file_keys
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column file_id: uuid NOT NULL
  column key: bytea NOT NULL
  constraint portal_file_keys_workspace_id_creator_id_file_id_fkey: FOREIGN KEY (workspace_id, creator_id, file_id) REFERENCES kolibra.portal_files(workspace_id, creator_id, file_id) ON DELETE CASCADE
  constraint portal_file_keys_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint portal_file_keys_pkey: PRIMARY KEY (workspace_id, creator_id, file_id)
  index portal_file_keys_pkey: CREATE UNIQUE INDEX portal_file_keys_pkey ON kolibra.portal_file_keys USING btree (workspace_id, creator_id, file_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.portal_files
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column file_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column deliverable_id: uuid NOT NULL
  column kind: text NOT NULL
  column file_name: text NOT NULL
  column content_type: text NOT NULL
  column content_hash: text NOT NULL
  column size_bytes: integer NOT NULL
  column uploaded_at: timestamp with time zone NOT NULL
  constraint portal_files_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint portal_files_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint portal_files_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint portal_files_pkey: PRIMARY KEY (workspace_id, creator_id, file_id)
  constraint portal_files_workspace_id_creator_id_deliverable_id_kind_co_key: UNIQUE (workspace_id, creator_id, deliverable_id, kind, content_hash)
  index portal_files_pkey: CREATE UNIQUE INDEX portal_files_pkey ON kolibra.portal_files USING btree (workspace_id, creator_id, file_id)
  index portal_files_workspace_id_creator_id_deliverable_id_kind_co_key: CREATE UNIQUE INDEX portal_files_workspace_id_creator_id_deliverable_id_kind_co_key ON kolibra.portal_files USING btree (workspace_id, creator_id, deliverable_id, kind, content_hash)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.portal_links
  column workspace_id: uuid NOT NULL
  column link_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column creator_id: uuid
  column token_hash: text NOT NULL
  column expires_at: timestamp with time zone NOT NULL
  column created_at: timestamp with time zone NOT NULL
  column created_by: uuid NOT NULL
  column revoked_at: timestamp with time zone
  column party_id: uuid
  column member_id: uuid
  constraint portal_links_holder: CHECK ((((creator_id IS NULL) <> (member_id IS NULL)) AND ((member_id IS NULL) = (party_id IS NULL))))
  constraint portal_links_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint portal_links_workspace_id_campaign_id_party_id_member_id_fkey: FOREIGN KEY (workspace_id, campaign_id, party_id, member_id) REFERENCES kolibra.party_members(workspace_id, campaign_id, party_id, member_id) ON DELETE CASCADE
  constraint portal_links_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint portal_links_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint portal_links_pkey: PRIMARY KEY (workspace_id, link_id)
  constraint portal_links_workspace_id_token_hash_key: UNIQUE (workspace_id, token_hash)
  index portal_links_in_force: CREATE UNIQUE INDEX portal_links_in_force ON kolibra.portal_links USING btree (workspace_id, campaign_id, creator_id) WHERE (revoked_at IS NULL)
  index portal_links_of_reviewer: CREATE UNIQUE INDEX portal_links_of_reviewer ON kolibra.portal_links USING btree (workspace_id, campaign_id, member_id) WHERE (revoked_at IS NULL)
  index portal_links_pkey: CREATE UNIQUE INDEX portal_links_pkey ON kolibra.portal_links USING btree (workspace_id, link_id)
  index portal_links_workspace_id_token_hash_key: CREATE UNIQUE INDEX portal_links_workspace_id_token_hash_key ON kolibra.portal_links USING btree (workspace_id, token_hash)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.portal_requests
  column workspace_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column request_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column deliverable_id: uuid
  column kind: text NOT NULL
  column words: text
  column field: text
  column at_moment: timestamp with time zone
  column sent_at: timestamp with time zone NOT NULL
  column settlement: text
  column note: text
  column settled_by: uuid
  column settled_at: timestamp with time zone
  constraint portal_requests_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint portal_requests_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint portal_requests_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint portal_requests_pkey: PRIMARY KEY (workspace_id, creator_id, request_id)
  index portal_requests_pkey: CREATE UNIQUE INDEX portal_requests_pkey ON kolibra.portal_requests USING btree (workspace_id, creator_id, request_id)
  index portal_requests_waiting: CREATE UNIQUE INDEX portal_requests_waiting ON kolibra.portal_requests USING btree (workspace_id, campaign_id, creator_id, kind, COALESCE(deliverable_id, campaign_id)) WHERE (settlement IS NULL)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.post_comments
  column workspace_id: uuid NOT NULL
  column platform: text NOT NULL
  column platform_post_id: text NOT NULL
  column platform_comment_id: text NOT NULL
  column import_id: uuid NOT NULL
  column parent_id: text
  column commented_at: text
  column content: text NOT NULL
  column author_hash: text
  column likes: double precision
  constraint post_comments_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint post_comments_workspace_id_import_id_fkey: FOREIGN KEY (workspace_id, import_id) REFERENCES kolibra.imports(workspace_id, import_id) ON DELETE CASCADE
  constraint post_comments_pkey: PRIMARY KEY (workspace_id, platform, platform_post_id, platform_comment_id, import_id)
  index post_comments_of_author: CREATE INDEX post_comments_of_author ON kolibra.post_comments USING btree (workspace_id, platform, author_hash)
  index post_comments_of_import: CREATE INDEX post_comments_of_import ON kolibra.post_comments USING btree (workspace_id, import_id)
  index post_comments_pkey: CREATE UNIQUE INDEX post_comments_pkey ON kolibra.post_comments USING btree (workspace_id, platform, platform_post_id, platform_comment_id, import_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.post_observations
  column workspace_id: uuid NOT NULL
  column post_id: uuid NOT NULL
  column observation_id: uuid NOT NULL
  column import_id: uuid NOT NULL
  column observed_at: text
  column flow: text
  column source: text NOT NULL
  column observed_values: jsonb NOT NULL
  constraint post_observations_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint post_observations_workspace_id_import_id_fkey: FOREIGN KEY (workspace_id, import_id) REFERENCES kolibra.imports(workspace_id, import_id) ON DELETE CASCADE
  constraint post_observations_workspace_id_post_id_fkey: FOREIGN KEY (workspace_id, post_id) REFERENCES kolibra.posts(workspace_id, post_id) ON DELETE CASCADE
  constraint post_observations_pkey: PRIMARY KEY (workspace_id, post_id, observation_id)
  index post_observations_of_import: CREATE INDEX post_observations_of_import ON kolibra.post_observations USING btree (workspace_id, import_id)
  index post_observations_pkey: CREATE UNIQUE INDEX post_observations_pkey ON kolibra.post_observations USING btree (workspace_id, post_id, observation_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.post_texts
  column workspace_id: uuid NOT NULL
  column post_id: uuid NOT NULL
  column title: text
  column content: text
  constraint post_texts_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint post_texts_workspace_id_post_id_fkey: FOREIGN KEY (workspace_id, post_id) REFERENCES kolibra.posts(workspace_id, post_id) ON DELETE CASCADE
  constraint post_texts_pkey: PRIMARY KEY (workspace_id, post_id)
  index post_texts_pkey: CREATE UNIQUE INDEX post_texts_pkey ON kolibra.post_texts USING btree (workspace_id, post_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.posts
  column workspace_id: uuid NOT NULL
  column post_id: uuid NOT NULL
  column platform: text NOT NULL
  column platform_post_id: text NOT NULL
  column account_id: text
  column url: text
  column published_at: text
  column format: text
  column sponsored: boolean
  column author_hash: text
  column attached_by_hash: boolean NOT NULL
  constraint posts_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint posts_pkey: PRIMARY KEY (workspace_id, post_id)
  constraint posts_workspace_id_platform_platform_post_id_key: UNIQUE (workspace_id, platform, platform_post_id)
  index posts_of_account: CREATE INDEX posts_of_account ON kolibra.posts USING btree (workspace_id, platform, account_id)
  index posts_pkey: CREATE UNIQUE INDEX posts_pkey ON kolibra.posts USING btree (workspace_id, post_id)
  index posts_unattached: CREATE INDEX posts_unattached ON kolibra.posts USING btree (workspace_id, platform, author_hash) WHERE ((account_id IS NULL) AND (author_hash IS NOT NULL))
  index posts_workspace_id_platform_platform_post_id_key: CREATE UNIQUE INDEX posts_workspace_id_platform_platform_post_id_key ON kolibra.posts USING btree (workspace_id, platform, platform_post_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.product_proofs
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column revision: integer NOT NULL
  column sent_on: date
  column received_on: date
  column in_use_since: date
  column note: text NOT NULL
  column photo_link: text
  column noted_by: uuid NOT NULL
  column noted_at: timestamp with time zone NOT NULL
  constraint product_proofs_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint product_proofs_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint product_proofs_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint product_proofs_pkey: PRIMARY KEY (workspace_id, campaign_id, creator_id)
  index product_proofs_pkey: CREATE UNIQUE INDEX product_proofs_pkey ON kolibra.product_proofs USING btree (workspace_id, campaign_id, creator_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.publication_observations
  column workspace_id: uuid NOT NULL
  column deliverable_id: uuid NOT NULL
  column observation_id: uuid NOT NULL
  column observed_at: timestamp with time zone NOT NULL
  column source: text NOT NULL
  column observed_values: jsonb NOT NULL
  constraint publication_observations_workspace_id_deliverable_id_fkey: FOREIGN KEY (workspace_id, deliverable_id) REFERENCES kolibra.deliverables(workspace_id, deliverable_id) ON DELETE CASCADE
  constraint publication_observations_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint publication_observations_pkey: PRIMARY KEY (workspace_id, deliverable_id, observation_id)
  index publication_observations_pkey: CREATE UNIQUE INDEX publication_observations_pkey ON kolibra.publication_observations USING btree (workspace_id, deliverable_id, observation_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.raw_file_erasures
  column workspace_id: uuid NOT NULL
  column import_id: uuid NOT NULL
  column erasure_id: uuid NOT NULL
  column erased_at: timestamp with time zone NOT NULL
  column records: integer NOT NULL
  column content_hash: text NOT NULL
  constraint raw_file_erasures_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint raw_file_erasures_workspace_id_import_id_fkey: FOREIGN KEY (workspace_id, import_id) REFERENCES kolibra.imports(workspace_id, import_id) ON DELETE CASCADE
  constraint raw_file_erasures_pkey: PRIMARY KEY (workspace_id, import_id, erasure_id)
  index raw_file_erasures_pkey: CREATE UNIQUE INDEX raw_file_erasures_pkey ON kolibra.raw_file_erasures USING btree (workspace_id, import_id, erasure_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.raw_file_keys
  column workspace_id: uuid NOT NULL
  column import_id: uuid NOT NULL
  column key: bytea NOT NULL
  constraint raw_file_keys_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint raw_file_keys_workspace_id_import_id_fkey: FOREIGN KEY (workspace_id, import_id) REFERENCES kolibra.imports(workspace_id, import_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
  constraint raw_file_keys_pkey: PRIMARY KEY (workspace_id, import_id)
  index raw_file_keys_pkey: CREATE UNIQUE INDEX raw_file_keys_pkey ON kolibra.raw_file_keys USING btree (workspace_id, import_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.raw_files
  column workspace_id: uuid NOT NULL
  column import_id: uuid NOT NULL
  column sealed: bytea NOT NULL
  column size_bytes: bigint NOT NULL
  column part: integer NOT NULL
  constraint raw_files_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint raw_files_workspace_id_import_id_fkey: FOREIGN KEY (workspace_id, import_id) REFERENCES kolibra.imports(workspace_id, import_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
  constraint raw_files_pkey: PRIMARY KEY (workspace_id, import_id, part)
  index raw_files_pkey: CREATE UNIQUE INDEX raw_files_pkey ON kolibra.raw_files USING btree (workspace_id, import_id, part)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.reminders
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column turn_key: text NOT NULL
  column stage: text NOT NULL
  column reminded_at: timestamp with time zone NOT NULL
  constraint reminders_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint reminders_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint reminders_pkey: PRIMARY KEY (workspace_id, campaign_id, turn_key, stage)
  index reminders_pkey: CREATE UNIQUE INDEX reminders_pkey ON kolibra.reminders USING btree (workspace_id, campaign_id, turn_key, stage)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.reviews
  column workspace_id: uuid NOT NULL
  column review_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column subject_kind: text NOT NULL
  column subject_id: uuid NOT NULL
  column move: text NOT NULL
  column note: text
  column person_id: uuid NOT NULL
  column created_at: timestamp with time zone NOT NULL
  column party_id: uuid
  column member_id: uuid
  constraint reviews_subject_kind_check: CHECK ((subject_kind = ANY (ARRAY['brief'::text, 'deliverable'::text])))
  constraint reviews_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint reviews_workspace_id_campaign_id_party_id_fkey: FOREIGN KEY (workspace_id, campaign_id, party_id) REFERENCES kolibra.parties(workspace_id, campaign_id, party_id) ON DELETE CASCADE
  constraint reviews_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint reviews_pkey: PRIMARY KEY (workspace_id, review_id)
  index reviews_of_subject: CREATE INDEX reviews_of_subject ON kolibra.reviews USING btree (workspace_id, subject_id, review_id)
  index reviews_pkey: CREATE UNIQUE INDEX reviews_pkey ON kolibra.reviews USING btree (workspace_id, review_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.rule_impacts
  column workspace_id: uuid NOT NULL
  column impact_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column subject_kind: text NOT NULL
  column subject_id: uuid NOT NULL
  column deliverable_id: uuid
  column stage: text NOT NULL
  column owner_id: uuid NOT NULL
  column effective_on: date NOT NULL
  column from_rulebook: text NOT NULL
  column to_rulebook: text NOT NULL
  column verdict_before: text NOT NULL
  column verdict_after: text NOT NULL
  column changes: jsonb NOT NULL
  column content_hash: text NOT NULL
  column found_at: timestamp with time zone NOT NULL
  column seen_by: uuid
  column seen_at: timestamp with time zone
  constraint rule_impacts_stage_check: CHECK ((stage = ANY (ARRAY['brief'::text, 'draft'::text, 'scheduled'::text, 'live'::text])))
  constraint rule_impacts_subject_kind_check: CHECK ((subject_kind = ANY (ARRAY['brief'::text, 'deliverable'::text])))
  constraint rule_impacts_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint rule_impacts_workspace_id_deliverable_id_fkey: FOREIGN KEY (workspace_id, deliverable_id) REFERENCES kolibra.deliverables(workspace_id, deliverable_id) ON DELETE CASCADE
  constraint rule_impacts_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint rule_impacts_pkey: PRIMARY KEY (workspace_id, impact_id)
  constraint rule_impacts_workspace_id_content_hash_key: UNIQUE (workspace_id, content_hash)
  index rule_impacts_of_campaign: CREATE INDEX rule_impacts_of_campaign ON kolibra.rule_impacts USING btree (workspace_id, campaign_id, impact_id)
  index rule_impacts_of_deliverable: CREATE INDEX rule_impacts_of_deliverable ON kolibra.rule_impacts USING btree (workspace_id, deliverable_id)
  index rule_impacts_pkey: CREATE UNIQUE INDEX rule_impacts_pkey ON kolibra.rule_impacts USING btree (workspace_id, impact_id)
  index rule_impacts_workspace_id_content_hash_key: CREATE UNIQUE INDEX rule_impacts_workspace_id_content_hash_key ON kolibra.rule_impacts USING btree (workspace_id, content_hash)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.rule_suspensions
  column workspace_id: uuid NOT NULL
  column suspension_id: uuid NOT NULL
  column rule_id: text NOT NULL
  column reason: text NOT NULL
  column suspended_by: uuid NOT NULL
  column suspended_at: timestamp with time zone NOT NULL
  column ended_by: uuid
  column ended_at: timestamp with time zone
  constraint rule_suspensions_reason_check: CHECK ((TRIM(BOTH FROM reason) <> ''::text))
  constraint rule_suspensions_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint rule_suspensions_pkey: PRIMARY KEY (workspace_id, suspension_id)
  index rule_suspensions_pkey: CREATE UNIQUE INDEX rule_suspensions_pkey ON kolibra.rule_suspensions USING btree (workspace_id, suspension_id)
  index standing_suspensions: CREATE UNIQUE INDEX standing_suspensions ON kolibra.rule_suspensions USING btree (workspace_id, rule_id) WHERE (ended_at IS NULL)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.rulebook_looks
  column workspace_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column rulebook: text NOT NULL
  column looked_on: date NOT NULL
  column fact_hashes: jsonb NOT NULL
  constraint rulebook_looks_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint rulebook_looks_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint rulebook_looks_pkey: PRIMARY KEY (workspace_id, campaign_id)
  index rulebook_looks_pkey: CREATE UNIQUE INDEX rulebook_looks_pkey ON kolibra.rulebook_looks USING btree (workspace_id, campaign_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT, UPDATE

kolibra.rulebook_packs
  column workspace_id: uuid NOT NULL
  column version: text NOT NULL
  column publisher: text NOT NULL
  column signer: text NOT NULL
  column public_key: text NOT NULL
  column sha256: text NOT NULL
  column pack: text NOT NULL
  column added_by: uuid NOT NULL
  column added_at: timestamp with time zone NOT NULL
  column set_aside_by: uuid
  column set_aside_at: timestamp with time zone
  column set_aside_reason: text
  constraint rulebook_packs_aside_check: CHECK ((num_nulls(set_aside_by, set_aside_at, set_aside_reason) = ANY (ARRAY[0, 3])))
  constraint rulebook_packs_set_aside_reason_check: CHECK ((TRIM(BOTH FROM set_aside_reason) <> ''::text))
  constraint rulebook_packs_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint rulebook_packs_pkey: PRIMARY KEY (workspace_id, version)
  index rulebook_packs_pkey: CREATE UNIQUE INDEX rulebook_packs_pkey ON kolibra.rulebook_packs USING btree (workspace_id, version)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.rulebook_revisions
  column workspace_id: uuid NOT NULL
  column revision: integer NOT NULL
  column revision_id: uuid NOT NULL
  column changed_by: uuid NOT NULL
  column changed_at: timestamp with time zone NOT NULL
  constraint rulebook_revisions_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint rulebook_revisions_pkey: PRIMARY KEY (workspace_id, revision)
  index rulebook_revisions_pkey: CREATE UNIQUE INDEX rulebook_revisions_pkey ON kolibra.rulebook_revisions USING btree (workspace_id, revision)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.saved_searches
  column workspace_id: uuid NOT NULL
  column search_id: uuid NOT NULL
  column owner_id: uuid NOT NULL
  column name: text NOT NULL
  column is_shared: boolean NOT NULL
  column query: jsonb NOT NULL
  column saved_at: timestamp with time zone NOT NULL
  constraint saved_searches_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint saved_searches_pkey: PRIMARY KEY (workspace_id, search_id)
  constraint saved_searches_workspace_id_owner_id_name_key: UNIQUE (workspace_id, owner_id, name)
  index saved_searches_pkey: CREATE UNIQUE INDEX saved_searches_pkey ON kolibra.saved_searches USING btree (workspace_id, search_id)
  index saved_searches_workspace_id_owner_id_name_key: CREATE UNIQUE INDEX saved_searches_workspace_id_owner_id_name_key ON kolibra.saved_searches USING btree (workspace_id, owner_id, name)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.sessions
  column workspace_id: uuid NOT NULL
  column session_hash: text NOT NULL
  column user_id: uuid NOT NULL
  column created_at: timestamp with time zone NOT NULL
  column expires_at: timestamp with time zone NOT NULL
  constraint sessions_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint sessions_workspace_id_user_id_fkey: FOREIGN KEY (workspace_id, user_id) REFERENCES kolibra.members(workspace_id, user_id) ON DELETE CASCADE
  constraint sessions_pkey: PRIMARY KEY (workspace_id, session_hash)
  index sessions_pkey: CREATE UNIQUE INDEX sessions_pkey ON kolibra.sessions USING btree (workspace_id, session_hash)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.shortlist_entries
  column workspace_id: uuid NOT NULL
  column shortlist_id: uuid NOT NULL
  column creator_id: uuid NOT NULL
  column place: integer NOT NULL
  column note: text
  constraint shortlist_entries_workspace_id_creator_id_fkey: FOREIGN KEY (workspace_id, creator_id) REFERENCES kolibra.creators(workspace_id, creator_id) ON DELETE CASCADE
  constraint shortlist_entries_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint shortlist_entries_workspace_id_shortlist_id_fkey: FOREIGN KEY (workspace_id, shortlist_id) REFERENCES kolibra.shortlists(workspace_id, shortlist_id) ON DELETE CASCADE
  constraint shortlist_entries_pkey: PRIMARY KEY (workspace_id, shortlist_id, creator_id)
  index shortlist_entries_pkey: CREATE UNIQUE INDEX shortlist_entries_pkey ON kolibra.shortlist_entries USING btree (workspace_id, shortlist_id, creator_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.shortlists
  column workspace_id: uuid NOT NULL
  column shortlist_id: uuid NOT NULL
  column name: text NOT NULL
  column revision: integer NOT NULL
  column opened_by: uuid NOT NULL
  column opened_at: timestamp with time zone NOT NULL
  constraint shortlists_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint shortlists_pkey: PRIMARY KEY (workspace_id, shortlist_id)
  constraint shortlists_workspace_id_name_key: UNIQUE (workspace_id, name)
  index shortlists_pkey: CREATE UNIQUE INDEX shortlists_pkey ON kolibra.shortlists USING btree (workspace_id, shortlist_id)
  index shortlists_workspace_id_name_key: CREATE UNIQUE INDEX shortlists_workspace_id_name_key ON kolibra.shortlists USING btree (workspace_id, name)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE

kolibra.source_checks
  column workspace_id: uuid NOT NULL
  column check_id: uuid NOT NULL
  column source: text NOT NULL
  column result: text NOT NULL
  column looked_at: text NOT NULL
  column note: text
  column ended_ids: text[] NOT NULL
  column ends_on: date
  column checked_on: date NOT NULL
  column checked_by: uuid NOT NULL
  column checked_at: timestamp with time zone NOT NULL
  constraint source_checks_check: CHECK ((((result = 'changed'::text) = (ends_on IS NOT NULL)) AND ((ends_on IS NULL) = (ended_ids = '{}'::text[]))))
  constraint source_checks_looked_at_check: CHECK ((TRIM(BOTH FROM looked_at) <> ''::text))
  constraint source_checks_result_check: CHECK ((result = ANY (ARRAY['unchanged'::text, 'changed'::text])))
  constraint source_checks_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint source_checks_pkey: PRIMARY KEY (workspace_id, check_id)
  index source_checks_pkey: CREATE UNIQUE INDEX source_checks_pkey ON kolibra.source_checks USING btree (workspace_id, check_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.source_owners
  column workspace_id: uuid NOT NULL
  column source: text NOT NULL
  column user_id: uuid NOT NULL
  column assigned_by: uuid NOT NULL
  column assigned_at: timestamp with time zone NOT NULL
  constraint source_owners_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint source_owners_workspace_id_user_id_fkey: FOREIGN KEY (workspace_id, user_id) REFERENCES kolibra.members(workspace_id, user_id) ON DELETE CASCADE
  constraint source_owners_pkey: PRIMARY KEY (workspace_id, source)
  index source_owners_pkey: CREATE UNIQUE INDEX source_owners_pkey ON kolibra.source_owners USING btree (workspace_id, source)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT, UPDATE

kolibra.split_posts
  column workspace_id: uuid NOT NULL
  column post_id: uuid NOT NULL
  column split_by: uuid NOT NULL
  column split_at: timestamp with time zone NOT NULL
  constraint split_posts_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint split_posts_workspace_id_post_id_fkey: FOREIGN KEY (workspace_id, post_id) REFERENCES kolibra.posts(workspace_id, post_id) ON DELETE CASCADE
  constraint split_posts_pkey: PRIMARY KEY (workspace_id, post_id)
  index split_posts_pkey: CREATE UNIQUE INDEX split_posts_pkey ON kolibra.split_posts USING btree (workspace_id, post_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT

kolibra.suppression_keys
  column workspace_id: uuid NOT NULL
  column key: bytea NOT NULL
  constraint suppression_keys_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint suppression_keys_pkey: PRIMARY KEY (workspace_id)
  index suppression_keys_pkey: CREATE UNIQUE INDEX suppression_keys_pkey ON kolibra.suppression_keys USING btree (workspace_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: SELECT

kolibra.suppressions
  column workspace_id: uuid NOT NULL
  column platform: text NOT NULL
  column account_hash: text NOT NULL
  column created_at: timestamp with time zone NOT NULL
  constraint suppressions_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint suppressions_pkey: PRIMARY KEY (workspace_id, platform, account_hash)
  index suppressions_pkey: CREATE UNIQUE INDEX suppressions_pkey ON kolibra.suppressions USING btree (workspace_id, platform, account_hash)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.tier_tables
  column workspace_id: uuid NOT NULL
  column revision: integer NOT NULL
  column version: text NOT NULL
  column tier_rows: jsonb NOT NULL
  column set_by: uuid NOT NULL
  column set_at: timestamp with time zone NOT NULL
  constraint tier_tables_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint tier_tables_pkey: PRIMARY KEY (workspace_id, revision)
  index tier_tables_pkey: CREATE UNIQUE INDEX tier_tables_pkey ON kolibra.tier_tables USING btree (workspace_id, revision)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.waivers
  column workspace_id: uuid NOT NULL
  column waiver_id: uuid NOT NULL
  column campaign_id: uuid NOT NULL
  column gate: text NOT NULL
  column code: text NOT NULL
  column subject_kind: text NOT NULL
  column subject_id: text NOT NULL
  column input_hash: text NOT NULL
  column person_id: uuid NOT NULL
  column role: text NOT NULL
  column reason: text NOT NULL
  column evidence: text
  column created_at: timestamp with time zone NOT NULL
  constraint waivers_workspace_id_campaign_id_fkey: FOREIGN KEY (workspace_id, campaign_id) REFERENCES kolibra.campaigns(workspace_id, campaign_id) ON DELETE CASCADE
  constraint waivers_workspace_id_fkey: FOREIGN KEY (workspace_id) REFERENCES kolibra.workspaces(workspace_id) ON DELETE CASCADE
  constraint waivers_pkey: PRIMARY KEY (workspace_id, waiver_id)
  index waivers_of_campaign: CREATE INDEX waivers_of_campaign ON kolibra.waivers USING btree (workspace_id, campaign_id, waiver_id)
  index waivers_pkey: CREATE UNIQUE INDEX waivers_pkey ON kolibra.waivers USING btree (workspace_id, waiver_id)
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: INSERT, SELECT

kolibra.workspaces
  column workspace_id: uuid NOT NULL
  column name: text NOT NULL
  column is_demo: boolean NOT NULL
  column created_at: timestamp with time zone NOT NULL
  constraint workspaces_pkey: PRIMARY KEY (workspace_id)
  index workspaces_pkey: CREATE UNIQUE INDEX workspaces_pkey ON kolibra.workspaces USING btree (workspace_id)
  policy joined_workspaces: SELECT TO public USING ((EXISTS ( SELECT
   FROM kolibra.members
  WHERE ((members.workspace_id = workspaces.workspace_id) AND (members.user_id = kolibra.current_person())))))
  policy own_workspace: ALL TO public USING ((workspace_id = kolibra.current_workspace())) WITH CHECK ((workspace_id = kolibra.current_workspace()))
  fence row level security: enabled, forced
  grant kolibra_app: DELETE, INSERT, SELECT, UPDATE
