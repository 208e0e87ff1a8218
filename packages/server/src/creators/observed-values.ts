import { readSlots, type PlainSlots } from '@kolibra/core/imports'
import { z } from 'zod'

/** What numbers in slots mean, as it is kept once per import: `metrics` are pairs of a slot and the place of its passport. */
export interface StoredSlots extends PlainSlots {
  readonly metrics: readonly (readonly [slot: number, place: number])[]
}

/** The columns of an observation that hold what it says: all in `observed_values`, or numbers in slots of its import's `layout`. */
export interface KeptValues {
  readonly observed_values: unknown
  readonly slots: readonly (number | null)[] | null
  readonly mcn: string | null
  readonly categories: readonly string[] | null
  readonly observed_at: string | null
  readonly layout: unknown
}

const slotSchema = z.number().int().min(0)
const layoutSchema = z.object({
  followers: slotSchema.nullable(),
  audience: z.object({
    basis: z.enum(['followers', 'viewers']),
    shares: z.array(z.tuple([z.enum(['gender', 'age']), z.string(), slotSchema])),
  }),
  quotes: z.array(
    z.object({
      format: z.string(),
      filed: z.boolean().nullable(),
      part: z.enum(['listFen', 'netFen', 'perThousandPlaysFen']),
      source: z.string(),
      slot: slotSchema,
    }),
  ),
  metrics: z.array(z.tuple([slotSchema, slotSchema])),
})

/** What an observation says, in the one form that `observed_values` has: what is not known is null or empty. */
export function readValues({ observed_values: values, slots, mcn, categories, observed_at: observedAt, layout }: KeptValues): unknown {
  if (slots === null) return values
  const { metrics, ...meanings } = layoutSchema.parse(layout)
  const numbers: (number | null)[] = []
  for (const [slot, place] of metrics) {
    while (numbers.length <= place) numbers.push(null)
    numbers[place] = slots[slot] ?? null
  }
  return { ...readSlots(meanings, slots, observedAt), mcn, categories: categories ?? [], metrics: numbers }
}
