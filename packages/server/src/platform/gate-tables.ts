import type { ColumnType } from 'kysely'

/** What gates passed on, and what was waived. */
export interface GateTables {
  waivers: {
    workspace_id: string
    waiver_id: string
    campaign_id: string
    gate: string
    code: string
    subject_kind: string
    subject_id: string
    input_hash: string
    person_id: string
    role: string
    reason: string
    evidence: string | null
    created_at: string
  }
  gate_passes: {
    workspace_id: string
    campaign_id: string
    gate: string
    subject_kind: string
    subject_id: string
    input_hash: string
    parts: ColumnType<unknown, string, string>
    passed_at: string
  }
}
