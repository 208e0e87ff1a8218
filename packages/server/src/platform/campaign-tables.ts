import type { ColumnType } from 'kysely'

/** Campaigns, and what their brand counts by day. */
export interface CampaignTables {
  campaigns: {
    workspace_id: string
    campaign_id: string
    version: number
    campaign: ColumnType<unknown, string, string>
    frozen: ColumnType<unknown, string | null, string | null>
    created_at: string
    updated_at: string
  }
  brand_days: {
    workspace_id: string
    value_id: string
    subject: string
    metric: string
    day: string
    unit: string
    typed_value: number
    source: string
    entered_by: string
    entered_at: string
    withdrawn_by: string | null
    withdrawn_at: string | null
  }
}
