import { z } from 'zod'
import { deliverableStateSchema } from '../content/index.ts'
import { localizedSchema, momentSchema } from '../shared/index.ts'
import { postFreedomSchema } from './schema.ts'

/** Where what came lies against the forecast range from P10 to P90. */
export const FORECAST_OUTCOMES = ['below', 'within', 'above'] as const
/** One of FORECAST_OUTCOMES. */
export type ForecastOutcome = (typeof FORECAST_OUTCOMES)[number]

const rangeSchema = z.object({ p10: z.number(), p50: z.number(), p90: z.number() })

/** One post of a creator in one of our campaigns; null is not known or not yet. */
export const workItemSchema = z.object({
  deliverableId: z.string(),
  campaignId: z.string(),
  campaign: z.string(),
  format: z.string(),
  state: deliverableStateSchema,
  plannedFor: z.string().nullable(),
  hasContract: z.boolean(),
  agreedFen: z.number().int().nullable(),
  drafts: z.number().int(),
  url: z.string().nullable(),
  publishedAt: momentSchema.nullable(),
  forecast: rangeSchema.nullable(),
  views: z.object({ value: z.number(), source: z.string(), observedAt: z.string() }).nullable(),
  outcome: z.enum(FORECAST_OUTCOMES).nullable(),
  ...postFreedomSchema.shape,
})

/** What a creator did with us, newest first, and which running campaigns clash with what is known of their other work. */
export const creatorWorkSchema = z.object({
  items: z.array(workItemSchema),
  clashes: z.array(
    z.object({ campaignId: z.string(), campaign: z.string(), code: z.string(), because: localizedSchema, fix: localizedSchema }),
  ),
})

export type WorkItem = z.infer<typeof workItemSchema>
export type CreatorWork = z.infer<typeof creatorWorkSchema>

/** Where what came lies in the range that was forecast; null while either is unknown. */
export function compareWithForecast(views: number | null, forecast: z.infer<typeof rangeSchema> | null): ForecastOutcome | null {
  if (views === null || forecast === null) return null
  if (views < forecast.p10) return 'below'
  return views > forecast.p90 ? 'above' : 'within'
}
