import { cleanText } from './parse-number.ts'
import type { PersonWords } from './seek-person.ts'

const BLANK = '…'
// Shorter words are parts of others: they count only where they are the whole text.
const LEAST_NAME = 2
const LEAST_ID = 6

/**
 * Takes the words by which somebody is known out of a short text: what was searched for, what a file was called, what a cell said. Each
 * becomes an ellipsis, in whatever case it was written; the rest stays.
 */
export function blankWords(text: string, { ids, names = [] }: PersonWords): string {
  const words = [...ids, ...names].map(cleanText).filter((word) => word !== '')
  if (words.includes(cleanText(text))) return BLANK
  const within = [...longerThan(names, LEAST_NAME), ...longerThan(ids, LEAST_ID)]
  // The longest first: a name may stand in another.
  const sorted = [...new Set(within)].sort((one, other) => other.length - one.length)
  if (sorted.length === 0) return text
  return text.replaceAll(new RegExp(sorted.map(escapePattern).join('|'), 'giu'), BLANK)
}

const longerThan = (words: readonly string[], least: number) => words.map((word) => word.trim()).filter((word) => [...word].length >= least)

const escapePattern = (word: string) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
