import { z } from 'zod'
import { checkStampSchema, contentFactsSchema, lintItemSchema } from '../compliance/schema.ts'
import { momentSchema, platformSchema } from '../shared/index.ts'

/** States of one deliverable, in the order of its life. */
export const DELIVERABLE_STATES = [
  'planned',
  'contracted',
  'drafting',
  'draft_in_review',
  'changes_requested',
  'approved',
  'published',
] as const
export const deliverableStateSchema = z.enum(DELIVERABLE_STATES)

/** One creator × one post: the subject of the Trust and Rules gates. */
export const deliverableSchema = z.object({
  id: z.string(),
  creatorId: z.string(),
  creatorName: z.string().nullable(),
  platform: platformSchema,
  format: z.string(),
  state: deliverableStateSchema,
  plannedFor: z.string().nullable(),
  publishedUrl: z.string().nullable(),
  publishedAt: momentSchema.nullable(),
  revisionRounds: z.number().int(),
})

/** A checked draft: the facts as submitted and the linter's answer on them. */
export const draftSchema = z.object({
  id: z.string(),
  deliverableId: z.string(),
  version: z.number().int(),
  facts: contentFactsSchema,
  lint: lintItemSchema,
  /** The kept check behind `lint`; null for drafts from before checks were kept. */
  check: checkStampSchema.nullish(),
  submittedAt: momentSchema,
  submittedBy: z.string(),
  /** null for a member who has left. */
  submittedByName: z.string().nullish(),
})

/** What a creator said of a post that they were asked for. */
export const CREATOR_ANSWERS = ['accept', 'decline'] as const
export const creatorAnswerSchema = z.enum(CREATOR_ANSWERS)

export type CreatorAnswer = z.infer<typeof creatorAnswerSchema>
export type DeliverableState = z.infer<typeof deliverableStateSchema>
export type Deliverable = z.infer<typeof deliverableSchema>
export type Draft = z.infer<typeof draftSchema>
