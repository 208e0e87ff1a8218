import { z } from 'zod'
import { categorySchema, daySchema, fault } from '../../shared/index.ts'

const brandSchema = z.string().trim().min(1).max(200)
const days = { from: daySchema, to: daySchema, unknown: z.boolean().default(true) }
const isInOrder = ({ from, to }: { from: string; to: string }) => from <= to

/**
 * Conditions on what we ourselves hold of work with a creator; asked of the database at each search, never kept in the index.
 * Days are Shanghai days, both included. `unknown`: whether those of whom nothing is held, or not the day, are let through.
 */
export const joinedConditionsSchema = z.strictObject({
  /** `worked`: a contract or a published post of ours. */
  pastWork: z.enum(['worked', 'never']).nullable().default(null),
  /** Worked with any of these brands, for us or for others; null among them is "no brand is known". */
  brands: z.array(brandSchema.nullable()).max(50).default([]),
  /** No contracted post of ours falls on these days, and nobody noted one of them as not free; a contracted post without a day leaves it unknown. */
  freeOn: z
    .strictObject(days)
    .refine(isInOrder, { path: ['to'], ...fault('lies before "from"', '早于 from') })
    .nullable()
    .default(null),
  /** Not bound to another brand in this category on these days, and no work for the competitors within `competitorDays` before. */
  clearOf: z
    .strictObject({
      brand: brandSchema,
      category: categorySchema.nullable().default(null),
      competitors: z.array(brandSchema).max(50).default([]),
      competitorDays: z.number().int().min(0).max(3650).default(90),
      ...days,
    })
    .refine(isInOrder, { path: ['to'], ...fault('lies before "from"', '早于 from') })
    .nullable()
    .default(null),
  /** On this list. */
  shortlist: z.uuid().nullable().default(null),
})
export type JoinedConditions = z.infer<typeof joinedConditionsSchema>

/** Whether anything is asked that only the database can answer. */
export function hasJoined({ pastWork, brands, freeOn, clearOf, shortlist }: JoinedConditions): boolean {
  return pastWork !== null || brands.length > 0 || freeOn !== null || clearOf !== null || shortlist !== null
}
