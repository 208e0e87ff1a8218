type Nullable<T> = T | null

/** What people enter about a creator, and what both sides say of working together. */
export interface CreatorEntryTables {
  creator_notes: { workspace_id: string; creator_id: string; note_id: string; text: string; entered_by: string; entered_at: string }
  creator_engagements: {
    workspace_id: string
    creator_id: string
    engagement_id: string
    brand: string
    category: string
    platforms: string[] | null
    from_day: string
    to_day: string
    is_exclusive: boolean
    source: string
    entered_by: string
    entered_at: string
  }
  creator_clearances: {
    workspace_id: string
    creator_id: string
    clearance_id: string
    asked_on: string
    source: string
    entered_by: string
    entered_at: string
  }
  creator_absences: {
    workspace_id: string
    creator_id: string
    absence_id: string
    from_day: string
    to_day: string
    source: string
    entered_by: string
    entered_at: string
  }
  creator_incidents: {
    workspace_id: string
    creator_id: string
    incident_id: string
    kind: string
    on_day: string
    until_day: Nullable<string>
    what: string
    source: string
    url: Nullable<string>
    entered_by: string
    entered_at: string
  }
  creator_experiences: {
    workspace_id: string
    creator_id: string
    experience_id: string
    campaign_id: Nullable<string>
    side: string
    kind: string
    severity: Nullable<string>
    on_day: string
    words: string
    evidence: Nullable<string>
    entered_by: string
    entered_at: string
    stance: Nullable<string>
    answer_words: Nullable<string>
    answered_from: Nullable<string>
    answered_by: Nullable<string>
    answered_at: Nullable<string>
  }
  creator_preferences: {
    workspace_id: string
    creator_id: string
    revision: number
    tone: string
    products: string
    refuses: string
    noted_by: string
    noted_at: string
  }
}
