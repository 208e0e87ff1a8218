import { z } from 'zod'

type Shape = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Asks of any value which fields its schema does not know and would pass over, each by its path; the shape is read once. */
export function findUnknownFields(schema: z.ZodType): (value: unknown) => string[][] {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return (value) => walk(shape, value, [])
}

/** The same for one value, each path as text: `goal.kpis.0.targt`. */
export const listUnknownFields = (schema: z.ZodType, value: unknown): string[] =>
  findUnknownFields(schema)(value).map((path) => path.join('.'))

function walk(shape: unknown, value: unknown, path: readonly string[]): string[][] {
  if (!isObject(shape)) return []
  const { anyOf, items, properties, additionalProperties } = shape
  if (Array.isArray(anyOf)) return walkClosest(anyOf, value, path)
  if (Array.isArray(value)) return [...value.entries()].flatMap(([at, item]) => walk(items, item, [...path, String(at)]))
  if (!isObject(value)) return []
  const fields = isObject(properties) ? properties : null
  // Names of a record are anybody's.
  if (fields === null) return Object.entries(value).flatMap(([name, part]) => walk(additionalProperties, part, [...path, name]))
  return Object.entries(value).flatMap(([name, part]) =>
    Object.hasOwn(fields, name) ? walk(fields[name], part, [...path, name]) : [[...path, name]],
  )
}

// Of a choice of shapes the value is meant for the one that passes over the fewest of its fields; null and bare texts know none.
function walkClosest(shapes: readonly unknown[], value: unknown, path: readonly string[]): string[][] {
  const meant = shapes.filter((one) => isObject(one) && (isObject(one['properties']) || isObject(one['items'])))
  const answers = meant.map((one) => walk(one, value, path))
  const fewest = Math.min(...answers.map(({ length }) => length))
  return answers.find(({ length }) => length === fewest) ?? []
}
