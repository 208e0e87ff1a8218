import { z } from 'zod'
import { daySchema } from '../../shared/index.ts'

/** A comment under one of the account's posts: the part of a line of `comments.jsonl` that is looked at. `region`: the place a platform shows beside a comment (IP 属地). */
export const heldCommentSchema = z.object({
  postId: z.string(),
  text: z.string(),
  at: z.string().nullish(),
  authorKey: z.string().nullish(),
  commentId: z.string().nullish(),
  parentId: z.string().nullish(),
  region: z.string().nullish(),
})
export type HeldComment = z.infer<typeof heldCommentSchema>

/** One line of `series.jsonl` about an account: `followers` by day, or `followerFollowers`: how many followers one of its followers has. */
export const heldSeriesSchema = z.object({
  subject: z.string(),
  metric: z.string(),
  day: daySchema.nullish(),
  value: z.number().min(0),
  source: z.string().nullish(),
})
export type HeldSeries = z.infer<typeof heldSeriesSchema>

/** One order that can be laid to an account: the part of a line of `orders.jsonl` that is looked at. */
export const heldOrderSchema = z.object({ accountId: z.string().nullish() })
export type HeldOrder = z.infer<typeof heldOrderSchema>

/** Followers on one Shanghai day. */
export interface DayCount {
  readonly day: string
  readonly followers: number
}

/** What is held of one account besides the account itself. Empty lists are not held; `orders` null: nobody counted. */
export interface HeldEvidence {
  readonly comments: readonly HeldComment[]
  readonly growth: readonly DayCount[]
  readonly followerFollowers: readonly number[]
  readonly orders: number | null
}

export const NO_EVIDENCE: HeldEvidence = { comments: [], growth: [], followerFollowers: [], orders: null }
