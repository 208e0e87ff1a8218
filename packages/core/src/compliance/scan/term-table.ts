import { fold } from '../fold.ts'
import { buildDoubleArray, type DoubleArray } from './double-array.ts'
import { foldTable, LONG, NOISE, UNIT } from './fold-table.ts'

// One number tells the filter all it needs of a UTF-16 unit: a 17-bit code of what it folds to, and these bits.
export const CODE = 0x1ffff
/** It is a term by itself. */
export const ALONE = 1 << 17
/** Nine bits from here: what it sounds like. */
export const SOUND_SHIFT = 18
export const SOUND = 0x1ff
/** It is dropped. Halves of pairs too; whether the pair means something is asked later. */
export const SKIP = 1 << 27
export const PAIR = 1 << 28
/** It stands for several units. */
export const MANY = 1 << 29

/** Terms made ready to be found; built once, used for every text. */
export interface TermTable {
  /** The terms, folded, sorted, without doubles; a hit names one by its index. */
  readonly terms: readonly string[]
  /** Length of the longest. */
  readonly longest: number
  /** By UTF-16 unit: code and bits for the filter. */
  readonly words: Int32Array
  /** By UTF-16 unit: symbol of the trie, 0 for what no term holds. */
  readonly symbols: Uint16Array
  /** By the hash of two neighbours: a bit for each class of third neighbours with which a term begins so. */
  readonly starts: Uint8Array
  readonly trie: DoubleArray
}

const GOLDEN = 0x9e3779b1
const codeOf = (symbol: number) => Math.imul(symbol, GOLDEN) >>> 15

/** The hash of two neighbours from their codes: eight bits of the first, all of the second. */
export const pairHash = (first: number, second: number) => (((first & 0xff) << 9) ^ second) & CODE

/** Folds the terms and builds their table. Terms that fold to nothing are left out. */
export function buildTermTable(terms: Iterable<string>): TermTable {
  const folded = [...new Set(Array.from(terms, (term) => fold(term).text))].filter((term) => term !== '')
  const symbols = numberUnits(folded)
  const sequences = folded.map((term) => Uint16Array.from({ length: term.length }, (_, at) => symbols.get(term.charCodeAt(at)) ?? 0))
  const order = Array.from(folded, (_, index) => index).sort((a, b) => compareSequences(sequences[a], sequences[b]))
  const sorted = order.flatMap((index) => sequences[index] ?? [])
  return {
    terms: order.map((index) => folded[index] ?? ''),
    longest: Math.max(0, ...folded.map((term) => term.length)),
    ...writeUnits(symbols, sorted),
    starts: writeStarts(sorted),
    trie: buildDoubleArray(sorted, symbols.size),
  }
}

// The commonest unit gets the lowest symbol: that keeps the array dense.
function numberUnits(terms: readonly string[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const term of terms)
    for (let at = 0; at < term.length; at += 1) counts.set(term.charCodeAt(at), (counts.get(term.charCodeAt(at)) ?? 0) + 1)
  const units = [...counts].sort(([a, many], [b, more]) => more - many || a - b)
  return new Map(units.map(([unit], index) => [unit, index + 1]))
}

function compareSequences(a: ArrayLike<number> = [], b: ArrayLike<number> = []): number {
  const shared = Math.min(a.length, b.length)
  for (let at = 0; at < shared; at += 1) if (a[at] !== b[at]) return (a[at] ?? 0) - (b[at] ?? 0)
  return a.length - b.length
}

const isHalf = (unit: number) => unit >= 0xd800 && unit <= 0xdfff

/** The units that fold to each unit, itself among them, and the filter word of a unit that no term holds. */
interface Template {
  readonly words: Int32Array
  readonly sources: ReadonlyMap<number, readonly number[]>
}

let template: Template | null = null

function makeTemplate(): Template {
  const sources = new Map<number, number[]>()
  const words = foldTable().units.map((folded, unit) => {
    if (isHalf(unit)) return SKIP | PAIR
    if ((folded & NOISE) !== 0) return SKIP
    if ((folded & LONG) !== 0) return MANY
    const target = folded & UNIT
    if (target === unit) return 0
    const known = sources.get(target)
    if (known) known.push(unit)
    else sources.set(target, [target, unit])
    return 0
  })
  return { words, sources }
}

/** What a unit of a text means is what its fold means. */
function writeUnits(ofFolded: ReadonlyMap<number, number>, sequences: readonly ArrayLike<number>[]): Pick<TermTable, 'words' | 'symbols'> {
  template ??= makeTemplate()
  const words = template.words.slice()
  const symbols = new Uint16Array(words.length)
  const alone = new Set(sequences.filter((sequence) => sequence.length === 1).map((sequence) => sequence[0]))
  for (const [folded, symbol] of ofFolded)
    for (const unit of template.sources.get(folded) ?? [folded]) {
      symbols[unit] = symbol
      words[unit] = (words[unit] ?? 0) | codeOf(symbol) | (alone.has(symbol) ? ALONE : 0)
    }
  return { words, symbols }
}

const EVERY_THIRD = 0xff

function writeStarts(sequences: readonly ArrayLike<number>[]): Uint8Array {
  const starts = new Uint8Array(CODE + 1)
  for (const sequence of sequences) {
    if (sequence.length < 2) continue
    const hash = pairHash(codeOf(sequence[0] ?? 0), codeOf(sequence[1] ?? 0))
    const thirds = sequence.length === 2 ? EVERY_THIRD : 1 << (codeOf(sequence[2] ?? 0) & 7)
    starts[hash] = (starts[hash] ?? 0) | thirds
  }
  return starts
}
