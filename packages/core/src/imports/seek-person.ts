import { readId } from './parse-id.ts'
import { cleanText } from './parse-number.ts'

/** What records about somebody are known by. */
export interface PersonWords {
  /** Ids of accounts and posts, and pseudonyms. */
  readonly ids: readonly string[]
  /** Ids that may as well be a count or a price: they tell only beside a name. */
  readonly doubtfulIds?: readonly string[]
  /** Names the accounts bear. */
  readonly names?: readonly string[]
}

/** Tells records about somebody from all others. */
export interface PersonTest {
  /** Whether a text of many records may hold one of theirs; a false is sure. */
  readonly mayStandIn: (text: string) => boolean
  /** Whether one cell or value carries an id of theirs, on its own or inside a link. */
  readonly isOfCell: (value: unknown) => boolean
  /** Whether a record with these cells is theirs: by an id, or by a name beside an id that is doubtful or that a spreadsheet has damaged. */
  readonly isOfRow: (cells: readonly unknown[]) => boolean
}

// How an account is kept that only its name tells apart.
const NAME_AS_ID = /^name:/

// Shorter ids are parts of anything.
const LEAST_IN_LINK = 6

const setOf = (words: readonly string[]) =>
  new Set(words.map((word) => cleanText(word.replace(NAME_AS_ID, ''))).filter((word) => word !== ''))

const PLAIN = /^[a-z0-9_-]+$/
const FEW = 20

/** Whether one of many words stands in a text. Thousands of ids of posts are looked up word by word of the text, not one after the other. */
function findWords(words: readonly string[]): (text: string) => boolean {
  const plain = words.filter((word) => PLAIN.test(word))
  const isMany = plain.length > FEW
  const searched = isMany ? words.filter((word) => !PLAIN.test(word)) : words
  const known = new Set(plain)
  // What stands around an id in a cell, a link or a line is none of these signs.
  const least = plain.reduce((shortest, { length }) => Math.min(shortest, length), Infinity)
  const runs = isMany ? new RegExp(`[a-z0-9_-]{${least},}`, 'g') : null
  return (text) => {
    const folded = cleanText(text).toLowerCase()
    if (searched.some((word) => folded.includes(word))) return true
    return runs !== null && (folded.match(runs) ?? []).some((run) => known.has(run))
  }
}

/** The test for one person. A name alone is nobody's: others bear it too. */
export function seekPerson({ ids, doubtfulIds = [], names = [] }: PersonWords): PersonTest {
  const whole = setOf(ids)
  const doubtful = setOf(doubtfulIds)
  const named = setOf(names)
  const inLinks = new Set([...whole].filter(({ length }) => length >= LEAST_IN_LINK).map((id) => id.toLowerCase()))
  const inText = [...new Set([...whole, ...named].map((word) => word.toLowerCase()))]
  const isOneOf = (known: ReadonlySet<string>, value: unknown) => {
    const read = readId(value, false)
    return 'id' in read && known.has(read.id)
  }
  const isOfCell = (value: unknown) => {
    if (typeof value !== 'string' && typeof value !== 'number') return false
    // As the import reads it: an id it took out of this cell is found in this cell.
    if (isOneOf(whole, value)) return true
    const text = cleanText(value).toLowerCase()
    return text.includes('/') && text.split(/[/?&=#\s]/).some((part) => inLinks.has(part))
  }
  const isDoubtful = (value: unknown) => isDamagedId(value) || isOneOf(doubtful, value)
  const mayStandIn = findWords(inText)
  return {
    mayStandIn,
    isOfCell,
    isOfRow: (cells) => {
      // Nearly every row is somebody else's: all its cells at once tell that faster than each of them.
      if (!mayStandIn(cells.filter(isPlain).join('\n'))) return false
      return cells.some(isOfCell) || (cells.some((cell) => named.has(cleanText(cell))) && cells.some(isDoubtful))
    },
  }
}

const isPlain = (cell: unknown) => typeof cell === 'string' || typeof cell === 'number'

function isDamagedId(cell: unknown): boolean {
  const read = readId(cell, true)
  return 'fault' in read && read.fault !== 'id.missing'
}
