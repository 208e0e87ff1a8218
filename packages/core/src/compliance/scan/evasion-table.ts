import { buildDoubleArray, type DoubleArray } from './double-array.ts'
import { foldTable, LONG, NOISE, UNIT } from './fold-table.ts'
import { compareSequences } from './sequences.ts'
import { soundTable } from './syllables.ts'

/** Terms by their sound: 薇信, 微xin and weixin are one way to say 微信. */
export interface EvasionTable {
  /** By UTF-16 unit: what it sounds like, 0 for what no term sounds like. */
  readonly symbols: Uint16Array
  /** Every way to say a term, in the order of the trie. */
  readonly sequences: readonly (readonly number[])[]
  readonly trie: DoubleArray
  /** By number of the sequence: the terms it says. */
  readonly terms: readonly (readonly number[])[]
}

// A short term may be spelled out wholly; of a longer one at most two characters are, or there would be no end of ways.
const SHORT = 3
const MOST_SPELLED = 2
const LONGEST = 8

/** Builds the table for some of the folded terms. Terms of one character, or with signs that have no sound, are left out. */
export function buildEvasionTable(terms: readonly string[], evadable: Iterable<number>): EvasionTable {
  const sayings = new Map<string, { sounds: readonly number[]; terms: number[] }>()
  for (const term of evadable)
    for (const sounds of sayTerm(terms[term] ?? '')) {
      const key = sounds.join()
      const known = sayings.get(key)
      if (known === undefined) sayings.set(key, { sounds, terms: [term] })
      else if (!known.terms.includes(term)) known.terms.push(term)
    }
  const sorted = [...sayings.values()].sort((a, b) => compareSequences(a.sounds, b.sounds))
  const sequences = sorted.map(({ sounds }) => sounds)
  return {
    symbols: writeSymbols(sequences),
    sequences,
    trie: buildDoubleArray(sequences, soundTable().count),
    terms: sorted.map((saying) => saying.terms),
  }
}

/** Every way to say a term: each character as it sounds, as its pinyin, or as the first letter of it. */
export function sayTerm(term: string): readonly (readonly number[])[] {
  const { of } = soundTable()
  const units = Array.from({ length: term.length }, (_, at) => term.charCodeAt(at))
  if (units.length < 2 || units.length > LONGEST || units.some((unit) => (of[unit] ?? 0) === 0)) return []
  const most = units.length <= SHORT ? units.length : MOST_SPELLED
  let ways: { sounds: readonly number[]; spelled: number; isOnlyInitials: boolean }[] = [{ sounds: [], spelled: 0, isOnlyInitials: true }]
  for (const unit of units)
    ways = ways.flatMap((way) =>
      spellUnit(unit)
        .filter(({ isSpelled }) => !isSpelled || way.spelled < most)
        .map(({ sounds, isSpelled, isInitial }) => ({
          sounds: [...way.sounds, ...sounds],
          spelled: way.spelled + (isSpelled ? 1 : 0),
          isOnlyInitials: way.isOnlyInitials && isInitial,
        })),
    )
  // jw is not 加微: two first letters say too little.
  return ways.filter(({ isOnlyInitials }) => !isOnlyInitials).map(({ sounds }) => sounds)
}

function spellUnit(unit: number): { sounds: readonly number[]; isSpelled: boolean; isInitial: boolean }[] {
  const { of, spellings } = soundTable()
  const sound = of[unit] ?? 0
  const spelling = spellings[sound]
  const itself = { sounds: [sound], isSpelled: false, isInitial: spelling === undefined }
  if (spelling === undefined) return [itself]
  const letters = Array.from(spelling, (letter) => of[letter.charCodeAt(0)] ?? 0)
  const initial = { sounds: letters.slice(0, 1), isSpelled: true, isInitial: true }
  return letters.length === 1 ? [itself, initial] : [itself, { sounds: letters, isSpelled: true, isInitial: false }, initial]
}

// A sound that no term needs is no sound: the filter then has less to look at.
function writeSymbols(sayings: readonly (readonly number[])[]): Uint16Array {
  const used = new Set(sayings.flat())
  const { of } = soundTable()
  const symbols = new Uint16Array(UNIT + 1)
  for (const [unit, folded] of foldTable().units.entries()) {
    const sound = (folded & (NOISE | LONG)) === 0 ? (of[folded & UNIT] ?? 0) : 0
    if (used.has(sound)) symbols[unit] = sound
  }
  return symbols
}
