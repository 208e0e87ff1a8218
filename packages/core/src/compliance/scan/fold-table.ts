import { LONG_FOLDS, NOISE_RANGES, SINGLE_RUNS } from './data/fold-data.ts'

/** What a character folds to, as bits of one number: the lowest sixteen are the unit it becomes. */
export const UNIT = 0xffff
/** It is dropped. */
export const NOISE = 1 << 16
/** Half of a pair, or it becomes more than one unit: `long` knows. */
export const LONG = 1 << 17
/** It becomes a Latin letter. */
export const LATIN = 1 << 18
/** It becomes a digit from 0 to 9. */
export const DIGIT = 1 << 19
/** It becomes a Chinese numeral. */
export const NUMERAL = 1 << 20

/** The folding of every character. */
export interface FoldTable {
  /** By UTF-16 unit. */
  readonly units: Int32Array
  /** By code point, for what is `LONG`; '' is noise, and what is not named stays as it is. */
  readonly long: ReadonlyMap<number, string>
}

const RADIX = 36
const NUMERALS = '零〇一二三四五六七八九十百千万两几半幺壹贰叁肆伍陆柒捌玖'
const read = (digits: string | undefined) => parseInt(digits ?? '0', RADIX)
const isAstral = (code: number) => code > UNIT

function unpackNoise(units: Int32Array, long: Map<number, string>): void {
  let at = 0
  for (const range of NOISE_RANGES.split(' ')) {
    const [gap, length] = range.split(',')
    const first = at + read(gap)
    at = first + read(length)
    for (let code = first; code < at; code += 1)
      if (isAstral(code)) long.set(code, '')
      else units[code] = NOISE
  }
}

function unpackSingles(units: Int32Array): void {
  let at = 0
  for (const run of SINGLE_RUNS.split(' ')) {
    const parts = run.split(/[:,]/)
    const first = at + read(parts[0])
    const distance = read(parts.at(-1))
    at = first + (parts.length === 3 ? read(parts[1]) : 1)
    for (let code = first; code < at; code += 1) units[code] = code + distance
  }
}

function unpackLong(units: Int32Array, long: Map<number, string>): void {
  for (const entry of LONG_FOLDS.split(' ')) {
    const [from, to = ''] = entry.split('=')
    const code = read(from)
    long.set(code, String.fromCharCode(...to.split('.').map(read)))
    if (!isAstral(code)) units[code] = LONG
  }
}

function markKinds(units: Int32Array): void {
  for (let code = 0xd800; code <= 0xdfff; code += 1) units[code] = LONG
  const numerals = new Set(Array.from(NUMERALS, (numeral) => numeral.charCodeAt(0)))
  for (let code = 0; code <= UNIT; code += 1) {
    const unit = units[code] ?? 0
    if (unit > UNIT) continue
    if (unit >= 0x61 && unit <= 0x7a) units[code] = unit | LATIN
    else if (unit >= 0x30 && unit <= 0x39) units[code] = unit | DIGIT
    else if (numerals.has(unit)) units[code] = unit | NUMERAL
  }
}

function unpack(): FoldTable {
  const units = new Int32Array(UNIT + 1)
  for (let code = 0; code <= UNIT; code += 1) units[code] = code
  const long = new Map<number, string>()
  unpackNoise(units, long)
  unpackSingles(units)
  unpackLong(units, long)
  markKinds(units)
  return { units, long }
}

let table: FoldTable | null = null

/** The table, unpacked when it is first asked for. */
export function foldTable(): FoldTable {
  table ??= unpack()
  return table
}
