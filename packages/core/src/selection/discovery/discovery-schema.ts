import { z } from 'zod'
import { DISCOVERY_FIELD_NAMES } from './discovery-field-table.ts'
import { joinedConditionsSchema } from './joined-conditions.ts'

const fieldSchema = z.enum(DISCOVERY_FIELD_NAMES)

/** One condition. Words: any of these, null is "unknown". Numbers: from ≤ value < below, and unknown ones only when asked for. */
export const discoveryFilterSchema = z.union([
  z.strictObject({ field: fieldSchema, any: z.array(z.string().nullable()).min(1).max(200) }),
  z.strictObject({
    field: fieldSchema,
    from: z.number().nullable().default(null),
    below: z.number().nullable().default(null),
    unknown: z.boolean().default(false),
  }),
])

/**
 * Where a page ended: its last row and what rows are ordered by. The next page goes on from there though that row may be gone since, or
 * stand elsewhere. Several words are one text.
 */
export const pagePlaceSchema = z.strictObject({ id: z.string().max(100), key: z.union([z.string().max(10_000), z.number()]).nullable() })

/** What one asks of the search: all conditions hold; words of `text` are all found; unknown sorts last either way. */
export const discoveryQuerySchema = z.strictObject({
  filters: z.array(discoveryFilterSchema).max(40).default([]),
  text: z.string().max(200).default(''),
  joined: joinedConditionsSchema.prefault({}),
  sort: z.union([fieldSchema, z.literal('name')]).default('followers'),
  isDescending: z.boolean().default(true),
  /** The `next` of the page before. */
  after: pagePlaceSchema.nullable().default(null),
  limit: z.number().int().min(1).max(200).default(50),
})

/** Counts of one field over the hits, its own conditions left out. `word` null is unknown; a number counts by histogram place. */
export const discoveryFacetSchema = z.object({
  field: fieldSchema,
  unknown: z.number().int(),
  words: z.array(z.object({ word: z.string(), count: z.number().int() })),
  bins: z.array(z.object({ from: z.number().nullable(), below: z.number().nullable(), count: z.number().int() })),
})
export const discoveryAnswerSchema = z.object({
  ids: z.array(z.string()),
  total: z.number().int(),
  /** Asked for as `after` of the next page; null: nothing follows. */
  next: pagePlaceSchema.nullable(),
  facets: z.array(discoveryFacetSchema),
})

export type PagePlace = z.infer<typeof pagePlaceSchema>
export type DiscoveryFilter = z.infer<typeof discoveryFilterSchema>
export type DiscoveryQuery = z.infer<typeof discoveryQuerySchema>
export type DiscoveryFacet = z.infer<typeof discoveryFacetSchema>
export type DiscoveryAnswer = z.infer<typeof discoveryAnswerSchema>
