import { say } from '@kolibra/core/shared'
import type { RefusedField } from './tell-fields.ts'

/** What people write is never so deep; what is deeper ends the stack of who walks it, here and in PostgreSQL. */
export const MOST_LEVELS = 64
const TOLD_LENGTH = 200

const CHARACTER = say('Holds a character that no text may hold (NUL or half a pair)', '含有文本不允许的字符（NUL 或半个代理对）')
const INVISIBLE = say('Holds no sign that can be seen', '没有任何可见字符')
const DEPTH = say(`Nested deeper than ${MOST_LEVELS} levels; write it flatter`, `嵌套超过 ${MOST_LEVELS} 层；请减少嵌套`)

/**
 * The first place in `data` that cannot be kept, as a field written `brief.background.en`; null when there is none. PostgreSQL takes no text, key
 * or file name with NUL or half of a surrogate pair and nothing nested too deep: told by it, it would be a bug. A text of invisible signs is none.
 */
export function findUnkeepable(data: unknown): RefusedField | null {
  return walk(data, [])
}

function walk(data: unknown, path: readonly string[]): RefusedField | null {
  const text = data instanceof File ? data.name : data
  if (typeof text === 'string') return readText(text, path)
  if (typeof data !== 'object' || data === null || data instanceof File) return null
  if (path.length >= MOST_LEVELS) return refuse(path, DEPTH)
  for (const [key, value] of Object.entries(data)) {
    const found = isKeepable(key) ? walk(value, [...path, key]) : refuse(path, CHARACTER)
    if (found !== null) return found
  }
  return null
}

function readText(text: string, path: readonly string[]): RefusedField | null {
  if (!isKeepable(text)) return refuse(path, CHARACTER)
  return isVisible(text) ? null : refuse(path, INVISIBLE)
}

const refuse = (path: readonly string[], { en, zh }: typeof DEPTH): RefusedField => ({
  field: path.join('.').slice(0, TOLD_LENGTH),
  problem: en,
  problemZh: zh,
})

// A name of zero-width signs alone is a row that nobody finds again; an empty or blank one is told by its schema.
const isVisible = (text: string) => text.trim() === '' || /[^\p{Cf}\p{Z}\s]/u.test(text)

const isKeepable = (text: string) => !text.includes('\0') && !/\p{Surrogate}/u.test(text)
