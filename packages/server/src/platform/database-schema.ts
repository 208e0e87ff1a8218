import type { ColumnType } from 'kysely'
import type { BriefTables } from './brief-tables.ts'
import type { ChainTables } from './chain-tables.ts'
import type { ChannelTables } from './channel-tables.ts'
import type { CampaignTables } from './campaign-tables.ts'
import type { GateTables } from './gate-tables.ts'
import type { PlanTables } from './plan-tables.ts'
import type { PortalTables } from './portal-tables.ts'
import type { CreatorEntryTables } from './creator-entry-tables.ts'
import type { RuleTables } from './rule-tables.ts'
import type { TalkTables } from './talk-tables.ts'

/** jsonb: read as unknown and parsed where it is used, written as JSON text. */
type Json = ColumnType<unknown, string, string>
/** timestamptz: an ISO moment with Z. */
type Moment = string
type Nullable<T> = T | null

/** The tables as the migrations make them; `schema.sql` is the printed truth and a test compares both. */
export interface Database
  extends
    BriefTables,
    CampaignTables,
    ChannelTables,
    ChainTables,
    GateTables,
    PlanTables,
    PortalTables,
    CreatorEntryTables,
    RuleTables,
    TalkTables {
  workspaces: { workspace_id: string; name: string; is_demo: boolean; created_at: Moment }
  members: { workspace_id: string; user_id: string; name: string; role: string; created_at: Moment }
  login_links: { workspace_id: string; link_hash: string; user_id: string; expires_at: Moment; used_at: Nullable<Moment> }
  sessions: { workspace_id: string; session_hash: string; user_id: string; created_at: Moment; expires_at: Moment }
  events: {
    workspace_id: string
    event_id: string
    at: Moment
    actor_id: string
    actor_role: string
    name: string
    subject_kind: string
    subject_id: string
    campaign_id: Nullable<string>
    fields: string[]
  }
  idempotent_answers: {
    workspace_id: string
    key_hash: string
    request_hash: string
    status: Nullable<number>
    body: ColumnType<unknown, string | null, string | null>
    created_at: Moment
  }
  imports: {
    workspace_id: string
    import_id: string
    content_hash: string
    file_name: string
    source: string
    said_observed_on: Nullable<string>
    report: Json
    created_at: Moment
    created_by: string
    mapping: ColumnType<unknown, string | null | undefined, string | null>
  }
  import_uploads: {
    workspace_id: string
    upload_id: string
    file_name: string
    is_pasted: boolean
    source: string
    said_observed_on: Nullable<string>
    mapping: ColumnType<unknown, string | null, string | null>
    content_hash: string
    size_bytes: number
    state: 'kept' | 'read' | 'refused' | 'withdrawn'
    sealed_reading: Nullable<Buffer>
    created_at: Moment
    created_by: string
    expires_at: Moment
  }
  import_upload_parts: { workspace_id: string; upload_id: string; part: number; sealed: Buffer; size_bytes: number }
  import_upload_keys: { workspace_id: string; upload_id: string; key: Buffer }
  raw_files: { workspace_id: string; import_id: string; part: number; sealed: Buffer; size_bytes: number }
  raw_file_keys: { workspace_id: string; import_id: string; key: Buffer }
  observation_layouts: { workspace_id: string; import_id: string; layout: Json }
  import_columns: {
    workspace_id: string
    import_id: string
    column_name: string
    metric: string
    tab: string
    unit: string
    proof: string
    definition: Nullable<string>
    formula: Nullable<string>
    place: Nullable<number>
    period: Nullable<string>
    note_type: Nullable<string>
    flow: Nullable<string>
  }
  import_mappings: { workspace_id: string; name: string; mapping: Json; saved_by: string; saved_at: Moment }
  fee_tables: { workspace_id: string; revision: number; fee_table: Json; set_by: string; set_at: Moment }
  fit_tables: { workspace_id: string; revision: number; fit_table: Json; set_by: string; set_at: Moment }
  tier_tables: { workspace_id: string; revision: number; version: string; tier_rows: Json; set_by: string; set_at: Moment }
  creators: {
    workspace_id: string
    creator_id: string
    platform: string
    account_id: string
    created_at: Moment
    display_name: Nullable<string>
    handle: Nullable<string>
    region: Nullable<string>
    verification: Nullable<string>
    bio: Nullable<string>
    person: Nullable<Json>
    observed_at: Nullable<string>
  }
  creator_links: { workspace_id: string; creator_id: string; person_id: string; linked_by: string; linked_at: Moment }
  merge_decisions: {
    workspace_id: string
    creator_id: string
    other_creator_id: string
    is_same: boolean
    decided_by: string
    decided_at: Moment
    joined_ids: string[]
    joined_person_id: Nullable<string>
  }
  creator_corrections: {
    workspace_id: string
    creator_id: string
    correction_id: string
    field: string
    format: Nullable<string>
    place: Nullable<Json>
    typed_value: Json
    old_value: ColumnType<unknown, string | null, string | null>
    entered_by: string
    entered_at: Moment
    withdrawn_by: ColumnType<string | null, string | null | undefined, string | null>
    withdrawn_at: ColumnType<Moment | null, Moment | null | undefined, Moment | null>
  }
  creator_loans: {
    workspace_id: string
    creator_id: string
    basis: string
    since_day: string
    until_day: Nullable<string>
    source: string
    set_by: string
    set_at: Moment
    ended_at: Nullable<Moment>
    ended_by: Nullable<string>
    end_reason: Nullable<string>
  }
  erasure_locks: { workspace_id: string; creator_id: string; erased_at: Moment; locked_until: string }
  raw_file_erasures: {
    workspace_id: string
    import_id: string
    erasure_id: string
    erased_at: Moment
    records: number
    content_hash: string
  }
  suppression_keys: { workspace_id: string; key: Buffer }
  creator_observations: {
    workspace_id: string
    creator_id: string
    observation_id: string
    import_id: Nullable<string>
    kind: string
    source: string
    tab: string
    period: Nullable<string>
    note_type: Nullable<string>
    flow: Nullable<string>
    observed_at: Nullable<string>
    observed_values: Json | null
    slots: ColumnType<(number | null)[] | null, never, never>
    mcn: ColumnType<string | null, never, never>
    categories: ColumnType<string[] | null, never, never>
  }
  creator_rows: {
    workspace_id: string
    creator_id: string
    brands: ColumnType<string[], string[] | undefined, string[]>
    creator_type: Nullable<string>
    type_basis: Nullable<string>
    type_basis_zh: Nullable<string>
    followers: Nullable<number>
    categories: string[]
    price_fen: Nullable<number>
    price_format: Nullable<string>
    filed: Nullable<boolean>
    views_p10: Nullable<number>
    views_p50: Nullable<number>
    views_p90: Nullable<number>
    interact_rate: Nullable<number>
    sources: string[]
    observed_at: Nullable<string>
    forecast: ColumnType<unknown, string | null, string | null>
    platform: Nullable<string>
    name_key: Nullable<string>
    search_text: string
    region: Nullable<string>
    mcn: Nullable<string>
    languages: string[]
    audience_age: Nullable<string>
    audience_city_tier: Nullable<string>
    audience_province: Nullable<string>
    audience_provinces: ColumnType<string[], string[] | undefined, string[]>
    audience_female_share: Nullable<number>
    audience_under25_share: Nullable<number>
    audience_25_to_34_share: Nullable<number>
    audience_from35_share: Nullable<number>
    audience_tier1_share: Nullable<number>
    audience_top_tiers_share: Nullable<number>
    cpm_fen: Nullable<number>
    cpe_fen: Nullable<number>
    authenticity: Nullable<number>
    completeness: Nullable<number>
    observed_day: Nullable<number>
  }
  saved_searches: {
    workspace_id: string
    search_id: string
    owner_id: string
    name: string
    is_shared: boolean
    query: Json
    saved_at: Moment
  }
  shortlists: { workspace_id: string; shortlist_id: string; name: string; revision: number; opened_by: string; opened_at: Moment }
  shortlist_entries: { workspace_id: string; shortlist_id: string; creator_id: string; place: number; note: Nullable<string> }
  creator_documents: {
    workspace_id: string
    creator_id: string
    document_id: string
    kind: string
    file_name: string
    content_type: string
    content_hash: string
    size_bytes: number
    expires_on: Nullable<string>
    entered_by: string
    entered_at: Moment
  }
  creator_document_files: { workspace_id: string; creator_id: string; document_id: string; sealed: Buffer }
  creator_document_keys: { workspace_id: string; creator_id: string; document_id: string; key: Buffer }
  creator_cohorts: {
    workspace_id: string
    platform: string
    tier: string
    category: string
    measure: string
    n: number
    quantiles: number[]
    as_of: Moment
  }
  merge_keys: { workspace_id: string; merge_key: string; creator_id: string }
  creator_changes: { workspace_id: string; xact: string; creator_id: string; at: Moment }
  posts: {
    workspace_id: string
    post_id: string
    platform: string
    platform_post_id: string
    account_id: Nullable<string>
    url: Nullable<string>
    published_at: Nullable<string>
    format: Nullable<string>
    sponsored: Nullable<boolean>
    author_hash: Nullable<string>
    attached_by_hash: ColumnType<boolean, boolean | undefined, boolean>
  }
  post_texts: { workspace_id: string; post_id: string; title: Nullable<string>; content: Nullable<string> }
  post_observations: {
    workspace_id: string
    post_id: string
    observation_id: string
    import_id: string
    observed_at: Nullable<string>
    flow: Nullable<string>
    source: string
    observed_values: Json
  }
  suppressions: { workspace_id: string; platform: string; account_hash: string; created_at: Moment }
  deliverables: {
    workspace_id: string
    deliverable_id: string
    campaign_id: string
    creator_id: string
    plan_id: string
    platform: string
    format: string
    state: string
    planned_for: Nullable<string>
    published_url: Nullable<string>
    published_at: Nullable<Moment>
    revision_rounds: number
    answer: Nullable<string>
    created_at: Moment
  }
  contracts: {
    workspace_id: string
    contract_id: string
    campaign_id: string
    deliverable_id: string
    goal_hash: string
    agreed_fen: Nullable<number>
    created_at: Moment
    created_by: string
  }
  briefs: {
    workspace_id: string
    brief_id: string
    campaign_id: string
    version: number
    state: string
    brief: Json
    author_id: string
    created_at: Moment
  }
  drafts: {
    workspace_id: string
    draft_id: string
    deliverable_id: string
    version: number
    facts: Json
    lint: Json
    submitted_at: Moment
    submitted_by: string
    check_id: string | null
  }
  checks: {
    workspace_id: string
    check_id: string
    text_sha256: string
    item: Json
    reach: Json | null
    rules_sha256: string | null
    checked_by: string
    checked_at: Moment
  }
  publication_observations: {
    workspace_id: string
    deliverable_id: string
    observation_id: string
    observed_at: Moment
    source: string
    observed_values: Json
  }
}
