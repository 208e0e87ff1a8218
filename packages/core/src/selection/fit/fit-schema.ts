import { z } from 'zod'
import { fault, localizedSchema } from '../../shared/index.ts'

/** What fit is made of (product.md, gate 3; science.md §8), in the order in which it is shown. */
export const FIT_PARTS = ['audience', 'content', 'authenticity', 'price', 'safety', 'pastWork'] as const
export const fitPartNameSchema = z.enum(FIT_PARTS)

const share = z.number().min(0).max(1)
const weights = z.strictObject({ audience: share, content: share, authenticity: share, price: share, safety: share, pastWork: share })

/** How much each part weighs, 0–1; a part of weight 0 is not looked at. */
export const fitTableSchema = z.strictObject({
  version: z.string().trim().min(1).max(60),
  weights: weights.refine((all) => Object.values(all).some((weight) => weight > 0), fault('gives no part any weight', '各项权重均为 0')),
  /** Where the weights come from; ours are an assumption. */
  source: z.string().trim().min(1).max(500),
})

/** One part: its value 0–1 or null where it is not known, the evidence behind it, and the fit if this part were not known. */
export const fitPartSchema = z.object({
  code: fitPartNameSchema,
  weight: share,
  value: share.nullable(),
  /** How much of what the part asks for is held, 0–1. */
  completeness: share,
  because: localizedSchema,
  without: share.nullable(),
})

/** How a creator fits a campaign: 0–1, null while no part is known. */
export const fitReportSchema = z.object({
  version: z.string(),
  source: z.string(),
  score: share.nullable(),
  /** Weighted share of the evidence that is held. */
  completeness: share,
  /** The sum as it was done, with the numbers in it; null while there is nothing to reckon. */
  formula: z.string().nullable(),
  parts: z.array(fitPartSchema),
})

/** One of FIT_PARTS. */
export type FitPartName = (typeof FIT_PARTS)[number]
export type FitTable = z.infer<typeof fitTableSchema>
export type FitPart = z.infer<typeof fitPartSchema>
export type FitReport = z.infer<typeof fitReportSchema>
