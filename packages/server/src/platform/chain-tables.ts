import type { ColumnType } from 'kysely'

/** Who takes part in a campaign, and what each party received, understood, asked and decided. */
export interface ChainTables {
  parties: {
    workspace_id: string
    campaign_id: string
    party_id: string
    role: string
    name: string | null
    creator_id: string | null
  }
  party_members: {
    workspace_id: string
    campaign_id: string
    party_id: string
    member_id: string
    user_id: string | null
    person_name: string | null
    knows: string | null
    duties: string[]
    granted_by: string
    granted_at: string
    withdrawn_by: string | null
    withdrawn_at: string | null
  }
  brief_receipts: {
    workspace_id: string
    campaign_id: string
    brief_id: string
    party_id: string
    device: string
    received_at: string
    entered_by: string
    member_id: string | null
  }
  brief_playbacks: {
    workspace_id: string
    campaign_id: string
    brief_id: string
    party_id: string
    revision: number
    playback: ColumnType<unknown, string, string>
    said_at: string
    entered_by: string
    member_id: string | null
  }
  playback_settlements: {
    workspace_id: string
    campaign_id: string
    party_id: string
    difference_key: string
    how: string
    note: string | null
    settled_at: string
    settled_by: string
    member_id: string | null
  }
  brief_threads: {
    workspace_id: string
    thread_id: string
    campaign_id: string
    brief_id: string
    item_id: string
    kind: string
    state: string
    party_id: string | null
    proposed: ColumnType<unknown, string | null, string | null>
    opened_at: string
  }
  brief_thread_words: {
    workspace_id: string
    thread_id: string
    words_id: string
    campaign_id: string
    move: string
    words: string
    party_id: string | null
    member_id: string | null
    said_by: string
    said_at: string
  }
  reviews: {
    workspace_id: string
    review_id: string
    campaign_id: string
    subject_kind: string
    subject_id: string
    move: string
    note: string | null
    person_id: string
    created_at: string
    party_id: string | null
    member_id: string | null
  }
}
