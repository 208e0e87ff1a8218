import { z } from 'zod'
import { momentSchema } from '../../shared/index.ts'

/** Texts of an account that a person may correct. Exports give them without a time. */
export const CORRECTABLE_TEXTS = ['displayName', 'handle', 'region', 'mcn', 'verification'] as const

/** One value typed by a person: a text, the follower count, or the list price (whole fen) of a format. */
export const correctionInputSchema = z.discriminatedUnion('field', [
  z.object({ field: z.enum(CORRECTABLE_TEXTS), value: z.string().trim().min(1).max(500) }),
  z.object({ field: z.literal('followers'), value: z.number().int().min(0).max(10_000_000_000) }),
  z.object({ field: z.literal('price'), format: z.string().trim().min(1).max(100), value: z.number().int().min(0).max(100_000_000_000) }),
])

/** A correction as it is kept: who, when, what stood there before, and when it was taken back. */
export const correctionSchema = z.object({
  id: z.uuid(),
  field: z.string(),
  format: z.string().nullable(),
  value: z.union([z.string(), z.number()]),
  oldValue: z.union([z.string(), z.number()]).nullable(),
  enteredAt: momentSchema,
  enteredBy: z.string().nullable(),
  withdrawnAt: momentSchema.nullable(),
})

export type CorrectionInput = z.infer<typeof correctionInputSchema>
export type Correction = z.infer<typeof correctionSchema>
