import { say, type Localized } from '@kolibra/core/shared'

/** So many are named; the rest are counted. */
const NAMED = 5

/** One sentence on fields of a file that were passed over; null: there are none. A field misspelt is a wish unheard. */
export function tellUnknownFields(file: string, fields: readonly string[]): Localized | null {
  if (fields.length === 0) return null
  const more = fields.length - NAMED
  const [names, rest] = [fields.slice(0, NAMED), more > 0 ? say(` and ${more} more`, `等 ${fields.length} 处`) : say('', '')]
  return say(
    `${file}: passed over, for no such field is known: ${names.join(', ')}${rest.en}. Check the spelling.`,
    `${file}：以下字段无法识别，未采用：${names.join('、')}${rest.zh}。请核对拼写。`,
  )
}
