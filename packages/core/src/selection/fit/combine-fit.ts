import { say, type Localized } from '../../shared/index.ts'
import { FIT_PARTS, type FitPart, type FitPartName, type FitReport, type FitTable } from './fit-schema.ts'

/** What is known of one part; `value` null or no share at all: not known. */
export interface MeasuredPart {
  readonly value: number | null
  readonly completeness: number
  readonly because: Localized
}

/**
 * Weighted geometric mean: a zero in one dimension is not bought back by another (science.md §8). What is not known drops out with its
 * weight, never as zero; null when nothing is known.
 */
export function meanGeometric(parts: readonly { readonly weight: number; readonly value: number | null }[]): number | null {
  const known = parts.flatMap(({ weight, value }) => (value === null || weight <= 0 ? [] : [{ weight, value }]))
  const total = known.reduce((sum, { weight }) => sum + weight, 0)
  if (total <= 0) return null
  if (known.some(({ value }) => value <= 0)) return 0
  // Rounding may leave a mean of ones a hair above one.
  return Math.min(1, Math.exp(known.reduce((sum, { weight, value }) => sum + weight * Math.log(value), 0) / total))
}

const isShare = (value: number | null): value is number => value !== null && value >= 0 && value <= 1

/** Puts measured parts together by a table of weights, with what the fit would be without each. */
export function combineFit(measured: Readonly<Record<FitPartName, MeasuredPart>>, { version, weights, source }: FitTable): FitReport {
  const parts = FIT_PARTS.filter((code) => weights[code] > 0).map((code) => {
    const { value, completeness, because } = measured[code]
    return { code, weight: weights[code], ...keepShare(value, completeness, because) }
  })
  const score = meanGeometric(parts)
  const all = parts.reduce((sum, { weight }) => sum + weight, 0)
  return {
    version,
    source,
    score,
    completeness: Math.min(1, parts.reduce((sum, { weight, completeness }) => sum + weight * completeness, 0) / all),
    formula: writeFormula(parts, score),
    parts: parts.map((part): FitPart => ({ ...part, without: meanGeometric(parts.filter((other) => other !== part)) })),
  }
}

// A value that is no share would make a wrong mean look right: it is told and left out.
function keepShare(value: number | null, completeness: number, because: Localized): MeasuredPart {
  if (value === null) return { value: null, completeness: 0, because }
  if (!isShare(value))
    return {
      value: null,
      completeness: 0,
      because: say(`${value} is no share between 0 and 1: left out.`, `${value} 不是 0 至 1 之间的数值：未计入。`),
    }
  return { value, completeness: isShare(completeness) ? completeness : 0, because }
}

const two = (value: number) => value.toFixed(2)

function writeFormula(parts: readonly { weight: number; value: number | null }[], score: number | null): string | null {
  if (score === null) return null
  const known = parts.flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }]))
  const total = known.reduce((sum, { weight }) => sum + weight, 0)
  return `(${known.map(({ weight, value }) => `${two(value)}^${two(weight)}`).join(' × ')})^(1/${two(total)}) = ${two(score)}`
}

/**
 * What lists are ordered by, 0–1: the fit, drawn towards the middle by as much evidence as is missing. A fit of 1 on a tenth of the evidence
 * would else stand before everybody of whom more is known. Unknown stands last.
 */
export function orderOfFit({ score, completeness }: Pick<FitReport, 'score' | 'completeness'>): number {
  return score === null ? -1 : 0.5 + (score - 0.5) * completeness
}
