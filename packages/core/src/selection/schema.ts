import { z } from 'zod'
import { forecastSchema, mixResultSchema } from '../planning/schema.ts'
import { localizedSchema } from '../shared/index.ts'
import {
  alternativeSchema,
  costPerSchema,
  creatorPartsSchema,
  overlapSchema,
  plannedKpiSchema,
  reachCurveSchema,
  reachRangeSchema,
  resolveSchema,
  roleReserveSchema,
  sensitivitySchema,
  tierCostSchema,
} from './plan-parts-schema.ts'

/** The budgets by which the target is reached with 50 % and with 80 %; null: no budget of this pool does. */
const budgetForSchema = z.object({ p50Fen: z.number().int().nullable(), p80Fen: z.number().int().nullable() })

/**
 * `plan --campaign`: the mix result plus who, why, who was left and what the KPIs look like.
 * What is optional is left out of plans kept from before there was any, and of refusals.
 */
export const planResultSchema = mixResultSchema.extend({
  infeasible: mixResultSchema.shape.infeasible
    .unwrap()
    .extend({
      /** Must-haves that no mix can hold, each with the reason and what would let it in. */
      barred: z.array(z.object({ id: z.string(), because: localizedSchema, fix: localizedSchema })).optional(),
    })
    .nullable(),
  creators: z.array(
    z
      .object({
        id: z.string(),
        role: z.string(),
        roleZh: z.string().optional(),
        because: z.array(z.string()),
        becauseZh: z.array(z.string()).optional(),
        costFen: z.number().int(),
        format: z.string(),
        filed: z.boolean().nullable(),
        forecast: forecastSchema.nullable(),
      })
      .extend(creatorPartsSchema.partial().shape),
  ),
  left: z.array(z.object({ id: z.string(), because: z.string(), becauseZh: z.string().optional() })),
  /** The first to step in whatever the role; `reserveByRole` ranks all of them. */
  reserve: z.array(z.string()),
  reserveByRole: z.array(roleReserveSchema).optional(),
  kpis: z.array(plannedKpiSchema),
  reach: reachRangeSchema.optional(),
  overlap: overlapSchema.optional(),
  costByTier: z.array(tierCostSchema).optional(),
  curve: reachCurveSchema.optional(),
  /** How near to the best possible, in one sentence. */
  certificate: localizedSchema.optional(),
  /** The parts of the target audience, in the order of each creator's `perView`. */
  audience: z.array(z.object({ id: z.string(), size: z.number() })).optional(),
  costPer: costPerSchema.optional(),
  sensitivity: z.array(sensitivitySchema).optional(),
  alternatives: z.array(alternativeSchema).optional(),
  resolved: resolveSchema.optional(),
  /** Of `costFen`: what is kept back for platform fees that quotes do not state. */
  feeRoomFen: z.number().int().optional(),
  budgetFor: budgetForSchema.nullable(),
})

export type PlanResult = z.infer<typeof planResultSchema>

/**
 * What those of a plan who were really chosen cost and bring; a whole plan is one too. `whole`: the plan that it is a part of.
 * `unplanned`: how many of the chosen the plan does not know, so that their numbers are in nothing. `unanswered`: the same numbers before
 * anybody said yes; null while nobody has.
 */
export const chosenPlanSchema = planResultSchema
  .pick({ creators: true, audience: true, kpis: true, costFen: true, feeRoomFen: true, costPer: true, budgetFor: true })
  .extend({
    whole: z.object({ creators: z.number().int(), kpis: z.array(plannedKpiSchema), budgetFor: budgetForSchema.nullish() }).nullish(),
    unplanned: z.number().int().optional(),
    unanswered: z.object({ kpis: z.array(plannedKpiSchema), costPer: costPerSchema }).nullish(),
  })
export type ChosenPlan = z.infer<typeof chosenPlanSchema>
