import { pastResultSchema, type Campaign, type PastResult } from '@kolibra/core/campaigns'
import { parseNumber } from '../ui/parse-number.ts'

/** Counts of a row as they are asked for; money is typed in yuan and kept in fen. */
export const RESULT_COUNTS = ['newFollowers', 'mentions', 'clicks', 'orders'] as const
export const RESULT_SUMS = ['paidFen', 'refundFen'] as const

export type ResultField = 'source' | 'views' | (typeof RESULT_COUNTS)[number] | (typeof RESULT_SUMS)[number]
export type ResultForm = Readonly<Record<ResultField, string>>

export const BLANK_RESULT: ResultForm = {
  source: '',
  views: '',
  newFollowers: '',
  mentions: '',
  clicks: '',
  orders: '',
  paidFen: '',
  refundFen: '',
}

/** The row as typed; null while something is missing or no number. Blank is unknown, never nil. */
export function readResult(form: ResultForm): PastResult | null {
  const typed = [...RESULT_COUNTS, ...RESULT_SUMS].map((name) => [name, form[name].trim()] as const).filter(([, text]) => text !== '')
  const known = Object.fromEntries(typed.map(([name, text]) => [name, toAmount(name, text)]))
  const checked = pastResultSchema.safeParse({ source: form.source.trim(), views: parseNumber(form.views), ...known })
  // A row that counts nothing but views says nothing.
  return checked.success && typed.length > 0 ? checked.data : null
}

function toAmount(name: ResultField, text: string): number | null {
  const value = parseNumber(text)
  const isMoney = RESULT_SUMS.some((sum) => sum === name)
  // No number is no unknown either: the schema refuses NaN.
  if (value === null) return Number.NaN
  return isMoney ? Math.round(value * 100) : value
}

/** Worth of an order as typed: yuan, percent of refunds, source. Null: not complete; `undefined` fen: taken away. */
export function readOrderValue({
  worth,
  refunds,
  source,
}: Readonly<Record<'worth' | 'refunds' | 'source', string>>): { readonly value: Campaign['orderValue'] } | null {
  if (worth.trim() === '' && refunds.trim() === '') return { value: null }
  const [yuan, percent] = [parseNumber(worth), parseNumber(refunds)]
  if (yuan === null || yuan <= 0 || source.trim() === '') return null
  if (refunds.trim() !== '' && (percent === null || percent < 0 || percent > 100)) return null
  return { value: { fen: Math.round(yuan * 100), refundShare: percent === null ? null : percent / 100, source: source.trim() } }
}
