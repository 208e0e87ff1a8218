import { say, type Localized } from '@kolibra/core/shared'
import { z } from 'zod'

type Shape = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fields of a document that its schema does not know and that are therefore passed over, each by its path. */
export function listUnknownFields(schema: z.ZodType, value: unknown): string[] {
  return walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), value, [])
}

function walk(shape: unknown, value: unknown, path: readonly string[]): string[] {
  if (!isObject(shape)) return []
  const { anyOf, items, properties, additionalProperties } = shape
  // Of a choice of shapes the others are null: what may be left out.
  if (Array.isArray(anyOf))
    return walk(
      anyOf.find((one) => isObject(one) && (isObject(one['properties']) || isObject(one['items']))),
      value,
      path,
    )
  if (Array.isArray(value)) return [...value.entries()].flatMap(([at, item]) => walk(items, item, [...path, String(at)]))
  if (!isObject(value)) return []
  const fields = isObject(properties) ? properties : null
  // Names of a record are anybody's.
  if (fields === null) return Object.entries(value).flatMap(([name, part]) => walk(additionalProperties, part, [...path, name]))
  return Object.entries(value).flatMap(([name, part]) =>
    Object.hasOwn(fields, name) ? walk(fields[name], part, [...path, name]) : [[...path, name].join('.')],
  )
}

/** So many are named; the rest are counted. */
const NAMED = 5

/** One sentence on fields that were passed over; null: there are none. A field misspelt is a wish unheard. */
export function tellUnknownFields(file: string, fields: readonly string[]): Localized | null {
  if (fields.length === 0) return null
  const more = fields.length - NAMED
  const [names, rest] = [fields.slice(0, NAMED), more > 0 ? say(` and ${more} more`, `等 ${fields.length} 处`) : say('', '')]
  return say(
    `${file}: passed over, for no such field is known: ${names.join(', ')}${rest.en}. Check the spelling.`,
    `${file}：以下字段无法识别，未采用：${names.join('、')}${rest.zh}。请核对拼写。`,
  )
}
