import type { MixModel } from './mix-model.ts'
import type { MixProblem } from './schema.ts'

/** KPIs that every mix problem has of itself: its value, people reached without weights, how many are chosen. */
export const OWN_KPIS = ['value', 'reach', 'count'] as const

/** Amounts of a KPI by position: what each adds, and what each segment is worth to it. */
function amountsOf(kpi: string, problem: MixProblem, model: MixModel): Pick<MixModel, 'value' | 'worth'> {
  const none = { value: new Float64Array(model.value.length), worth: new Float64Array(model.worth.length) }
  if (kpi === 'value') return model
  if (kpi === 'reach') return { ...none, worth: Float64Array.from(problem.segments, ({ size }) => size) }
  if (kpi === 'count') return { ...none, value: none.value.fill(1) }
  const byId = new Map(problem.candidates.map(({ id, kpis }) => [id, Object.hasOwn(kpis, kpi) ? (kpis[kpi] ?? 0) : 0]))
  return { ...none, value: Float64Array.from(model.ids, (id) => byId.get(id) ?? 0) }
}

/** The same problem with a KPI in place of the value: what the search can add up, bound and drive up. */
export const measureKpi = (kpi: string, problem: MixProblem, model: MixModel): MixModel => ({
  ...model,
  ...amountsOf(kpi, problem, model),
})

/** Whether a candidate says how much of a KPI it brings. */
export const carriesKpi = ({ kpis }: MixProblem['candidates'][number], kpi: string): boolean =>
  OWN_KPIS.some((own) => own === kpi) || Object.hasOwn(kpis, kpi)
