import type { Localized } from '../shared/index.ts'
import { reported, type Reported } from './reported.ts'

/** How a sum is labelled; `asOf` is used when there is nothing to sum. */
export interface SumFrame {
  readonly label: Localized
  readonly unit: string
  readonly of: string
  readonly asOf: string
}

/** A sum of reported numbers. Unknowns are never zero: the sum says "n of m known", and with none known it is unknown. */
export function sumReported(numbers: readonly Reported[], { label, unit, of, asOf }: SumFrame): Reported {
  const known = numbers.flatMap((number) => (number.value === null ? [] : [{ ...number, value: number.value }]))
  const formula = `sum of ${of} over ${known.length} of ${numbers.length} known`
  if (known.length === 0) {
    const because = numbers.length === 0 ? 'nothing is published yet' : `0 of ${numbers.length} known`
    return reported({ label, unit, value: null, source: 'none', formula, asOf, because })
  }
  return reported({
    label,
    unit,
    value: known.reduce((total, { value }) => total + value, 0),
    source: [...new Set(known.map(({ source }) => source))].toSorted().join('; '),
    formula,
    // A sum is as old as its oldest part.
    asOf: known.map((number) => number.asOf).toSorted()[0] ?? asOf,
    because: listCaveats(numbers).join('; ') || null,
  })
}

/** Why a sum may be more than it says: parts that are unknown, and the caveats its known parts bring along. */
function listCaveats(numbers: readonly Reported[]): string[] {
  const known = numbers.filter(({ value }) => value !== null)
  const partial = known.length < numbers.length ? [`${known.length} of ${numbers.length} known: at least this much`] : []
  return [...partial, ...new Set(known.flatMap(({ because }) => (because === null ? [] : [because])))]
}

/** True when every part of a sum was known. */
export function isWholeSum(sum: Reported): boolean {
  return sum.value !== null && sum.because === null
}
