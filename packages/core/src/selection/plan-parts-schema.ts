import { z } from 'zod'
import { forecastSchema } from '../planning/schema.ts'
import { creatorTypeSchema, localizedSchema } from '../shared/index.ts'

/** What a chance of saying yes stands on, the strongest first: a yes already given, own history, answers within 48 hours, type. */
export const ACCEPTANCE_BASES = ['answered', 'own', 'response', 'type', 'unset'] as const

/** P(accepts) of one creator. `n`: invitations with us for `own`; null otherwise. */
export const acceptanceSchema = z.object({
  p: z.number().min(0).max(1),
  basis: z.enum(ACCEPTANCE_BASES),
  n: z.number().int().nullable(),
  because: localizedSchema,
})

/** A KPI of a plan: ranges in its own unit, chance of its target; null where there is no target. */
export const plannedKpiSchema = z.object({
  name: z.string(),
  unit: z.string(),
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  target: z.number().nullable(),
  pTarget: z.number().nullable(),
  /** Left out of what posts tell themselves. Own: rates counted before; assumed: ours, marked [A], and then the chance decides nothing. */
  basis: z.enum(['own', 'assumed']).optional(),
  because: localizedSchema.optional(),
})

const rangeSchema = z.object({ p10: z.number(), p50: z.number(), p90: z.number() })

/** Fen per view and per interaction, of those who say yes: cost and result of the same draws. Null: nobody brings any. */
export const costPerSchema = z.object({ views: rangeSchema.nullable(), interactions: rangeSchema.nullable() })

/** Creators of one role who stand ready, best first. `gain`: value one would add to the plan as it stands. */
export const roleReserveSchema = z.object({
  type: creatorTypeSchema.nullable(),
  role: localizedSchema,
  ranked: z.array(
    z.object({
      id: z.string(),
      /** As the plan's cost: with room for a platform fee that the quote does not state. */
      costFen: z.number().int(),
      format: z.string(),
      gain: z.number(),
      pAccepts: acceptanceSchema,
      because: localizedSchema,
    }),
  ),
})

/** Different people reached by middle forecasts: never a point without its range (science.md §3). */
export const reachRangeSchema = z.object({
  /** Overlap twice as far above chance as assumed. */
  low: z.number(),
  middle: z.number(),
  /** Overlap by chance only. */
  high: z.number(),
  /** Overlap over chance that `middle` assumes. */
  duplication: z.number(),
  /** What no overlap whatever can leave. */
  frechet: z.object({ low: z.number(), high: z.number() }),
  /** What the pairwise overlaps leave at most. */
  hunterHigh: z.number(),
  because: localizedSchema,
})

/**
 * Who shares an audience with whom, square and in the order of `ids`. A share is people who see both over people who see
 * the smaller of the two, null where either audience is not known; `low` and `high` are the Fréchet bounds. `of`: how many are chosen, when not all fit in.
 */
export const overlapSchema = z.object({
  ids: z.array(z.string()),
  people: z.array(z.number()),
  shares: z.array(z.array(z.number().nullable())),
  low: z.array(z.array(z.number().nullable())),
  high: z.array(z.array(z.number().nullable())),
  of: z.number().int(),
})

export const tierCostSchema = z.object({
  type: creatorTypeSchema.nullable(),
  count: z.number().int(),
  costFen: z.number().int(),
  /** Of the plan's cost. */
  share: z.number(),
  /** The middle (P50) of the tier's sum, with its range: drawn together, never added up. Null when nobody of the tier has a forecast. */
  views: z.number().nullable(),
  viewsP10: z.number().optional(),
  viewsP90: z.number().optional(),
  /** Of those who say yes: their cost over their views, draw by draw. */
  perThousandViewsFen: z.number().nullable(),
})

/** Which format of a creator; left out of plans kept from before there was a choice. */
export const creatorFormatsSchema = z.array(z.object({ id: z.string(), format: z.string() })).optional()

/** One plan beside another: who joins and leaves against the main plan. */
export const shortPlanSchema = z.object({
  chosen: z.array(z.string()),
  formats: creatorFormatsSchema,
  costFen: z.number().int(),
  value: z.number(),
  kpis: z.array(plannedKpiSchema),
  joins: z.array(z.string()),
  leaves: z.array(z.string()),
})

/** What so much more or less of the budget would change; `plan` null: no mix meets the constraints then. */
export const sensitivitySchema = z.object({
  change: z.number(),
  budgetFen: z.number().int(),
  plan: shortPlanSchema.nullable(),
  because: localizedSchema,
})

/** The three plans told beside the main one: least money for the target, surest, most in the creators' own voice. */
export const ALTERNATIVES = ['cheapestForTarget', 'mostRobust', 'mostOwnVoice'] as const

/** `plan` null: there is no such plan, and `because` says why. */
export const alternativeSchema = z.object({
  kind: z.enum(ALTERNATIVES),
  plan: shortPlanSchema.nullable(),
  because: localizedSchema,
})

/** The plan grown creator by creator, what adds most per fen first: a point after each. */
export const reachCurveSchema = z.array(z.object({ id: z.string(), costFen: z.number().int(), reach: z.number(), value: z.number() }))

/** What a re-solve was given: creators kept whatever happens, creators that declined, formats that were fixed. */
export const resolveSchema = z.object({ keep: z.array(z.string()), drop: z.array(z.string()), formats: creatorFormatsSchema })

/** What plans made since then carry of each chosen creator. */
export const creatorPartsSchema = z.object({
  type: creatorTypeSchema.nullable(),
  platform: z.string(),
  pAccepts: acceptanceSchema,
  interactions: forecastSchema.nullable(),
  feeRoomFen: z.number().int(),
  /** The share of each segment of `audience` that one view reaches, before the cap. */
  perView: z.array(z.number()),
})

export type CostPer = z.infer<typeof costPerSchema>
export type Acceptance = z.infer<typeof acceptanceSchema>
export type RoleReserve = z.infer<typeof roleReserveSchema>
export type ReachRange = z.infer<typeof reachRangeSchema>
export type Overlap = z.infer<typeof overlapSchema>
export type TierCost = z.infer<typeof tierCostSchema>
export type ShortPlan = z.infer<typeof shortPlanSchema>
export type Sensitivity = z.infer<typeof sensitivitySchema>
export type Alternative = z.infer<typeof alternativeSchema>
export type ReachCurve = z.infer<typeof reachCurveSchema>
