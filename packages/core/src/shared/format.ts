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

/** A count with one decimal at most: `12.3万`, `1.2亿`, `12.3k`, `1.2M`. Null reads "unknown", never 0. */
export function formatCount(value: number | null, language: Language): string {
  if (value === null) return UNKNOWN[language]
  const sign = value < 0 ? '-' : ''
  const size = Math.abs(value)
  const steps = STEPS[language]
  // Half of the last shown digit below a step already rounds up to it: 99,999,999 reads 1亿, not 10000万.
  const step = steps.find(({ from }, index) => size >= from - 0.05 * (steps[index + 1]?.from ?? 1))
  if (step === undefined) return `${sign}${roundTo(size, 1)}`
  return `${sign}${roundTo(size / step.from, 1)}${step.suffix}`
}

/** Whole fen as CNY with two decimals: `CNY 12,345.60`, `¥12,345.60`. Null reads "unknown". */
export function formatFen(amountFen: number | null, language: Language): string {
  if (amountFen === null) return UNKNOWN[language]
  const size = Math.abs(Math.round(amountFen))
  const yuan = groupThousands(String(Math.floor(size / 100)))
  const text = `${yuan}.${String(size % 100).padStart(2, '0')}`
  return `${amountFen < 0 ? '-' : ''}${language === 'zh' ? '¥' : 'CNY '}${text}`
}

/** A share 0–1 as percent with one decimal at most: `42.5%`. Null reads "unknown". */
export function formatShare(share: number | null, language: Language): string {
  return share === null ? UNKNOWN[language] : `${roundTo(share * 100, 1)}%`
}
