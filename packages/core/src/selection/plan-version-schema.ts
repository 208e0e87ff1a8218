import { z } from 'zod'
import { mixConstraintsSchema, mixRuleSchema } from '../campaigns/index.ts'

/** States of a creator on the plan of a campaign. */
export const INVITATION_STATES = ['proposed', 'invited', 'accepted', 'declined', 'withdrawn'] as const
export const invitationStateSchema = z.enum(INVITATION_STATES)
export type InvitationState = z.infer<typeof invitationStateSchema>

/** Why a version was made. `declined` and `withdrawn` name a creator. */
export const PLAN_CAUSES = ['first', 'again', 'locked', 'scenario', 'declined', 'withdrawn'] as const
export const planCauseSchema = z.enum(PLAN_CAUSES)
export type PlanCause = z.infer<typeof planCauseSchema>

/** Most creators that one asking may lock or leave out. */
const MOST_NAMED = 2000

/**
 * What a plan is asked for with. Null or empty: as the campaign says. Named, it is a scenario beside the versions.
 * `keep` and `drop` are creator ids: locked in, left out. Sums are fen.
 */
export const planAskSchema = z.strictObject({
  scenario: z.string().trim().min(1).max(100).nullable().default(null),
  madeFrom: z.uuid().nullable().default(null),
  shortlistId: z.uuid().nullable().default(null),
  budgetFen: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().default(null),
  mix: z.array(mixRuleSchema).max(50).nullable().default(null),
  /** Minimum KPIs and the chance of one, both in place of the campaign's; empty: none is asked for. */
  demands: mixConstraintsSchema.pick({ minimum: true, chance: true }).strict().nullable().default(null),
  keep: z.array(z.uuid()).max(MOST_NAMED).default([]),
  drop: z.array(z.uuid()).max(MOST_NAMED).default([]),
  /** Creators of whom only one format is weighed; with `keep`, creator and format are locked. */
  formats: z
    .array(z.strictObject({ creatorId: z.uuid(), format: z.string().min(1).max(100) }))
    .max(MOST_NAMED)
    .default([]),
})
export type PlanAsk = z.infer<typeof planAskSchema>
