import { SIGNS, SIMPLIFIED } from './data/simplified-table.ts'

/** A text made comparable, with the way back: unit `i` of `text` came from `[starts[i], ends[i])` of the original. */
export interface Folded {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Something was dropped right before this unit; Latin words end there. */
  readonly gaps: readonly boolean[]
}

/** What a hard break folds to; no term and no context reaches over it. */
export const BREAK = '\n'

const BREAKS = new Set('。！？；!?;\n\r…')
// Invisible signs, and the marks people put between two characters to hide a word.
const NOISE = /^(?:\p{Default_Ignorable_Code_Point}|\p{M}|[\s·・•.\-_*|/\\~^`♥❤])$/u
const PICTOGRAPH = /^(?![0-9#*])(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator})$/u

/** Folds one code point to zero or more comparable units; null means noise. */
function foldPoint(point: string): string | null {
  if (BREAKS.has(point)) return BREAK
  const sign = SIGNS.get(point)
  if (sign !== undefined) return sign
  if (NOISE.test(point) || PICTOGRAPH.test(point)) return null
  const units = [...point.normalize('NFKC').toLowerCase()].map(foldPlain)
  return units.every((unit) => unit === null) ? null : units.join('')
}

// One compatibility sign may stand for several characters (㏂ is a.m.), some of them noise.
function foldPlain(point: string): string | null {
  if (BREAKS.has(point)) return BREAK
  if (NOISE.test(point)) return null
  return SIGNS.get(point) ?? SIMPLIFIED.get(point) ?? point
}

// Chinese text uses few distinct characters; each is worked out once.
const cache = new Map<string, string | null>()

function foldCached(point: string): string | null {
  const known = cache.get(point)
  if (known !== undefined) return known
  const folded = foldPoint(point)
  if (cache.size < 20_000) cache.set(point, folded)
  return folded
}

/** NFKC, lower case, simplified characters, no noise between characters, signs as the words they stand for. */
export function fold(original: string): Folded {
  const units: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const gaps: boolean[] = []
  let at = 0
  let gap = false
  for (const point of original) {
    const folded = foldCached(point)
    for (const unit of (folded ?? '').split('')) {
      units.push(unit)
      starts.push(at)
      ends.push(at + point.length)
      gaps.push(gap)
      gap = false
    }
    if (folded === null) gap = true
    at += point.length
  }
  return { text: units.join(''), starts, ends, gaps }
}

/** The original span of folded units `[start, end)`. */
export function originalSpan(folded: Folded, start: number, end: number): { start: number; end: number } {
  return { start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 }
}
