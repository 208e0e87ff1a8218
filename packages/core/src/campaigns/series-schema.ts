import { z } from 'zod'
import { daySchema, fault, momentSchema } from '../shared/index.ts'

/** What a brand counts by day (SERIES_METRICS says how each is used). */
export const SERIES_NAMES = ['followers', 'mentions', 'searchIndex', 'sales'] as const
export const seriesMetricSchema = z.enum(SERIES_NAMES)

/** Of whom a series is: `brand:NAME`, `product:NAME`, or an account of the brand's as `platform:ID`. */
const subjectSchema = z.string().trim().min(1).max(120)

/** One number of one day as it came in. `id` null: an import brought it; `enteredBy` null: it was an import, or the person has left. */
export const seriesValueSchema = z.object({
  id: z.uuid().nullable(),
  subject: z.string(),
  metric: seriesMetricSchema,
  unit: z.string(),
  day: daySchema,
  value: z.number(),
  source: z.string(),
  enteredAt: momentSchema,
  enteredBy: z.string().nullable(),
  importId: z.uuid().nullable(),
  withdrawnAt: momentSchema.nullable(),
})

/** Followers, mentions and index points are counted, so they are not below zero; sales net of refunds may be. */
const mayBeNegative = (metric: SeriesMetricName) => metric === 'sales'
const isWhole = (metric: SeriesMetricName) => metric === 'followers' || metric === 'mentions'

/**
 * Numbers typed by a person. `seen` is what stood at the day when they typed (null: nothing): it lets a race be refused; left out, whatever
 * stands there is corrected.
 */
export const typedDaysSchema = z
  .object({
    subject: subjectSchema.refine(
      (text) => /^[a-z_]+:\S/.test(text),
      fault('Begin with brand:, product: or the platform, e.g. brand:Alpensee', '请以 brand:、product: 或平台开头，例如 brand:Alpensee'),
    ),
    metric: seriesMetricSchema,
    source: z.string().trim().min(1).max(200),
    values: z
      .array(z.object({ day: daySchema, value: z.number().max(1e12).min(-1e12), seen: z.number().nullish() }))
      .min(1)
      .max(400),
  })
  .superRefine(({ metric, values }, ctx) => {
    values.forEach(({ day, value }, at) => {
      const tell = (field: 'day' | 'value', message: string, zh: string) =>
        ctx.addIssue({ code: 'custom', path: ['values', at, field], message, params: { zh } })
      if (value < 0 && !mayBeNegative(metric)) tell('value', `${metric} cannot be below 0 (${day})`, `${metric} 不得小于 0（${day}）`)
      if (!Number.isInteger(value) && isWhole(metric)) tell('value', `${metric} is a whole number (${day})`, `${metric} 须为整数（${day}）`)
      if (values.findIndex((other) => other.day === day) !== at) tell('day', `${day} is given twice`, `${day} 写了两次`)
    })
  })

export type SeriesMetricName = z.infer<typeof seriesMetricSchema>
export type SeriesValue = z.infer<typeof seriesValueSchema>
export type TypedDays = z.infer<typeof typedDaysSchema>
