import type { Quote } from '../imports/index.ts'
import { readDay } from '../shared/index.ts'

/**
 * The last Shanghai day on which a quote holds; null when none is known. Its end may be a day or, from an import, a moment: midnight in
 * Shanghai is the day before in UTC.
 */
export function lastDayOf({ validUntil }: Pick<Quote, 'validUntil'>): string | null {
  return validUntil === null ? null : readDay(validUntil)
}

/** Whether a quote no longer holds on a Shanghai day; one of which no end is known holds. */
export function hasQuoteEnded(quote: Pick<Quote, 'validUntil'>, onDay: string): boolean {
  const lastDay = lastDayOf(quote)
  return lastDay !== null && lastDay < onDay
}
