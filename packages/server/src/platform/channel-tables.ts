type Moment = string

/** Tables of members' channels, of the messages on their way to them, and of what somebody was reminded of. */
export interface ChannelTables {
  channels: {
    workspace_id: string
    channel_id: string
    user_id: string
    revision: number
    kind: string
    name: string
    language: string
    sealed: Buffer
    events: string[]
    rhythm: string
    is_paused: boolean
    created_at: Moment
  }
  reminders: { workspace_id: string; campaign_id: string; turn_key: string; stage: string; reminded_at: Moment }
  deliveries: {
    workspace_id: string
    delivery_id: string
    channel_id: string
    event_name: string
    subject_kind: string
    subject_id: string
    campaign_id: string | null
    happened_at: Moment
    state: 'held' | 'waiting' | 'dead'
    digest_id: string | null
    attempts: number
    problem: string | null
    tried_at: Moment | null
  }
}
