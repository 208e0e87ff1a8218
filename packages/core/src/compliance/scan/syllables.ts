import { READINGS, SYLLABLES } from './data/syllable-data.ts'

const RADIX = 36
const FIRST_HAN = 0x4e00
// 第1 is read as 第一.
const DIGITS = '零一二三四五六七八九'
const A = 0x61
const LETTERS = 26

/** How characters sound: a number for each toneless syllable and, above them, for each Latin letter. 0 has no sound. */
export interface Sounds {
  /** By what a unit folds to. */
  readonly of: Uint16Array
  /** The letters of a syllable, by its number. */
  readonly spellings: readonly string[]
  readonly count: number
}

function unpack(): Sounds {
  const spellings = ['', ...SYLLABLES.split(' ')]
  const of = new Uint16Array(0x10000)
  for (let index = 0; index * 2 < READINGS.length; index += 1)
    of[FIRST_HAN + index] = parseInt(READINGS.slice(index * 2, index * 2 + 2), RADIX)
  for (let letter = 0; letter < LETTERS; letter += 1) of[A + letter] = spellings.length + letter
  Array.from(DIGITS, (numeral, digit) => (of[0x30 + digit] = of[numeral.charCodeAt(0)] ?? 0))
  return { of, spellings, count: spellings.length + LETTERS - 1 }
}

let sounds: Sounds | null = null

/** The sounds, unpacked when they are first asked for. */
export function soundTable(): Sounds {
  sounds ??= unpack()
  return sounds
}
