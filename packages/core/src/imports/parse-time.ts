import { addDays, shanghaiMoment } from '../shared/index.ts'
import { cleanText, isEmptyCell } from './parse-number.ts'

/** What a cell says about a moment. `zoneless`: a wall-clock stamp, read as Shanghai time. */
export type ReadTime =
  | { readonly kind: 'moment'; readonly moment: string; readonly zoneless: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unparsable' }

// Below this an epoch is in seconds (until the year 5138), above in milliseconds (from 1973 on).
const SECONDS_BELOW = 1e11
const STAMP = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/
const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/
// Weibo's own stamp: "Wed Mar 18 19:31:17 +0800 2026".
const WEIBO = /^[a-z]{3} ([a-z]{3}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{4}) (\d{4})$/i
const DAY_IN_NAME = /(?<!\d)(20\d{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/

/** Reads an epoch in s or ms, an ISO moment, or a stamp without zone (Shanghai). 0 is "not known" in every export seen. */
export function readTime(cell: unknown): ReadTime {
  if (isEmptyCell(cell)) return { kind: 'missing' }
  const text = cleanText(cell)
  if (/^\d+(\.\d+)?$/.test(text)) return readEpoch(Number(text))
  if (ZONED.test(text)) return fromEpoch(Date.parse(text.replace(' ', 'T')), false)
  const [, month = '', day = '', clock = '', zone = '', year = ''] = text.match(WEIBO) ?? []
  if (year !== '') return fromEpoch(Date.parse(`${day} ${month} ${year} ${clock} ${zone}`), false)
  return readStamp(text)
}

function readEpoch(value: number): ReadTime {
  if (value === 0) return { kind: 'missing' }
  if (value < 1e8) return { kind: 'unparsable' }
  return fromEpoch(value < SECONDS_BELOW ? value * 1000 : value, false)
}

// Before the first and after the last of them nothing was observed or posted: a slip, and beyond what a database holds.
const FIRST_MS = Date.UTC(1970, 0, 1)
const LAST_MS = Date.UTC(9999, 11, 31)
const isInTime = (epochMs: number) => epochMs >= FIRST_MS && epochMs < LAST_MS

function fromEpoch(epochMs: number, zoneless: boolean): ReadTime {
  if (!isInTime(epochMs)) return { kind: 'unparsable' }
  return { kind: 'moment', moment: new Date(epochMs).toISOString(), zoneless }
}

function readStamp(text: string): ReadTime {
  const parts = text.match(STAMP)
  if (!parts) return { kind: 'unparsable' }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  const moment = momentOf({ year, month, day, hour, minute, second })
  return moment === null ? { kind: 'unparsable' } : { kind: 'moment', moment, zoneless: true }
}

function momentOf(parts: { year: number; month: number; day: number; hour: number; minute: number; second: number }): string | null {
  const { year, month, day, hour, minute, second } = parts
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month < 1 || month > 12 || day < 1 || day > lastDay || hour > 23 || minute > 59 || second > 59) return null
  // JavaScript takes the year 99 for 1999.
  if (year < 1970) return null
  const moment = shanghaiMoment(parts)
  return isInTime(Date.parse(moment)) ? moment : null
}

/**
 * The first moment that nobody can have seen yet on the Shanghai day `today`: the end of the day after it, since whoever wrote the file may
 * keep the clock of another zone.
 */
export function firstUnseen(today: string): string {
  const [year = 0, month = 0, day = 0] = firstUnseenDay(today).split('-').map(Number)
  return shanghaiMoment({ year, month, day })
}

/** The day it lies in: of a day said for a whole file, this one and all later are refused. */
export const firstUnseenDay = (today: string) => addDays(today, 2)

/** The start (in Shanghai) of the day that a file's name carries, `…_2026-03-18.jsonl` or `…20260318…`; else null. */
export function readDayInName(name: string): string | null {
  const [, year, , month, day] = name.match(DAY_IN_NAME) ?? []
  if (year === undefined) return null
  const parts = { year: Number(year), month: Number(month), day: Number(day), hour: 0, minute: 0, second: 0 }
  return momentOf(parts)
}
