import type { ColumnType } from 'kysely'

type Json = ColumnType<unknown, string, string>
type Moment = string
type Nullable<T> = T | null

/** Tables of briefs while they are written, of the freedom index, and of products on their way to creators. */
export interface BriefTables {
  product_proofs: {
    workspace_id: string
    campaign_id: string
    creator_id: string
    revision: number
    sent_on: Nullable<string>
    received_on: Nullable<string>
    in_use_since: Nullable<string>
    note: string
    photo_link: Nullable<string>
    noted_by: string
    noted_at: Moment
  }
  brief_copies: {
    workspace_id: string
    campaign_id: string
    revision: number
    brief: ColumnType<unknown, string | null, string | null>
    after_version: Nullable<number>
    edited_by: string
    edited_at: Moment
  }
  brief_editors: { workspace_id: string; campaign_id: string; user_id: string; seen_at: Moment }
  freedom_tables: { workspace_id: string; revision: number; freedom_table: Json; set_by: string; set_at: Moment }
}
