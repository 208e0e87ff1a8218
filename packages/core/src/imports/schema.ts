import { z } from 'zod'

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
  accepted: z.object({ accounts: z.number().int(), posts: z.number().int(), comments: z.number().int(), orders: z.number().int() }),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  problems: z.array(importProblemSchema),
  observations: z.number().int(),
  units: z.array(unitProofSchema),
  unmapped: z.array(z.string()),
  notes: z.array(z.string()),
})

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
export type ImportReport = z.infer<typeof importReportSchema>
export type Post = z.infer<typeof postSchema>
