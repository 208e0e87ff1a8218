import type { Branded, Localized } from '../shared/index.ts'
import type { ReportedNumber } from './schema.ts'

/** A number that came through `reported`: only such numbers are assembled into a report. */
export type Reported = Branded<ReportedNumber, 'Reported'>

/** What a number must bring. `value` null is unknown and needs `because`; a known value may carry one as a caveat. */
export interface ReportedDraft {
  readonly label: Localized
  readonly value: number | null
  readonly unit: string
  readonly source: string
  readonly formula: string
  readonly asOf: string
  readonly because?: string | null
}

/** Lets a number into a report. Throws when source, unit, formula or as-of is blank, or an unknown has no reason: a bug of the caller. */
export function reported({ because = null, ...draft }: ReportedDraft): Reported {
  const blank = (['unit', 'source', 'formula', 'asOf'] as const).filter((field) => draft[field].trim() === '')
  if (blank.length > 0) throw new RangeError(`a reported number lacks ${blank.join(', ')}`)
  if (draft.value === null && (because ?? '').trim() === '') throw new RangeError('an unknown number needs its reason')
  if (draft.value !== null && !Number.isFinite(draft.value)) throw new RangeError(`not a number to report: ${draft.value}`)
  return { ...draft, because } as Reported
}
