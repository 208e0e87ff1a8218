/** "12,300", "1.2万", "3k", "-0.5": a number as people write it; null when it is none. */
export function parseNumber(text: string): number | null {
  const match = text.replace(/[,，\s]/g, '').match(/^(-?\d+(?:\.\d+)?)(万|亿|w|k|m)?$/i)
  if (!match) return null
  const scales: Record<string, number> = { 万: 1e4, w: 1e4, 亿: 1e8, k: 1e3, m: 1e6 }
  return Number((Number(match[1]) * (scales[match[2]?.toLowerCase() ?? ''] ?? 1)).toPrecision(15))
}

/** The same as a whole count of something: none is below zero. */
export function parseCount(text: string): number | null {
  const number = parseNumber(text)
  return number === null || number < 0 ? null : Math.round(number)
}
