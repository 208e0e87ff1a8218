import { isObservedLater } from '../shared/index.ts'
import type { Metric, Quote } from './schema.ts'
import { isMetricTypedOver, isTypedOver } from './correction/apply-corrections.ts'
import { hasQuoteEnded } from './quote-end.ts'

// A column's unit may be proved in one export and not in the next: it is the same column.
const columnOf = (source: string) => source.replaceAll(/ \([^()]*proved\)/g, '')

/** Whether a newer export of the same column gives another price, or a person typed over it. */
export function isReplaced(quote: Quote, all: readonly Quote[]): boolean {
  const isNewer = (other: Quote) =>
    other.format === quote.format &&
    other.filed === quote.filed &&
    columnOf(other.source) === columnOf(quote.source) &&
    isObservedLater(other.observedAt, quote.observedAt)
  return all.some(isNewer) || isTypedOver(quote, all)
}

/** The quotes that hold on a Shanghai day, of each column the newest. What several sources say stands side by side. */
export function standingQuotes(quotes: readonly Quote[], onDay: string): Quote[] {
  return quotes.filter((quote) => !hasQuoteEnded(quote, onDay) && !isReplaced(quote, quotes))
}

/**
 * Of the numbers that fit, the one that stands: not typed over, observed last. Of one moment the later import's, and within an import a
 * proved one before others, then the first. No date is before every date. `metrics` oldest first.
 */
export function newestMetric(metrics: readonly Metric[], fits: (metric: Metric) => boolean): Metric | undefined {
  let held: Metric | undefined
  for (const metric of metrics) {
    if (metric.value === null || !fits(metric) || isMetricTypedOver(metric, metrics)) continue
    if (held === undefined || isAfter(metric, held)) held = metric
  }
  return held
}

function isAfter(metric: Metric, held: Metric): boolean {
  if (isObservedLater(metric.observedAt, held.observedAt)) return true
  if (isObservedLater(held.observedAt, metric.observedAt)) return false
  if (metric.importId !== held.importId) return true
  return metric.proof === 'proved' && held.proof !== 'proved'
}
