import type { ColumnType } from 'kysely'

/** What a workspace puts over the shipped rulebook. */
export interface RuleTables {
  own_rules: {
    workspace_id: string
    part_id: string
    revision: number
    part: ColumnType<unknown, string | null, never>
    is_draft: boolean
    changed_by: string
    changed_at: string
  }
  rule_suspensions: {
    workspace_id: string
    suspension_id: string
    rule_id: string
    reason: string
    suspended_by: string
    suspended_at: string
    ended_by: ColumnType<string | null, undefined, string>
    ended_at: ColumnType<string | null, undefined, string>
  }
  source_checks: {
    workspace_id: string
    check_id: string
    source: string
    result: 'unchanged' | 'changed'
    looked_at: string
    note: string | null
    ended_ids: string[]
    ends_on: string | null
    checked_on: string
    checked_by: string
    checked_at: string
  }
  content_checks: {
    workspace_id: string
    campaign_id: string
    subject_kind: 'brief' | 'deliverable' | 'post'
    subject_id: string
    deliverable_id: string | null
    text_id: string
    lint: ColumnType<unknown, string, string>
    checked_at: string
  }
  rulebook_looks: {
    workspace_id: string
    campaign_id: string
    rulebook: string
    looked_on: string
    fact_hashes: ColumnType<unknown, string, string>
  }
  rule_impacts: {
    workspace_id: string
    impact_id: string
    campaign_id: string
    subject_kind: 'brief' | 'deliverable'
    subject_id: string
    deliverable_id: string | null
    stage: 'brief' | 'draft' | 'scheduled' | 'live'
    owner_id: string
    effective_on: string
    from_rulebook: string
    to_rulebook: string
    verdict_before: string
    verdict_after: string
    changes: ColumnType<unknown, string, never>
    content_hash: string
    found_at: string
    seen_by: ColumnType<string | null, undefined, string>
    seen_at: ColumnType<string | null, undefined, string>
  }
  source_owners: { workspace_id: string; source: string; user_id: string; assigned_by: string; assigned_at: string }
  rulebook_packs: {
    workspace_id: string
    version: string
    publisher: string
    signer: string
    public_key: string
    sha256: string
    pack: string
    added_by: string
    added_at: string
    set_aside_by: ColumnType<string | null, undefined, string | null>
    set_aside_at: ColumnType<string | null, undefined, string | null>
    set_aside_reason: ColumnType<string | null, undefined, string | null>
  }
  rulebook_revisions: {
    workspace_id: string
    revision: number
    revision_id: string
    changed_by: string
    changed_at: string
  }
}
