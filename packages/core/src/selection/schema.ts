import { z } from 'zod'
import { forecastSchema, mixResultSchema } from '../planning/schema.ts'
import { localizedSchema } from '../shared/index.ts'
import {
  alternativeSchema,
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

/**
 * `plan --campaign`: the mix result plus who, why, who was left and what the KPIs look like.
 * What is optional is left out of plans kept from before there was any, and of refusals.
 */
export const planResultSchema = mixResultSchema.extend({
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
  sensitivity: z.array(sensitivitySchema).optional(),
  alternatives: z.array(alternativeSchema).optional(),
  resolved: resolveSchema.optional(),
  /** Of `costFen`: what is kept back for platform fees that quotes do not state. */
  feeRoomFen: z.number().int().optional(),
  budgetFor: z.object({ p50Fen: z.number().int().nullable(), p80Fen: z.number().int().nullable() }).nullable(),
})

export type PlanResult = z.infer<typeof planResultSchema>
