/** Room that every search uses again: a fresh megabyte per condition would keep the garbage collector busy. */
export interface Scratch {
  /** What a row fails: 0 is a hit; each field failed adds FAILED and its place; LOST and beyond is never counted. */
  readonly state: Uint16Array
  readonly hits: Uint32Array
  /** Rows that fail one field only. */
  readonly near: Uint32Array
  /** Rows that are no hits, when they are fewer than the hits. */
  readonly misses: Uint32Array
}

/** One failed field. Below it stands the sum of the places of the fields failed: the place itself where it is one. */
export const FAILED = 0x100
/** Lacks the words, or is not among the rows asked for. */
export const LOST = 0x4000
/** Not in use. */
export const FREE = 0x8000

/** Room for so many rows. */
export function makeScratch(rows: number): Scratch {
  return { state: new Uint16Array(rows), hits: new Uint32Array(rows), near: new Uint32Array(rows), misses: new Uint32Array(rows) }
}
