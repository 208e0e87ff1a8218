import { drawUniform, type MixProblemInput } from '@kolibra/core/planning'

/** A problem whose best value is known without solving it. */
export interface ProvenProblem {
  readonly problem: MixProblemInput
  readonly best: number
}

/**
 * Everybody is reached by exactly the creators that were planted: their audiences share nobody and cost the whole budget together.
 * Around them stand creators drawn at random, larger and often cheaper for what they reach, who lead a greedy choice astray.
 */
export function plantCoverage(seed: number): ProvenProblem {
  const uniform = drawUniform(seed)
  const [units, planted, others] = [240 + Math.floor(120 * uniform()), 10 + Math.floor(6 * uniform()), 200]
  const order = Array.from({ length: units }, (_, unit) => ({ unit, at: uniform() })).toSorted((a, b) => a.at - b.at)
  const part = Math.ceil(units / planted)
  const parts = Array.from({ length: planted }, (_, at) => order.slice(at * part, (at + 1) * part).map(({ unit }) => unit))
  const random = Array.from({ length: others }, () => {
    const size = Math.round(part * (0.6 + 0.7 * uniform()))
    return [...new Set(Array.from({ length: size }, () => Math.floor(units * uniform())))]
  })
  const costs = [...parts.map(() => 90 + Math.floor(20 * uniform())), ...random.map(() => 85 + Math.floor(30 * uniform()))]
  const reaching = (list: readonly number[]) => Object.fromEntries(list.map((unit) => [`u${unit}`, 1]))
  return {
    best: units,
    problem: {
      budgetFen: costs.slice(0, planted).reduce((sum, cost) => sum + cost, 0),
      segments: Array.from({ length: units }, (_, unit) => ({ id: `u${unit}`, size: 1 })),
      // Which of them are planted must not be told by their place.
      candidates: [...parts, ...random]
        .map((list, at) => ({ id: `c${Math.floor(1e9 * uniform())}-${at}`, costFen: costs[at] ?? 0, reach: reaching(list) }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      seed,
    },
  }
}

const CHOSEN = 4

/** Four of sixty creators who reach parts of twelve segments: every combination is tried, so the best is known. */
export function tryAllFours(seed: number): ProvenProblem {
  const uniform = drawUniform(seed)
  const segments = Array.from({ length: 12 }, (_, at) => ({ id: `s${at}`, size: Math.round(1000 + 9000 * uniform()) }))
  const candidates = Array.from({ length: 60 }, (_, at) => ({
    id: `c${at}`,
    costFen: 100 + Math.floor(400 * uniform()),
    reach: Object.fromEntries(segments.map(({ id }) => [id, uniform() < 0.5 ? 0 : 0.6 * uniform() ** 2])),
    value: 2000 * uniform(),
    groups: ['all'],
  }))
  const budgetFen = 1000
  const rows = candidates.map(({ costFen, value, reach }) => ({
    costFen,
    value,
    missed: Float64Array.from(segments, ({ id }) => 1 - (reach[id] ?? 0)),
  }))
  const sizes = segments.map(({ size }) => size)
  return {
    best: findBest(rows, { sizes, budgetFen }),
    problem: { budgetFen, segments, candidates, constraints: [{ group: 'all', maxCount: CHOSEN }], seed },
  }
}

interface Row {
  readonly costFen: number
  readonly value: number
  readonly missed: Float64Array
}

function findBest(rows: readonly Row[], { sizes, budgetFen }: { sizes: readonly number[]; budgetFen: number }): number {
  let best = 0
  const walk = (from: number, left: number, { costFen, value, missed }: Row): void => {
    best = Math.max(best, value + sizes.reduce((sum, size, at) => sum + size * (1 - (missed[at] ?? 1)), 0))
    if (left === 0) return
    for (let next = from; next < rows.length; next += 1) {
      const row = rows[next]
      if (row === undefined || costFen + row.costFen > budgetFen) continue
      const joined = missed.map((share, at) => share * (row.missed[at] ?? 1))
      walk(next + 1, left - 1, { costFen: costFen + row.costFen, value: value + row.value, missed: joined })
    }
  }
  walk(0, CHOSEN, { costFen: 0, value: 0, missed: new Float64Array(sizes.length).fill(1) })
  return best
}
