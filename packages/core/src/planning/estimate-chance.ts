import type { MixModel } from './mix-model.ts'
import type { MixProblem } from './schema.ts'
import { drawNormals, seedFrom } from './seeded-draws.ts'
import { ASSUMED_SPREAD } from './spread-table.ts'

type Chance = NonNullable<MixProblem['chance']>

/** What a candidate's numbers are multiplied by, draw by draw: log-normal around what is stated, which is the median. */
type FactorsOf = (member: number) => Float64Array

/** Standard deviation of ln(result) per candidate; how many are chosen is certain. */
export function listSpreads({ candidates, chance }: MixProblem, { ids }: MixModel): Float64Array {
  if (chance?.kpi === 'count') return new Float64Array(ids.length)
  const byId = new Map(candidates.map(({ id, sd }) => [id, sd ?? ASSUMED_SPREAD.sd]))
  return Float64Array.from(ids, (id) => byId.get(id) ?? ASSUMED_SPREAD.sd)
}

function keepFactors(problem: MixProblem, model: MixModel, draws: number): FactorsOf {
  const common = drawNormals(seedFrom(problem.seed, 'campaign'), draws)
  const spreads = listSpreads(problem, model)
  const { rho } = ASSUMED_SPREAD
  const kept = new Map<number, Float64Array>()
  return (member) => {
    const known = kept.get(member)
    if (known !== undefined) return known
    // Each candidate keeps its own draws whoever else is chosen: what-ifs do not jitter, and one more never lowers a chance.
    const own = drawNormals(seedFrom(problem.seed, model.ids[member] ?? ''), draws)
    const sd = spreads[member] ?? 0
    const factors = own.map((z, draw) => Math.exp(sd * (Math.sqrt(rho) * (common[draw] ?? 0) + Math.sqrt(1 - rho) * z)))
    kept.set(member, factors)
    return factors
  }
}

/**
 * The chance that a set reaches `chance.target`, as the share of seeded draws that do. 0–1.
 * @param measure the problem with the KPI in place of its value
 */
export function chanceByDraws(problem: MixProblem, measure: MixModel, { target, draws }: Chance): (members: readonly number[]) => number {
  const factorsOf = keepFactors(problem, measure, draws)
  return (members) => {
    const totals = new Float64Array(draws)
    const missed = new Map<number, Float64Array>()
    for (const member of members) {
      const factors = factorsOf(member)
      addScaled(totals, factors, measure.value[member] ?? 0)
      measure.segments[member]?.forEach((segment, at) => {
        if (measure.worth[segment] === 0) return
        const row = missed.get(segment) ?? new Float64Array(draws).fill(1)
        missed.set(segment, row)
        missOut(row, factors, measure.reach[member]?.[at] ?? 0)
      })
    }
    for (const [segment, row] of missed) {
      const worth = measure.worth[segment] ?? 0
      for (let draw = 0; draw < draws; draw += 1) totals[draw] = (totals[draw] ?? 0) + worth * (1 - (row[draw] ?? 1))
    }
    return totals.filter((total) => total >= target - 1e-9).length / draws
  }
}

function addScaled(totals: Float64Array, factors: Float64Array, amount: number): void {
  for (let draw = 0; draw < totals.length; draw += 1) totals[draw] = (totals[draw] ?? 0) + amount * (factors[draw] ?? 1)
}

function missOut(row: Float64Array, factors: Float64Array, share: number): void {
  for (let draw = 0; draw < row.length; draw += 1) row[draw] = (row[draw] ?? 1) * (1 - Math.min(1, share * (factors[draw] ?? 1)))
}
