import { say, type Branded, type Localized } from '../shared/index.ts'
import type { ReportedNumber } from './schema.ts'

/** A number that came through `reported`: only such numbers are assembled into a report. */
export type Reported = Branded<ReportedNumber, 'Reported'>

/** What a number must bring. `value` null is unknown and needs `because`; a known value may carry one as a caveat. */
export interface ReportedDraft {
  readonly label: Localized
  readonly value: number | null
  readonly unit: string
  readonly source: Localized
  readonly formula: Localized
  readonly asOf: string
  readonly because?: Localized | null
}

/** The source of what is not known. */
export const NO_SOURCE = say('none', '无')

/** Lets a number into a report. Throws when source, unit, formula or as-of is blank, or an unknown has no reason: a bug of the caller. */
export function reported({ label, value, unit, source, formula, asOf, because = null }: ReportedDraft): Reported {
  const blank = Object.entries({ unit, asOf, source: source.en, formula: formula.en }).filter(([, text]) => text.trim() === '')
  if (blank.length > 0) throw new RangeError(`a reported number lacks ${blank.map(([field]) => field).join(', ')}`)
  if (value === null && (because?.en ?? '').trim() === '') throw new RangeError('an unknown number needs its reason')
  if (value !== null && !Number.isFinite(value)) throw new RangeError(`not a number to report: ${value}`)
  const texts = { source: source.en, sourceZh: source.zh, formula: formula.en, formulaZh: formula.zh }
  return { label, value, unit, ...texts, asOf, because: because?.en ?? null, becauseZh: because?.zh ?? null } as Reported
}

/** What a number says about itself, in both languages again. */
export function readSource({ source, sourceZh = source }: Reported): Localized {
  return say(source, sourceZh)
}

/** The caveat of a number, in both languages again; null: none. */
export function readCaveat({ because, becauseZh }: Reported): Localized | null {
  return because === null ? null : say(because, becauseZh ?? because)
}

/** Several sentences or sources as one, each of them once. */
export function joinOnce(texts: readonly Localized[]): Localized {
  const once = [...new Map(texts.map((text) => [text.en, text])).values()]
  return say(once.map(({ en }) => en).join('; '), once.map(({ zh }) => zh).join('；'))
}

/** The same in the order of the English, for sources. */
export function joinSources(sources: readonly Localized[]): Localized {
  return joinOnce(sources.toSorted((a, b) => (a.en < b.en ? -1 : Number(a.en > b.en))))
}
