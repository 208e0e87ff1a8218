import type { ColumnType } from 'kysely'

/** jsonb: read as unknown and parsed where it is used, written as JSON text. */
type Json = ColumnType<unknown, string, string>

/** Versions of plans, which of them is the plan, how its creators were asked, and how forecasts came out. All append-only. */
export interface PlanTables {
  plans: {
    workspace_id: string
    plan_id: string
    campaign_id: string
    version: number
    made_from: string | null
    scenario: string | null
    cause: string
    cause_creator_id: string | null
    ask: Json
    plan: Json
    created_at: string
    created_by: string
  }
  plan_adoptions: {
    workspace_id: string
    campaign_id: string
    adoption: number
    plan_id: string
    creator_ids: string[]
    adopted_by: string
    adopted_at: string
  }
  invitation_steps: {
    workspace_id: string
    creator_id: string
    campaign_id: string
    step: number
    plan_id: string
    move: string
    to_state: string
    note: string | null
    moved_by: string
    moved_at: string
  }
  forecast_scores: {
    workspace_id: string
    campaign_id: string
    metric: string
    score: number
    p10: number
    p50: number
    p90: number
    actual: number
    counted_at: string
    scored_at: string
    outside_posts: number
  }
}
