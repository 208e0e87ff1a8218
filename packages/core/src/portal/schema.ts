import { z } from 'zod'
import { daySchema, momentSchema } from '../shared/index.ts'
import { EXCEEDED_FIELDS } from './exceeded-fields.ts'

/** Where a link stands: it opens, its time is over, or the desk took it back. */
export const LINK_STATES = ['live', 'expired', 'revoked'] as const
export const linkStateSchema = z.enum(LINK_STATES)

/** What is next between desk and creator, in the order of a post's life. */
export const CREATOR_STEPS = [
  'wait',
  'answer',
  'contract',
  'draft',
  'review',
  'revise',
  'publish',
  'numbers',
  'declined',
  'closed',
  'done',
] as const
export const creatorStepSchema = z.enum(CREATOR_STEPS)

/** What a creator may tell or ask of the desk, beside drafts, live links and files. */
export const REQUEST_KINDS = ['accept', 'decline', 'idea', 'posting_time', 'refusal', 'erasure'] as const
export const requestKindSchema = z.enum(REQUEST_KINDS)

export const exceededFieldSchema = z.enum(EXCEEDED_FIELDS)

/** How the desk answers: it does what was asked, or says why not. `noted` is what needs no answer. */
export const SETTLEMENTS = ['taken', 'turned_down'] as const
export const settlementSchema = z.enum(SETTLEMENTS)

/** A request as the creator sends it. Words are at most 2,000 characters; `at` is a moment for a posting time. */
export const requestInputSchema = z.object({
  kind: requestKindSchema,
  deliverableId: z.uuid().nullable(),
  text: z.string().trim().min(1).max(2000).nullable(),
  field: exceededFieldSchema.nullable(),
  at: momentSchema.nullable(),
})

/** A request as it is kept, with the desk's answer; `settlement` is null while it waits. */
export const creatorRequestSchema = requestInputSchema.extend({
  id: z.uuid(),
  creatorId: z.uuid(),
  sentAt: momentSchema,
  settlement: z.enum([...SETTLEMENTS, 'noted']).nullable(),
  settledAt: momentSchema.nullable(),
  note: z.string().nullable(),
})

/** What a creator uploads. */
export const FILE_KINDS = ['draft_image', 'product_photo', 'numbers_screenshot', 'numbers_export'] as const
export const fileKindSchema = z.enum(FILE_KINDS)

/** What a creator tells of the product: Shanghai days, null where it is not so yet. The day it was sent is the desk's to know. */
export const ownProductSchema = z.object({
  receivedOn: daySchema.nullable(),
  inUseSince: daySchema.nullable(),
  note: z.string().trim().max(400),
})

/** What a creator says of a draft; the rest of its facts is known to campaign and brief. */
export const ownDraftSchema = z.object({
  title: z.string().trim().max(200),
  text: z.string().trim().min(1).max(20_000),
  /** Where the video can be seen. */
  link: z.url({ protocol: /^https?$/ }).nullable(),
  label: z.string().trim().max(40).nullable(),
  usedProduct: z.boolean().nullable(),
  aiUse: z.enum(['none', 'partly', 'full']).nullable(),
})

export type LinkState = z.infer<typeof linkStateSchema>
export type CreatorStep = z.infer<typeof creatorStepSchema>
export type RequestKind = z.infer<typeof requestKindSchema>
export type ExceededField = z.infer<typeof exceededFieldSchema>
export type Settlement = z.infer<typeof settlementSchema>
export type RequestInput = z.infer<typeof requestInputSchema>
export type CreatorRequest = z.infer<typeof creatorRequestSchema>
export type CreatorFileKind = z.infer<typeof fileKindSchema>
export type OwnProduct = z.infer<typeof ownProductSchema>
export type OwnDraft = z.infer<typeof ownDraftSchema>
