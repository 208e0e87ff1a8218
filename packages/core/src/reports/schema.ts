import { z } from 'zod'
import { GUARD_METRICS } from '../campaigns/schema.ts'
import { localizedSchema } from '../shared/index.ts'

/** A number cannot enter a report without source, unit and as-of; null value is unknown, with the reason in `because`. */
export const reportedNumberSchema = z.object({
  label: localizedSchema,
  value: z.number().nullable(),
  unit: z.string(),
  source: z.string(),
  /** The Chinese siblings of source, formula and because. */
  sourceZh: z.string().optional(),
  formula: z.string(),
  formulaZh: z.string().optional(),
  asOf: z.string(),
  because: z.string().nullable(),
  becauseZh: z.string().nullable().optional(),
})

/** What the brief left free (0–100), and how much of the first draft the brand's requests left (0–1); two figures, never mixed. */
export const postFreedomSchema = z.object({ freedom: reportedNumberSchema, kept: reportedNumberSchema })

export const reportSchema = z.object({
  campaign: z.string(),
  generatedAt: z.string(),
  goalSentence: localizedSchema,
  frozen: z.object({ hash: z.string(), at: z.string() }).nullable(),
  numbers: z.array(reportedNumberSchema),
  kpis: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      target: reportedNumberSchema,
      p10: z.number().nullable(),
      p50: z.number().nullable(),
      p90: z.number().nullable(),
      actual: reportedNumberSchema,
      verdict: z.enum(['reached', 'missed', 'unknown']),
    }),
  ),
  guardRails: z
    .array(
      z.object({
        metric: z.enum(GUARD_METRICS),
        bound: z.enum(['atMost', 'atLeast']),
        limit: z.number(),
        unit: z.string(),
        source: z.string(),
        actual: reportedNumberSchema,
        verdict: z.enum(['kept', 'broken', 'unknown']),
      }),
    )
    .optional(),
  posts: z.array(
    z.object({
      creatorId: z.string(),
      creatorName: z.string().nullable(),
      platform: z.string(),
      url: z.string().nullable(),
      publishedAt: z.string().nullable(),
      forecastP10: z.number().nullable(),
      forecastP50: z.number().nullable(),
      forecastP90: z.number().nullable(),
      views: reportedNumberSchema,
      interactions: reportedNumberSchema,
      costFen: reportedNumberSchema,
      ...postFreedomSchema.partial().shape,
    }),
  ),
  gates: z.array(z.object({ gate: z.string(), state: z.string(), passed: z.number().int(), total: z.number().int() })),
  waivers: z.array(
    z.object({ gate: z.string(), code: z.string(), person: z.string(), role: z.string(), reason: z.string(), at: z.string() }),
  ),
})

export type ReportedNumber = z.infer<typeof reportedNumberSchema>
export type Report = z.infer<typeof reportSchema>
