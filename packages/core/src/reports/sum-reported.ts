import { formatExact, say, type Localized } from '../shared/index.ts'
import { joinOnce, joinSources, NO_SOURCE, readCaveat, readSource, reported, type Reported } from './reported.ts'

/** How a sum is labelled; `asOf` is used when there is nothing to sum. */
export interface SumFrame {
  readonly label: Localized
  readonly unit: string
  readonly of: Localized
  readonly asOf: string
}

/** "n of m known" in both languages. */
function tellKnown(known: number, all: number): Localized {
  return say(`${formatExact(known)} of ${formatExact(all)} known`, `${formatExact(all)} 项中已知 ${formatExact(known)} 项`)
}

/** A sum of reported numbers. Unknowns are never zero: the sum says "n of m known", and with none known it is unknown. */
export function sumReported(numbers: readonly Reported[], { label, unit, of, asOf }: SumFrame): Reported {
  const known = numbers.flatMap((number) => (number.value === null ? [] : [{ ...number, value: number.value }]))
  const count = tellKnown(known.length, numbers.length)
  const formula = say(`sum of ${of.en} over ${count.en}`, `${of.zh}合计，${count.zh}`)
  if (known.length === 0) {
    const because = numbers.length === 0 ? say('nothing is published yet', '尚无已发布内容') : count
    return reported({ label, unit, value: null, source: NO_SOURCE, formula, asOf, because })
  }
  const caveats = listCaveats(numbers)
  return reported({
    label,
    unit,
    value: known.reduce((total, { value }) => total + value, 0),
    source: joinSources(known.map(readSource)),
    formula,
    // A sum is as old as its oldest part.
    asOf: known.map((number) => number.asOf).toSorted()[0] ?? asOf,
    because: caveats.length === 0 ? null : joinOnce(caveats),
  })
}

/** Why a sum may be more than it says: parts that are unknown, and the caveats its known parts bring along. */
function listCaveats(numbers: readonly Reported[]): Localized[] {
  const known = numbers.filter(({ value }) => value !== null)
  const count = tellKnown(known.length, numbers.length)
  const partial = known.length < numbers.length ? [say(`${count.en}: at least this much`, `${count.zh}：至少为此数`)] : []
  return [...partial, ...known.flatMap((number) => readCaveat(number) ?? [])]
}

/** True when every part of a sum was known. */
export function isWholeSum(sum: Reported): boolean {
  return sum.value !== null && sum.because === null
}
