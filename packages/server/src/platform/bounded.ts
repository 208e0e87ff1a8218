import { fault } from '@kolibra/core/shared'
import { z } from '@hono/zod-openapi'
import { MOST_LEVELS } from './unkeepable-text.ts'

/** How much one text and one list of what people type in may hold. */
export interface Bounds {
  readonly characters: number
  readonly items: number
}

type Path = (string | number)[]

/**
 * The schema of what is kept, for what comes in: gates, linter and pages walk every text and list of it at each request, and one of a megabyte
 * would hold up everybody. What is kept already is read without bounds.
 */
export function bounded<S extends z.ZodType>(schema: S, bounds: Bounds): S {
  return schema.superRefine((value, ctx) => {
    for (const { path, error, params } of listOversized(value, bounds, [])) ctx.addIssue({ code: 'custom', path, message: error, params })
  })
}

function listOversized(value: unknown, bounds: Bounds, path: Path): (ReturnType<typeof fault> & { path: Path })[] {
  const { characters, items } = bounds
  if (typeof value === 'string')
    return value.length <= characters
      ? []
      : [{ path, ...fault(`Longer than ${characters} characters; shorten it`, `超过 ${characters} 个字符；请缩短`) }]
  // What is deeper is refused as such, for every request.
  if (typeof value !== 'object' || value === null || path.length > MOST_LEVELS) return []
  const parts: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  if (parts.length > items) return [{ path, ...fault(`More than ${items} entries; take some out`, `超过 ${items} 项；请删减`) }]
  return parts.flatMap(([key, part]) => listOversized(part, bounds, [...path, key]))
}
