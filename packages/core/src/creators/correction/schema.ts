import { z } from 'zod'
import { metricSchema } from '../../imports/index.ts'
import { creatorTypeSchema, daySchema, fault, momentSchema } from '../../shared/index.ts'

/** Texts of an account that a person may correct. Exports give them without a time. */
export const CORRECTABLE_TEXTS = ['displayName', 'handle', 'region', 'mcn', 'verification'] as const

/** An age as the conflict check reads it: `25-34`, `<18`, `30+`, `17`. */
const ageSchema = z
  .string()
  .trim()
  .regex(/^(?:<\d{1,2}|\d{1,2}(?:-\d{1,2}|\+)?)$/, 'No age: write 25-34, <18, 30+ or 17')

/** Parts of a quote that a person may correct: sums in whole fen. */
export const QUOTE_SUMS = ['listFen', 'netFen', 'taxFen', 'slotFeeFen', 'perThousandPlaysFen'] as const
/** Parts of a quote that a person may correct: shares 0–1. */
export const QUOTE_SHARES = ['rebate', 'platformFee', 'commissionShare'] as const
/** What an audience is divided by. */
export const AUDIENCE_AXES = ['gender', 'age', 'cityTier', 'province'] as const

const PRICES = ['listFen', 'netFen', 'perThousandPlaysFen', 'commissionShare', 'gifts'] as const
const word = z.string().trim().min(1).max(100)
const fen = z.number().int().min(0).max(100_000_000_000)
const share = z.number().min(0).max(1)
const quotePlace = { format: word, filed: z.boolean().nullable().default(null) }

const sumOrUnknown = fen.nullable().default(null)
const shareOrUnknown = share.nullable().default(null)

/** A whole quote as a person was told it: sums in whole fen, shares 0–1, null is not known; `note` says where it was told. */
export const typedQuoteSchema = z
  .strictObject({
    listFen: sumOrUnknown,
    netFen: sumOrUnknown,
    rebate: shareOrUnknown,
    platformFee: shareOrUnknown,
    taxFen: sumOrUnknown,
    slotFeeFen: sumOrUnknown,
    commissionShare: shareOrUnknown,
    gifts: z.string().trim().min(1).max(500).nullable().default(null),
    perThousandPlaysFen: sumOrUnknown,
    filed: z.boolean().nullable().default(null),
    validUntil: daySchema.nullable().default(null),
    note: z.string().trim().min(1).max(200),
  })
  .refine(({ listFen, netFen }) => listFen === null || netFen === null || netFen <= listFen, {
    path: ['netFen'],
    ...fault('lies above the list price', '高于刊例价'),
  })
  .refine((quote) => PRICES.some((part) => quote[part] !== null), {
    path: ['listFen'],
    ...fault(
      'is missing: give a list price, a net price, a price per thousand plays, a commission or gifts',
      '缺失：请填写刊例价、净价、千次播放价、佣金或赠品之一',
    ),
  })

/** Which of several numbers of one name is meant: counted over which period, for which notes, of which flow. */
export const metricPlaceSchema = metricSchema.pick({ name: true, period: true, noteType: true, flow: true })

/** One value typed by a person: a text, the type (fame is no follower count), the follower count, a number of a source, a share of the audience, or a part of a quote. */
export const correctionInputSchema = z.discriminatedUnion('field', [
  z.object({ field: z.enum(CORRECTABLE_TEXTS), value: z.string().trim().min(1).max(500) }),
  z.object({ field: z.literal('ageBand'), value: ageSchema }),
  z.object({ field: z.literal('creatorType'), value: creatorTypeSchema }),
  z.object({ field: z.literal('followers'), value: z.number().int().min(0).max(10_000_000_000) }),
  z.object({ field: z.literal('price'), format: word, value: fen }),
  z.object({ field: z.literal('metric'), place: metricPlaceSchema, value: z.number().min(-1e12).max(1e12) }),
  z.object({ field: z.literal('audience'), place: z.object({ axis: z.enum(AUDIENCE_AXES), key: word }), value: share }),
  z.object({ field: z.literal('quoteSum'), place: z.object({ ...quotePlace, part: z.enum(QUOTE_SUMS) }), value: fen }),
  z.object({ field: z.literal('quote'), format: word, value: typedQuoteSchema }),
  z.object({ field: z.literal('quoteShare'), place: z.object({ ...quotePlace, part: z.enum(QUOTE_SHARES) }), value: share }),
])

/** A correction as it is kept: what was typed, by whom and when, what stood there before, and when it was taken back. */
export const correctionSchema = z.object({
  id: z.uuid(),
  input: correctionInputSchema,
  oldValue: z.union([z.string(), z.number()]).nullable(),
  enteredAt: momentSchema,
  enteredBy: z.string().nullable(),
  withdrawnAt: momentSchema.nullable(),
})

/** A whole quote as a person types it. */
export type TypedQuote = z.infer<typeof typedQuoteSchema>
export type CorrectionInput = z.infer<typeof correctionInputSchema>
export type Correction = z.infer<typeof correctionSchema>
/** Which metric of an account is meant. */
export type MetricPlace = z.infer<typeof metricPlaceSchema>
