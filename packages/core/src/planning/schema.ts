import { z } from 'zod'

/** A mix problem (interfaces §1.5). */
export const mixProblemSchema = z.object({
  budgetFen: z.number().int().min(0),
  segments: z.array(z.object({ id: z.string(), size: z.number().min(0), weight: z.number().min(0).default(1) })),
  candidates: z.array(
    z.object({
      id: z.string(),
      costFen: z.number().int().min(0),
      reach: z.record(z.string(), z.number().min(0).max(1)).default({}),
      value: z.number().min(0).default(0),
      /** What it brings of further KPIs, each in a unit of its own that adds up. */
      kpis: z.record(z.string(), z.number().min(0)).default({}),
      /** Standard deviation of the natural logarithm of what it brings, around the numbers given as the middle; 0: exactly so. */
      sd: z.number().min(0).max(5).nullish(),
      groups: z.array(z.string()).default([]),
      conflicts: z.array(z.string()).default([]),
      creator: z.string().nullish(),
      slot: z.string().nullish(),
    }),
  ),
  constraints: z
    .array(
      z.object({
        group: z.string(),
        minCount: z.number().int().min(0).nullish(),
        maxCount: z.number().int().min(0).nullish(),
        minShare: z.number().min(0).max(1).nullish(),
        maxShare: z.number().min(0).max(1).nullish(),
      }),
    )
    .default([]),
  /** `kpis`: of `value`, `reach` (people, without weights), `count` (of candidates), or any KPI that a candidate carries. */
  minimum: z.object({ value: z.number().nullish(), kpis: z.record(z.string(), z.number()).default({}) }).nullish(),
  /** The KPI has to reach its target in this share of the seeded draws. */
  chance: z
    .object({ kpi: z.string(), target: z.number(), atLeast: z.number().min(0).max(1), draws: z.number().int().positive().max(20_000) })
    .nullish(),
  mustHave: z.array(z.string()).default([]),
  never: z.array(z.string()).default([]),
  seed: z.number().int().default(1),
  timeLimitMs: z.number().int().positive().default(2000),
})

export const mixResultSchema = z.object({
  chosen: z.array(z.string()),
  costFen: z.number().int(),
  value: z.number(),
  upperBound: z.number(),
  gap: z.number(),
  method: z.enum(['greedy+swap', 'milp']),
  elapsedMs: z.number(),
  because: z.array(z.string()),
  /** The same sentences in Chinese; left out of plans and forecasts kept from before there were any. */
  becauseZh: z.array(z.string()).optional(),
  /** What the plan brings of each KPI or chance that was demanded; left out when none was. */
  met: z.array(z.object({ constraint: z.string(), kpi: z.string(), asked: z.number(), reached: z.number() })).optional(),
  infeasible: z
    .object({
      clash: z.array(z.string()),
      smallest: z.array(z.object({ constraint: z.string(), from: z.number().nullable(), to: z.number().nullable() })),
      /** Where no single change helps: changes that help when all are made. */
      together: z.array(z.object({ constraint: z.string(), from: z.number().nullable(), to: z.number().nullable() })).optional(),
      /** Whether it is proven that there is none; absent: none was found. */
      isProven: z.boolean().optional(),
    })
    .nullable(),
})

/** One forecast (interfaces §1.4). Quantiles are of the next post. */
export const forecastSchema = z.object({
  id: z.string(),
  metric: z.string(),
  posts: z.number(),
  unit: z.string(),
  asOf: z.string().nullable(),
  horizon: z.string(),
  p025: z.number(),
  p05: z.number(),
  p10: z.number(),
  p25: z.number(),
  p50: z.number(),
  p75: z.number(),
  p90: z.number(),
  p95: z.number(),
  p975: z.number(),
  mean: z.number(),
  cohort: z.string(),
  cohortZh: z.string().optional(),
  calibrated: z.boolean(),
  because: z.array(z.string()),
  /** The same sentences in Chinese; left out of plans and forecasts kept from before there were any. */
  becauseZh: z.array(z.string()).optional(),
})

export type MixProblem = z.infer<typeof mixProblemSchema>
export type MixProblemInput = z.input<typeof mixProblemSchema>
export type MixResult = z.infer<typeof mixResultSchema>
export type Forecast = z.infer<typeof forecastSchema>
