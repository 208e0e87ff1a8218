import * as table from './scan/fold-table.ts'

// Copies: a constant of this module is known to the compiler, one of another is looked up for every character.
const { foldTable, LONG, NOISE, UNIT } = table

/** Where the units of a folded text come from: unit `i` from `[starts[i], ends[i])` of the original. */
interface Places {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1 where something was dropped right before this unit; Latin words end there. */
  readonly gaps: Uint8Array
}

/** A text made comparable, with the way back. Most texts never ask for it, so their places are worked out by whoever is first to ask. */
export class Folded implements Places {
  readonly text: string
  /** What kinds of characters the text holds, bits of `scan/fold-table.ts`. */
  readonly kinds: number
  private readonly original: string
  private known: Places | null = null

  constructor(original: string, { text, kinds }: Pick<Folded, 'text' | 'kinds'>) {
    this.original = original
    this.text = text
    this.kinds = kinds
  }

  get starts(): Int32Array {
    return this.places().starts
  }

  get ends(): Int32Array {
    return this.places().ends
  }

  get gaps(): Uint8Array {
    return this.places().gaps
  }

  private places(): Places {
    this.known ??= fillSink(this.original).places()
    return this.known
  }
}

/** What a hard break folds to; no term and no context reaches over it. */
export const BREAK = '\n'

// A sign becomes at most eighteen units (ﷺ); space for one unit a character is enough for nearly every text.
const LONGEST_FOLD = 18
const CHUNK = 8192

/** Where a fold is written; grown when signs make the text longer. */
class Sink {
  units: Uint16Array
  starts: Int32Array
  ends: Int32Array
  gaps: Uint8Array
  length = 0
  /** 1 while something was dropped since the last unit. */
  gap = 0
  kinds = 0

  constructor(size: number) {
    this.units = new Uint16Array(size)
    this.starts = new Int32Array(size)
    this.ends = new Int32Array(size)
    this.gaps = new Uint8Array(size)
  }

  makeRoom(units: number): void {
    if (this.length + units <= this.units.length) return
    const grown = new Sink(2 * this.units.length + units)
    grown.units.set(this.units)
    grown.starts.set(this.starts)
    grown.ends.set(this.ends)
    grown.gaps.set(this.gaps)
    Object.assign(this, { units: grown.units, starts: grown.starts, ends: grown.ends, gaps: grown.gaps })
  }

  clear(): void {
    this.length = 0
    this.gap = 0
    this.kinds = 0
  }

  places(): Places {
    const { starts, ends, gaps, length } = this
    return { starts: starts.slice(0, length), ends: ends.slice(0, length), gaps: gaps.slice(0, length) }
  }

  text(): string {
    let text = ''
    for (let from = 0; from < this.length; from += CHUNK)
      text += Reflect.apply(String.fromCharCode, null, this.units.subarray(from, Math.min(this.length, from + CHUNK)))
    return text
  }
}

// One sink serves every text that fits, for a text of thirty characters takes less time than making four arrays.
const POOLED = 16_384
let pooled: Sink | null = null

function openSink(characters: number): Sink {
  if (characters + LONGEST_FOLD > POOLED) return new Sink(characters + LONGEST_FOLD)
  pooled ??= new Sink(POOLED)
  pooled.clear()
  return pooled
}

/** NFKC, lower case, simplified characters, no noise between characters, signs as the words they stand for. */
export function fold(original: string): Folded {
  const sink = fillSink(original)
  return new Folded(original, { text: sink.text(), kinds: sink.kinds })
}

function fillSink(original: string): Sink {
  const sink = openSink(original.length)
  let at = 0
  while (at < original.length) {
    at = foldPlain(original, at, sink)
    if (at < original.length) at += foldLong(original, at, sink)
  }
  return sink
}

/** Folds up to the next character that is no single unit; returns its place. */
function foldPlain(original: string, from: number, sink: Sink): number {
  const { units: folds } = foldTable()
  const { units, starts, ends, gaps } = sink
  let { length, gap, kinds } = sink
  let at = from
  for (; at < original.length; at += 1) {
    const folded = folds[original.charCodeAt(at)] ?? 0
    if ((folded & LONG) !== 0) break
    kinds |= folded
    if ((folded & NOISE) !== 0) {
      gap = 1
      continue
    }
    units[length] = folded & UNIT
    starts[length] = at
    ends[length] = at + 1
    gaps[length] = gap
    length += 1
    gap = 0
  }
  sink.length = length
  sink.gap = gap
  sink.kinds = kinds
  return at
}

/** A pair, half of one, or a sign that stands for several characters; returns its width. */
function foldLong(original: string, at: number, sink: Sink): number {
  const { units, long } = foldTable()
  const code = original.codePointAt(at) ?? 0
  const width = code > UNIT ? 2 : 1
  const isHalf = code >= 0xd800 && code <= 0xdfff
  const folded = isHalf ? '' : (long.get(code) ?? String.fromCodePoint(code))
  sink.makeRoom(folded.length + original.length - at)
  for (let index = 0; index < folded.length; index += 1) {
    const unit = folded.charCodeAt(index)
    sink.kinds |= units[unit] ?? 0
    sink.units[sink.length] = unit
    sink.starts[sink.length] = at
    sink.ends[sink.length] = at + width
    sink.gaps[sink.length] = sink.gap
    sink.length += 1
    sink.gap = 0
  }
  if (folded === '') sink.gap = 1
  return width
}

/** The original span of folded units `[start, end)`. */
export function originalSpan(folded: Folded, start: number, end: number): { start: number; end: number } {
  return { start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 }
}
