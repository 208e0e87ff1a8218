import { z } from 'zod'
import { localizedSchema } from '../../shared/index.ts'

const lightSchema = z.enum(['green', 'amber', 'red'])
const coverageSchema = z.object({ nominal: z.number(), observed: z.number(), low: z.number(), high: z.number(), light: lightSchema })
const scoresSchema = z.object({
  coverage: z.array(coverageSchema).readonly(),
  mae: z.number(),
  pinball: z.array(z.object({ tau: z.number(), loss: z.number() })).readonly(),
  crps: z.number(),
  interval80: z.number(),
})
const ratioSchema = z.object({ value: z.number(), low: z.number(), high: z.number(), error: z.number() })

/** A back-test on a workspace's own creators; scores on the log scale. */
export const backtestSchema = z.object({
  metric: z.enum(['views', 'interactions']),
  creators: z.number().int(),
  light: lightSchema,
  /** Why the light is not green: which range held how much where what was wanted. */
  because: z.array(localizedSchema).readonly(),
  model: scoresSchema,
  naive: scoresSchema,
  ratios: z.object({ mae: ratioSchema, interval80: ratioSchema }),
  groups: z
    .array(
      z.object({ platform: z.string(), tier: z.string(), creators: z.number().int(), coverage80: coverageSchema, maeRatio: z.number() }),
    )
    .readonly(),
})

/** A back-test and whom it was made with: `loaded` creators of the workspace, of whom those with three posts were tested. */
export const backtestAnswerSchema = z.object({
  metric: z.enum(['views', 'interactions']),
  asOf: z.string(),
  loaded: z.number().int(),
  backtest: backtestSchema.nullable(),
})

/** What a campaign's plan forecast of one metric when its goal was frozen, and what came. Counts; `ends` is a Shanghai day. */
export const campaignOutcomeSchema = z.object({
  campaignId: z.string(),
  campaign: z.string(),
  ends: z.string(),
  metric: z.enum(['views', 'interactions']),
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  actual: z.number(),
  /** The oldest count behind `actual`. */
  countedAt: z.string(),
  scoredAt: z.string(),
  /** Posts of the campaign by creators of whom the frozen plan had no forecast: neither in the range nor in `actual`. */
  outsidePosts: z.number().int().min(0),
})

/** The last forecasts of one metric in a few numbers. */
export const outcomeSummarySchema = z.object({
  metric: z.enum(['views', 'interactions']),
  campaigns: z.number().int(),
  covered: z.number().int(),
  /** Middle of actual / P50 − 1; null without a forecast above nil. */
  typicalError: z.number().nullable(),
  /** Factor by which both ends must be moved apart so that the ranges would have held 80 %; below 1: together. Null below four campaigns. */
  stretch: z.number().nullable(),
  /** The share of the range to read so that 80 % hold as things drift. */
  readShare: z.number(),
  sentence: localizedSchema,
})

export const forecastRecordSchema = z.object({ outcomes: z.array(campaignOutcomeSchema), summaries: z.array(outcomeSummarySchema) })

export type BacktestAnswer = z.infer<typeof backtestAnswerSchema>
export type CampaignOutcome = z.infer<typeof campaignOutcomeSchema>
export type OutcomeSummary = z.infer<typeof outcomeSummarySchema>
export type KeptForecasts = z.infer<typeof forecastRecordSchema>
