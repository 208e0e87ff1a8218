import { z } from 'zod'
import { localizedSchema } from '../../shared/index.ts'

/** The two figures that are held against results; never mixed. */
export const FREEDOM_MEASURES = ['freedom', 'kept'] as const
/** Whether a figure goes with better results, with worse ones, or nothing can be told. */
export const PAY_VERDICTS = ['pays', 'costs', 'cannot_tell'] as const

/** One published post: what its brief left free (0–100), what was kept of its first draft (0–1), and how its views met the forecast. */
export const freedomPointSchema = z.object({
  deliverableId: z.string(),
  campaignId: z.string(),
  campaign: z.string(),
  creatorName: z.string().nullable(),
  freedom: z.number().nullable(),
  kept: z.number().nullable(),
  views: z.number(),
  forecastP50: z.number(),
  /** ln(views ÷ forecast median); 0 is as forecast. */
  logRatio: z.number(),
})

/** How one figure goes with results over the posts that have it. */
export const freedomRelationSchema = z.object({
  measure: z.enum(FREEDOM_MEASURES),
  n: z.number().int(),
  campaigns: z.number().int(),
  /** Spearman's ρ, −1 to 1, with its 95 % interval; null where nothing can be worked out. */
  rho: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Theil–Sen: how much more views, as a share, go with ten points (of 100) more. */
  perTenPoints: z.number().nullable(),
  verdict: z.enum(PAY_VERDICTS),
  because: localizedSchema,
})

/** Whether freedom pays in this workspace: the posts, what goes with what, and how it was worked out. */
export const freedomRecordSchema = z.object({
  points: z.array(freedomPointSchema),
  /** Published posts without count, forecast or either figure. */
  leftOut: z.number().int(),
  relations: z.array(freedomRelationSchema),
  method: localizedSchema,
})

export type FreedomPoint = z.infer<typeof freedomPointSchema>
export type FreedomRelation = z.infer<typeof freedomRelationSchema>
export type FreedomRecord = z.infer<typeof freedomRecordSchema>
