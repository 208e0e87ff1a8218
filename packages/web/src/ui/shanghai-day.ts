// Core has these too, beside a zod schema that would come into the bundle with them.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** The Shanghai day of a moment, plus some days. */
export function shanghaiDayAfter(epochMs: number, days: number): string {
  return new Date(epochMs + SHANGHAI_OFFSET_MS + days * DAY_MS).toISOString().slice(0, 10)
}

/** A Shanghai wall-clock time as typed into a datetime field ("2026-11-22T08:30") as a UTC moment; null when it is none. */
export function momentOfShanghai(local: string): string | null {
  const epochMs = Date.parse(`${local}:00.000+08:00`)
  return Number.isNaN(epochMs) ? null : new Date(epochMs).toISOString()
}

/** A moment as a datetime field wants it, in Shanghai time. */
export function localOfShanghai(epochMs: number): string {
  return new Date(epochMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16)
}
