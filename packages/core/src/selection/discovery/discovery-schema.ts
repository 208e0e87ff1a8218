import { z } from 'zod'
import { DISCOVERY_FIELD_NAMES, DISCOVERY_FIELDS, type DiscoveryFieldName } from './discovery-field-table.ts'
import { joinedConditionsSchema } from './joined-conditions.ts'
import { PROVINCE_SHARES, USUAL_PROVINCE_SHARE } from './province-share-table.ts'

const fieldSchema = z.enum(DISCOVERY_FIELD_NAMES)

/** One condition. Words: any of these, null is "unknown". Numbers: from ≤ value < below, and unknown ones only when asked for. */
export const discoveryFilterSchema = z.union([
  z.strictObject({ field: fieldSchema, any: z.array(z.string().nullable()).min(1).max(200) }),
  z
    .strictObject({
      field: fieldSchema,
      from: z.number().nullable().default(null),
      below: z.number().nullable().default(null),
      unknown: z.boolean().default(false),
    })
    .check(({ issues, value }) => {
      // Who gives words means no range: ruled out, so that what is wrong with the words is told and not that ranges have none.
      if (issues.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes('any')))
        issues.push({
          code: 'custom',
          input: value,
          message: 'a range has no words',
          params: { zh: '数值范围不能带词语' },
          continue: false,
        })
    }),
])

/**
 * Where a page ended: its last row and what rows are ordered by. The next page goes on from there though that row may be gone since, or
 * stand elsewhere. Several words are one text. `order` tells of which order it is a place: a number of followers is none of views.
 */
export const pagePlaceSchema = z.strictObject({
  order: z.string().max(60),
  id: z.string().max(100),
  key: z.union([z.string().max(10_000), z.number()]).nullable(),
})

/** What one asks of the search: all conditions hold; words of `text` are all found; unknown sorts last either way. */
export const discoveryQuerySchema = z.strictObject({
  filters: z.array(discoveryFilterSchema).max(40).default([]),
  /** From which share of the audience on a province of `audienceProvinces` counts, in its condition and its counts. */
  provinceShare: z.literal(PROVINCE_SHARES).default(USUAL_PROVINCE_SHARE),
  text: z.string().max(200).default(''),
  joined: joinedConditionsSchema.prefault({}),
  sort: z.enum(['name', ...DISCOVERY_FIELD_NAMES]).default('followers'),
  isDescending: z.boolean().default(true),
  /** The `next` of the page before. */
  after: pagePlaceSchema.nullable().default(null),
  limit: z.number().int().min(1).max(200).default(50),
})

/**
 * A question as somebody asks it now: beside its shape, that each condition suits its field. What is kept was asked when less was refused and
 * is read by the schema above.
 */
export const discoveryQuestionSchema = discoveryQuerySchema.superRefine(({ filters, sort, isDescending, after }, check) => {
  const order = nameOrder({ sort, isDescending })
  if (after !== null && !isOfOrder(after, { sort, isDescending }))
    check.addIssue({
      code: 'custom',
      path: ['after', 'key'],
      message: `is of another order than ${order}: ask for the first page again`,
      params: { zh: `不是按 ${order} 排序时的位置，请从第一页重新查询` },
    })
  filters.forEach((filter, place) => {
    const told = tellUnsuited(filter)
    if (told !== null) check.addIssue({ code: 'custom', path: ['filters', place, told.key], message: told.en, params: { zh: told.zh } })
  })
})

/** What rows are ordered by, and which way. */
export interface SearchOrder {
  readonly sort: 'name' | DiscoveryFieldName
  readonly isDescending: boolean
}

/** The name under which a place says its order: the field, downwards with a minus. */
export const nameOrder = ({ sort, isDescending }: SearchOrder) => `${isDescending ? '-' : ''}${sort}`

/** Whether a page of this order can go on from a place. */
export function isOfOrder({ order, key }: PagePlace, asked: SearchOrder): boolean {
  const isNumberOrder = asked.sort !== 'name' && DISCOVERY_FIELDS[asked.sort].kind === 'number'
  return order === nameOrder(asked) && (key === null || (typeof key === 'number') === isNumberOrder)
}

function tellUnsuited(filter: DiscoveryFilter): { key: string; en: string; zh: string } | null {
  const { field } = filter
  const isNumber = DISCOVERY_FIELDS[field].kind === 'number'
  if ('any' in filter) {
    const isOnlyUnknown = filter.any.every((word) => word === null)
    if (!isNumber || isOnlyUnknown) return null
    return { key: 'any', en: `${field} holds numbers: give from, below or unknown`, zh: `${field} 是数值，请用 from、below 或 unknown` }
  }
  const { from, below } = filter
  if (!isNumber && (from !== null || below !== null))
    return { key: from === null ? 'below' : 'from', en: `${field} holds words: give any`, zh: `${field} 是文字，请用 any` }
  if (from !== null && below !== null && from >= below)
    return {
      key: 'below',
      en: `no number of ${field} is from ${from} and below ${below}: give a larger one`,
      zh: `${field} 不低于 ${from} 又低于 ${below} 的数不存在，请填更大的数`,
    }
  return null
}

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
