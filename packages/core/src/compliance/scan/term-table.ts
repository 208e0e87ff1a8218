import { fold } from '../fold.ts'
import { buildDoubleArray, type DoubleArray } from './double-array.ts'
import { buildEvasionTable, type EvasionTable } from './evasion-table.ts'
import { foldTable, LONG, NOISE, UNIT } from './fold-table.ts'
import { compareSequences } from './sequences.ts'
import { ALONE, CODE, MANY, THIRD, PAIR, ROLL_SHIFT, SKIP, SOUND, SOUND_SHIFT, WIDEST_GAP } from './word-layout.ts'

/** Terms made ready to be found; built once, used for every text. */
export interface TermTable {
  /** The terms, folded, sorted, without doubles; a hit names one by its index. */
  readonly terms: readonly string[]
  /** No hit is longer in a text as it was written. */
  readonly reach: number
  /** By UTF-16 unit: code and bits for the filter. */
  readonly words: Int32Array
  /** By UTF-16 unit: symbol of the trie, 0 for what no term holds. */
  readonly symbols: Uint16Array
  /** By the hash of two neighbours: a bit for each class of third neighbours with which a term begins so. */
  readonly starts: Int32Array
  /** The same by what two neighbours sound like; where the first is a term by itself, every bit. */
  readonly sounds: Int32Array
  readonly trie: DoubleArray
  /** The same for terms that are also found by their sound; null when there are none. */
  readonly evasion: EvasionTable | null
}

/** How terms are to be found. */
export interface TermOptions {
  /** Whether a folded term is also to be found by its sound. */
  readonly isEvadable?: (term: string) => boolean
}

const GOLDEN = 0x9e3779b1
const codeOf = (symbol: number) => Math.imul(symbol, GOLDEN) >>> 16
const hearCode = (sound: number) => (sound === 0 ? 0 : 1 + ((Math.imul(sound, GOLDEN) >>> 8) % SOUND))

/** The hash of two neighbours from their codes: eight bits of the first, all of the second. */
export const pairHash = (first: number, second: number) => (((first & 0xff) << ROLL_SHIFT) ^ second) & CODE

/** Folds the terms and builds their table. Terms that fold to nothing are left out. */
export function buildTermTable(terms: Iterable<string>, options: TermOptions = {}): TermTable {
  const folded = new Set(Array.from(terms, (term) => fold(term).text))
  folded.delete('')
  return buildFoldedTable([...folded], options)
}

/** The same from terms that are folded, none of them twice or empty. */
export function buildFoldedTable(folded: readonly string[], { isEvadable }: TermOptions): TermTable {
  const symbols = numberUnits(folded)
  const sequences = folded.map((term) => writeSequence(term, symbols))
  const order = Array.from(folded, (_, index) => index).sort((a, b) => compareSequences(sequences[a] ?? [], sequences[b] ?? []))
  const sorted = order.map((index) => sequences[index] ?? [])
  const ordered = order.map((index) => folded[index] ?? '')
  const evadable = isEvadable === undefined ? [] : ordered.flatMap((term, index) => (isEvadable(term) ? [index] : []))
  const evasion = evadable.length === 0 ? null : buildEvasionTable(ordered, evadable)
  return {
    terms: ordered,
    reach: reachOf([...sorted, ...(evasion?.sequences ?? [])]),
    ...writeUnits(symbols, sorted, evasion),
    starts: writeStarts(sorted),
    sounds: writeSounds(evasion),
    trie: buildDoubleArray(sorted, symbols.size),
    evasion,
  }
}

function writeSequence(term: string, symbols: ReadonlyMap<number, number>): number[] {
  const sequence: number[] = []
  for (let at = 0; at < term.length; at += 1) sequence.push(symbols.get(term.charCodeAt(at)) ?? 0)
  return sequence
}

// Each unit may be a pair and have as much as is allowed before it; and what follows the last is looked at.
function reachOf(sequences: readonly ArrayLike<number>[]): number {
  const longest = sequences.reduce((most, { length }) => Math.max(most, length), 0)
  return (longest + 1) * (WIDEST_GAP + 2)
}

// The commonest unit gets the lowest symbol: that keeps the array dense.
function numberUnits(terms: readonly string[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const term of terms)
    for (let at = 0; at < term.length; at += 1) counts.set(term.charCodeAt(at), (counts.get(term.charCodeAt(at)) ?? 0) + 1)
  const units = [...counts].sort(([a, many], [b, more]) => more - many || a - b)
  return new Map(units.map(([unit], index) => [unit, index + 1]))
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
function writeUnits(
  ofFolded: ReadonlyMap<number, number>,
  sequences: readonly ArrayLike<number>[],
  evasion: EvasionTable | null,
): Pick<TermTable, 'words' | 'symbols'> {
  template ??= makeTemplate()
  const words = template.words.slice()
  const symbols = new Uint16Array(words.length)
  const alone = new Set(sequences.filter((sequence) => sequence.length === 1).map((sequence) => sequence[0]))
  for (const [folded, symbol] of ofFolded)
    for (const unit of template.sources.get(folded) ?? [folded]) {
      symbols[unit] = symbol
      words[unit] = (words[unit] ?? 0) | codeOf(symbol) | (alone.has(symbol) ? ALONE : 0)
    }
  if (evasion !== null) addSounds(words, evasion)
  return { words, symbols }
}

function addSounds(words: Int32Array, { symbols }: EvasionTable): void {
  for (let unit = 0; unit < words.length; unit += 1) words[unit] = (words[unit] ?? 0) | (hearCode(symbols[unit] ?? 0) << SOUND_SHIFT)
}

const EVERY_THIRD = -1
const ALONE_BIT = ALONE >> SOUND_SHIFT

// 2 units say nothing of a third; of more, only the third as it is meant counts.
const thirdsOf = (sequence: ArrayLike<number>, code: (symbol: number) => number) =>
  sequence.length === 2 ? EVERY_THIRD : 1 << (code(sequence[2] ?? 0) & THIRD)

function writeStarts(sequences: readonly ArrayLike<number>[]): Int32Array {
  const starts = new Int32Array(CODE + 1)
  for (const sequence of sequences) {
    if (sequence.length < 2) continue
    const hash = pairHash(codeOf(sequence[0] ?? 0), codeOf(sequence[1] ?? 0))
    starts[hash] = (starts[hash] ?? 0) | thirdsOf(sequence, codeOf)
  }
  return starts
}

function writeSounds(evasion: EvasionTable | null): Int32Array {
  const sounds = new Int32Array(CODE + 1)
  for (const sequence of evasion?.sequences ?? []) {
    const pair = (hearCode(sequence[0] ?? 0) << ROLL_SHIFT) | hearCode(sequence[1] ?? 0)
    for (const second of [0, ALONE_BIT]) sounds[pair | second] = (sounds[pair | second] ?? 0) | thirdsOf(sequence, hearCode)
  }
  return sounds.map((thirds, pair) => ((pair & (ALONE_BIT << ROLL_SHIFT)) === 0 ? thirds : EVERY_THIRD))
}
