/** Room that every search uses again: a fresh megabyte per condition would keep the garbage collector busy. */
export interface Scratch {
  /** Number of conditions a row fails. */
  readonly fails: Uint8Array
  /** Which one it failed last. */
  readonly failed: Uint8Array
  /** 1 where the condition at hand holds. */
  readonly passes: Uint8Array
  readonly hits: Uint32Array
  /** Rows that fail one field only. */
  readonly near: Uint32Array
}

/** Room for so many rows. */
export function makeScratch(rows: number): Scratch {
  return {
    fails: new Uint8Array(rows),
    failed: new Uint8Array(rows),
    passes: new Uint8Array(rows),
    hits: new Uint32Array(rows),
    near: new Uint32Array(rows),
  }
}
