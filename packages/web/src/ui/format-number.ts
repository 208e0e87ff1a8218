import { formatShare as tellShare, type Language } from '@kolibra/core/shared'

const trim = (value: number, digits: number) => String(Number(value.toFixed(digits)))
const grouped = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 })

function scale(value: number, unit: number, suffix: string): string {
  const scaled = value / unit
  return trim(scaled, Math.abs(scaled) >= 100 ? 0 : 1) + suffix
}

/** A count as people read it: 1.2万 / 3.4亿 in Chinese, 12.3k / 4.5M in English; small ones in full. */
export function formatCount(value: number, language: Language): string {
  const size = Math.abs(value)
  if (size < 10_000) return size >= 100 || Number.isInteger(value) ? grouped(value) : trim(value, 1)
  if (language === 'zh') return size < 99_995_000 ? scale(value, 10_000, '万') : scale(value, 100_000_000, '亿')
  if (size < 999_500) return scale(value, 1000, 'k')
  return size < 999_500_000 ? scale(value, 1_000_000, 'M') : scale(value, 1_000_000_000, 'B')
}

/** The whole number with separators, for a title or a passport. */
export function formatExact(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 4 })
}

/** Fen as CNY: whole yuan from 100 yuan on, two decimals below or when there are fen. */
export function formatFen(amountFen: number): string {
  const digits = amountFen % 100 === 0 ? 0 : 2
  return `¥${(amountFen / 100).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`
}

/** A share 0–1 as per cent with one decimal at most, as the sentences of plans and gates write it. */
export function formatShare(share: number): string {
  return tellShare(share, 'en')
}

/** A value in the unit its passport names. */
export function formatIn(unit: string, value: number, language: Language): string {
  if (unit === 'fen') return formatFen(value)
  if (unit.startsWith('CNY') || unit === 'yuan' || unit === '元') return formatFen(Math.round(value * 100))
  if (unit === 'share' || unit === 'ratio') return formatShare(value)
  if (unit === '%' || unit === 'percent') return `${trim(value, 1)}%`
  return formatCount(value, language)
}

/** Whether formatIn writes the unit itself, so that its name beside the number would say it twice. */
export function isUnitWritten(unit: string): boolean {
  return ['share', 'ratio', '%', 'percent'].includes(unit)
}

/** A moment as a Shanghai day and minute; a day stays a day. */
export function formatMoment(moment: string | null): string | null {
  if (moment === null) return null
  if (/^\d{4}-\d{2}-\d{2}$/.test(moment)) return moment
  const epochMs = Date.parse(moment)
  if (Number.isNaN(epochMs)) return moment
  return new Date(epochMs + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** Yuan as typed by a person ("1,200.5", "1200 元", "¥1,200") to fen; null when it is not a sum. */
export function parseYuan(text: string): number | null {
  const cleaned = text.replace(/[,\s¥￥元]/g, '')
  const match = cleaned.match(/^(\d+(?:\.\d{1,2})?)(万)?$/)
  if (!match) return null
  return Math.round(Number(match[1]) * (match[2] ? 1_000_000 : 100))
}
