import { z } from 'zod'
import { mixResultSchema, forecastSchema } from '../planning/schema.ts'

/** `plan --campaign`: the mix result plus who, why, who was left and what the KPIs look like. */
export const planResultSchema = mixResultSchema.extend({
  creators: z.array(
    z.object({
      id: z.string(),
      role: z.string(),
      /** The Chinese siblings are left out of plans kept from before there were any. */
      roleZh: z.string().optional(),
      because: z.array(z.string()),
      becauseZh: z.array(z.string()).optional(),
      costFen: z.number().int(),
      format: z.string(),
      filed: z.boolean().nullable(),
      forecast: forecastSchema.nullable(),
    }),
  ),
  left: z.array(z.object({ id: z.string(), because: z.string(), becauseZh: z.string().optional() })),
  reserve: z.array(z.string()),
  kpis: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      p10: z.number(),
      p50: z.number(),
      p90: z.number(),
      target: z.number().nullable(),
      pTarget: z.number().nullable(),
    }),
  ),
  /** Of `costFen`: what is kept back for platform fees that quotes do not state. Left out of plans kept from before it was. */
  feeRoomFen: z.number().int().optional(),
  budgetFor: z.object({ p50Fen: z.number().int().nullable(), p80Fen: z.number().int().nullable() }).nullable(),
})

export type PlanResult = z.infer<typeof planResultSchema>
