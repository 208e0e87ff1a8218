import { z } from 'zod'
import type { Account } from './account-schema.ts'

/** A unit claim tested by arithmetic on this file: how many rows carried all inputs, how many agreed within 1 %. */
export const unitProofSchema = z.object({
  column: z.string(),
  unit: z.string(),
  state: z.enum(['proved', 'unproved', 'contradicted']),
  formula: z.string().nullable(),
  checked: z.number().int(),
  agreed: z.number().int(),
})

/** Something wrong with one record; `record` counts data rows from 1. */
export const importProblemSchema = z.object({
  record: z.number().int(),
  column: z.string().nullable(),
  code: z.string(),
  value: z.string().nullable(),
})

/** What one file held and what was understood of it (interfaces §1.3). records = things + duplicates + rejected. */
export const importReportSchema = z.object({
  file: z.string(),
  source: z.object({ id: z.string(), confidence: z.number().min(0).max(1) }),
  encoding: z.string(),
  records: z.number().int(),
  accepted: z.object({
    accounts: z.number().int(),
    posts: z.number().int(),
    comments: z.number().int(),
    orders: z.number().int(),
    series: z.number().int().optional(),
  }),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  problems: z.array(importProblemSchema),
  observations: z.number().int(),
  units: z.array(unitProofSchema),
  unmapped: z.array(z.string()),
  notes: z.array(z.string()),
})

/** A report without its long parts: what a list of imports tells of each. */
export const importSummarySchema = importReportSchema.omit({ problems: true, units: true, unmapped: true, notes: true })

const count = z.number().nullable()

export const postObservationSchema = z.object({
  observedAt: z.string().nullable(),
  views: count,
  likes: count,
  comments: count,
  shares: count,
  saves: count,
  danmaku: count,
  coins: count,
  flow: z.string().nullable(),
  source: z.string(),
  importId: z.string(),
})

/** A line of `posts.jsonl` (interfaces §1.8). */
export const postSchema = z.object({
  platform: z.string(),
  postId: z.string(),
  accountId: z.string().nullable(),
  /** The pseudonym a crawler prints in place of the id; only compared with ids that are held. */
  authorHash: z.string().optional(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  format: z.string().nullable(),
  title: z.string().nullable(),
  text: z.string().nullable(),
  sponsored: z.boolean().nullable(),
  observations: z.array(postObservationSchema),
})

export type UnitProof = z.infer<typeof unitProofSchema>
export type ImportProblem = z.infer<typeof importProblemSchema>
export type ImportSummary = z.infer<typeof importSummarySchema>
export type ImportReport = z.infer<typeof importReportSchema>
export type Post = z.infer<typeof postSchema>

/** A line of `comments.jsonl`: exactly the input of `watch` (interfaces §1.8). `at` is a moment, `likes` a count. */
export const commentSchema = z.object({
  stream: z.string(),
  platform: z.string(),
  postId: z.string(),
  commentId: z.string(),
  parentId: z.string().nullable(),
  at: z.string().nullable(),
  text: z.string(),
  authorKey: z.string().nullable(),
  likes: count,
})

/** A line of `orders.jsonl` (interfaces §1.8). Sums in whole fen, times as moments. */
export const orderSchema = z.object({
  orderId: z.string(),
  orderedAt: z.string().nullable(),
  paidAt: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  refundedAt: z.string().nullable(),
  paidFen: z.number().int().nullable(),
  confirmedFen: z.number().int().nullable(),
  refundFen: z.number().int().nullable(),
  code: z.string().nullable(),
  link: z.string().nullable(),
  sku: z.string().nullable(),
  buyerKey: z.string().nullable(),
  source: z.string(),
})

/** A line of `series.jsonl` (interfaces §1.8): one number of one subject on one Shanghai day. */
export const seriesPointSchema = z.object({
  subject: z.string(),
  metric: z.string(),
  unit: z.string(),
  day: z.string(),
  value: z.number(),
  source: z.string(),
  observedAt: z.string().nullable(),
})

export type SeriesPoint = z.infer<typeof seriesPointSchema>
export type PostObservation = z.infer<typeof postObservationSchema>
export type Comment = z.infer<typeof commentSchema>
export type Order = z.infer<typeof orderSchema>

/** A record that was not taken: its number, why, in which column, and the record as it came. */
export interface Reject {
  readonly record: number
  readonly code: string
  readonly column: string | null
  readonly original: Readonly<Record<string, unknown>>
}

/** Everything understood from one file. */
export interface ImportedFile {
  readonly report: ImportReport
  readonly accounts: Account[]
  readonly posts: Post[]
  readonly comments: Comment[]
  readonly orders: Order[]
  readonly series: SeriesPoint[]
  readonly rejects: Reject[]
}
