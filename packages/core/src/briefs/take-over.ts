import { briefSchema, type Brief } from './schema.ts'
import type { ReadBrief } from './read-brief-text.ts'

const isSaid = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0)

/** A brief with what was read put in the place of its own sections; of a part of a brief a section that says nothing leaves what stands. Null: it does not fit. */
export function takeOver(base: Brief, { brief, isWhole }: ReadBrief): Brief | null {
  const said = Object.fromEntries(Object.entries(brief).filter(([, value]) => isWhole || isSaid(value)))
  return briefSchema.safeParse({ ...base, ...said }).data ?? null
}
