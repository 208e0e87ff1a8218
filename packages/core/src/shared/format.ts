import type { Language } from './localized.ts'

interface Step {
  readonly from: number
  readonly suffix: string
}

const STEPS: Readonly<Record<Language, readonly Step[]>> = {
  zh: [
    { from: 1e8, suffix: '亿' },
    { from: 1e4, suffix: '万' },
  ],
  en: [
    { from: 1e9, suffix: 'B' },
    { from: 1e6, suffix: 'M' },
    { from: 1e3, suffix: 'k' },
  ],
}
const UNKNOWN: Readonly<Record<Language, string>> = { zh: '未知', en: 'unknown' }

const roundTo = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** A count with one decimal at most, grouped by thousands: `9,499`, `12.3万`, `1.2亿`, `12.3k`, `1.2M`. Null reads "unknown", never 0. */
export function formatCount(value: number | null, language: Language): string {
  if (value === null) return UNKNOWN[language]
  const size = Math.abs(value)
  // What rounds to zero has no sign: "-0" reads like a mistake.
  const sign = value < 0 && roundTo(size, 1) > 0 ? '-' : ''
  const steps = STEPS[language]
  // Half of the last shown digit below a step already rounds up to it: 99,999,999 reads 1亿, not 10000万.
  const step = steps.find(({ from }, index) => size >= from - 0.05 * (steps[index + 1]?.from ?? 1))
  if (step === undefined) return `${sign}${formatExact(roundTo(size, 1))}`
  return `${sign}${roundTo(size / step.from, 1)}${step.suffix}`
}

/** A number to the last digit, grouped by thousands: `5,787,782`; decimals stay as they are. */
export function formatExact(value: number): string {
  const [whole = '', decimals] = String(value).split('.')
  return decimals === undefined ? groupThousands(whole) : `${groupThousands(whole)}.${decimals}`
}

/** A certified gap 0–1 as percent, rounded up to one decimal: a certificate may not promise more than was proved. */
export function formatGap(gap: number): string {
  // The millionth absorbs 0.045 × 1000 = 45.00000000000001: that must not cost a tenth of a percent.
  return `${(Math.ceil(gap * 1000 - 1e-6) / 10).toFixed(1)} %`
}

/** Whole fen as CNY with two decimals: `CNY 12,345.60`, `¥12,345.60`. Null reads "unknown". */
export function formatFen(amountFen: number | null, language: Language): string {
  if (amountFen === null) return UNKNOWN[language]
  const size = Math.abs(Math.round(amountFen))
  const yuan = groupThousands(String(Math.floor(size / 100)))
  const text = `${yuan}.${String(size % 100).padStart(2, '0')}`
  return `${amountFen < 0 && size > 0 ? '-' : ''}${language === 'zh' ? '¥' : 'CNY '}${text}`
}

/** A share 0–1 as percent with one decimal at most: `42.5%`. Null reads "unknown". */
export function formatShare(share: number | null, language: Language): string {
  return share === null ? UNKNOWN[language] : `${roundTo(share * 100, 1)}%`
}

/** How often a line holds, behind it: ` ×3`; nothing for once. */
export const formatTimes = (count: number) => (count === 1 ? '' : ` ×${count}`)
