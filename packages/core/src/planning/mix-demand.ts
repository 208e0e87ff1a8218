import { chanceByDraws, listSpreads } from './estimate-chance.ts'
import { measureKpi } from './measure-kpi.ts'
import type { MixModel } from './mix-model.ts'
import { startPick, valueOf } from './mix-pick.ts'
import type { MixProblem } from './schema.ts'
import { normalQuantile } from './special-functions.ts'

/** The chance of a set of ids, worked out by whoever knows more than the problem says. 0–1; one more never lowers it. */
export type ChanceOf = (ids: readonly string[]) => number

/** A KPI, or the chance of one, that a plan has to bring. It never falls when somebody joins. */
export interface MixDemand {
  /** As `infeasible` names it: `minimum.kpis.reach`, `chance`. */
  readonly name: string
  readonly kpi: string
  readonly asked: number
  /** What one value unit is exchanged for at first: the KPI's own size. */
  readonly scale: number
  /** The problem with the KPI in place of its value; for a chance at the low quantile that is asked for. */
  readonly measure: MixModel
  /** True where `asked` is of the measure itself, so that bounds of the measure prove something. */
  readonly isAmount: boolean
  /** What looking at one set costs, in entries of draws. */
  readonly work: number
  readonly reachedBy: (members: readonly number[]) => number
}

/** All demands of a problem beside `minimum.value`, which the search for value meets by itself. */
export function listDemands(problem: MixProblem, model: MixModel, chanceOf?: ChanceOf): MixDemand[] {
  const minimums = Object.entries(problem.minimum?.kpis ?? {}).map(([kpi, asked]): MixDemand => {
    const measure = measureKpi(kpi, problem, model)
    const reachedBy = (members: readonly number[]) => valueOf(startPick(measure, members))
    return { name: `minimum.kpis.${kpi}`, kpi, asked, scale: asked, measure, isAmount: true, work: 0, reachedBy }
  })
  const { chance } = problem
  if (chance == null) return minimums
  const measure = measureKpi(chance.kpi, problem, model)
  const byIds = chanceOf && ((members: readonly number[]) => chanceOf(members.map((member) => model.ids[member] ?? '')))
  return [
    ...minimums,
    {
      name: 'chance',
      kpi: chance.kpi,
      asked: chance.atLeast,
      scale: chance.target,
      measure: { ...measure, value: countLow(measure, problem, chance.atLeast) },
      isAmount: false,
      work: chance.draws * (1 + measure.segments.reduce((sum, own) => sum + own.length + 1, 0)),
      reachedBy: byIds ?? chanceByDraws(problem, measure, chance),
    },
  ]
}

/** Whoever is sure to bring little may serve a high chance better than whoever may bring much. */
function countLow(measure: MixModel, problem: MixProblem, atLeast: number): Float64Array {
  const z = normalQuantile(Math.min(0.99, Math.max(0.5, atLeast)))
  return listSpreads(problem, measure).map((sd, index) => (measure.value[index] ?? 0) * Math.exp(-z * sd))
}

/** A billionth of the amount absorbs rounding. */
const isMetBy = ({ asked, reachedBy }: MixDemand, members: readonly number[]): boolean =>
  reachedBy(members) >= asked - 1e-9 * Math.max(1, Math.abs(asked))

/** Positions of the demands that a set does not meet. */
export const listUnmetDemands = (demands: readonly MixDemand[], members: readonly number[]): number[] =>
  demands.flatMap((demand, at) => (isMetBy(demand, members) ? [] : [at]))
