import type { Language } from '@kolibra/core/shared'
import { formatCount, formatFen, formatShare, parseYuan } from '../ui/format-number.ts'
import type { FieldName } from './facet-filters.ts'
import { parseCount } from '../ui/parse-number.ts'

type Unit = 'count' | 'fen' | 'share' | 'day'

/** How the numbers of a field are written; fields of words have no entry. */
export const UNIT_OF: { readonly [name in FieldName]?: Unit } = {
  audienceFemaleShare: 'share',
  audienceUnder25Share: 'share',
  audience25To34Share: 'share',
  audienceFrom35Share: 'share',
  audienceTier1Share: 'share',
  audienceTopTiersShare: 'share',
  followers: 'count',
  viewsP50: 'count',
  interactRate: 'share',
  priceFen: 'fen',
  cpmFen: 'fen',
  cpeFen: 'fen',
  authenticity: 'share',
  completeness: 'share',
  observedDay: 'day',
}

const DAY_MS = 86_400_000

/** A number as it is copied into a spreadsheet, in the unit that stands in the header: yuan of fen, a share as a percentage. */
export function formatCopied(field: FieldName, value: number | null): string {
  if (value === null) return ''
  if (UNIT_OF[field] === 'fen') return String(Number((value / 100).toFixed(4)))
  return UNIT_OF[field] === 'share' ? `${Number((100 * value).toFixed(4))}%` : String(value)
}

/** A limit as people read it: 1.2万, ¥300, 4%, 2026-11-01. */
export function formatLimit(unit: Unit, value: number, language: Language): string {
  if (unit === 'fen') return formatFen(Math.round(value))
  if (unit === 'share') return formatShare(value)
  return unit === 'day' ? new Date(value * DAY_MS).toISOString().slice(0, 10) : formatCount(value, language)
}

/** A limit as people type it, in the unit of the field; null when it is none. */
export function parseLimit(unit: Unit, text: string): number | null {
  const typed = text.trim().normalize('NFKC').toLowerCase()
  if (typed === '') return null
  if (unit === 'fen') return parseYuan(typed)
  if (unit === 'day') return parseDay(typed)
  if (unit === 'count') return parseCount(typed)
  const [, percent] = /^(\d+(?:\.\d+)?)\s*%?$/.exec(typed) ?? []
  return percent === undefined ? null : Number(percent) / 100
}

function parseDay(typed: string): number | null {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T00:00:00Z`) : Number.NaN
  return Number.isNaN(moment) ? null : moment / DAY_MS
}
