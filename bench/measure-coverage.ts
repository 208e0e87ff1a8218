import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { solveMix, type MixProblemInput } from '@kolibra/core/planning'
import { plantCoverage, tryAllFours, type ProvenProblem } from './invent-coverage.ts'
import { inventMix } from './invent-mix.ts'

interface Case {
  readonly instance: string
  readonly objective: string
  readonly budget: number
  readonly best: number
}

/** Creators, segments and how many pools of each size are invented. */
const POOLS = [
  { creators: 200, segments: 24, seeds: 6, timeLimitMs: 2000 },
  { creators: 1000, segments: 48, seeds: 6, timeLimitMs: 2000 },
  { creators: 2000, segments: 48, seeds: 12, timeLimitMs: 2000 },
  { creators: 100_000, segments: 48, seeds: 1, timeLimitMs: 20_000 },
] as const

/** Invented pools with tiers and maxima: how far the certificate says a plan can be from the best. */
export async function measureMix(): Promise<string[]> {
  return POOLS.map(({ creators, segments, seeds, timeLimitMs }) => {
    const results = Array.from({ length: seeds }, (_, seed) => {
      const problem = { ...inventMix(creators, segments, seed + 1), timeLimitMs }
      const started = performance.now()
      const { gap, costFen } = solveMix(problem, { clock: () => performance.now() })
      return { gap, elapsedMs: performance.now() - started, isOver: costFen > problem.budgetFen }
    })
    const gaps = results.map(({ gap }) => gap)
    const [mean, worst] = [gaps.reduce((sum, gap) => sum + gap, 0) / seeds, Math.max(...gaps)]
    const slowest = Math.max(...results.map(({ elapsedMs }) => elapsedMs))
    const over = results.filter(({ isOver }) => isOver).length
    return `${creators} creators × ${segments} segments, ${seeds} pools: within ${percent(mean)} of the bound on average, ${percent(worst)} at worst; slowest ${slowest.toFixed(0)} ms; over budget ${over}`
  })
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`

/** Maximum coverage under a budget against optima that are proven: reach is 1 where a creator covers a unit. */
export async function measureCoverage({ data }: { data: string }): Promise<string[]> {
  const folder = join(data, 'coverage_benchmark')
  const rows = readFileSync(join(folder, 'maxcov_proven_optima.csv'), 'utf8').trim().split('\n').slice(1)
  const cases = rows.map(parseCase).filter(({ instance }) => !/_\dCycle/.test(instance))
  const scored = cases.map((item) => ({ item, score: scoreProblem({ problem: readProblem(folder, item), best: item.best }) }))
  const ofHalf = (half: number) => scored.filter(({ item }) => halfOf(item.instance) === half).map(({ score }) => score)
  const seeds = Array.from({ length: INVENTED }, (_, at) => FIRST_SEED + at)
  return [
    tellScores(
      'all in view',
      scored.map(({ score }) => score),
    ),
    tellScores('one half by hash', ofHalf(0)),
    tellScores('the other half by hash', ofHalf(1)),
    tellScores(
      'invented, the best planted',
      seeds.map((seed) => scoreProblem(plantCoverage(seed))),
    ),
    tellScores(
      'invented, all fours of sixty tried',
      seeds.map((seed) => scoreProblem(tryAllFours(seed))),
    ),
  ]
}

/** Drawn by seeds that nothing was ever tried with. */
const INVENTED = 12
const FIRST_SEED = 20_261_127

/** Instances of one file stay together: the first byte of the hash of its name says which half they are of. */
const halfOf = (instance: string) => (createHash('sha256').update(instance).digest()[0] ?? 0) % 2

interface Score {
  readonly ratio: number
  readonly elapsedMs: number
  readonly isOver: boolean
  readonly isBelowGreedy: boolean
  readonly isBroken: boolean
}

function scoreProblem({ problem, best }: ProvenProblem): Score {
  const { value, upperBound, costFen, elapsedMs } = solveMix({ ...problem, timeLimitMs: 2000 }, { clock: () => performance.now() })
  return {
    ratio: value / best,
    elapsedMs,
    isOver: costFen > problem.budgetFen,
    isBelowGreedy: value < choosePlainly(problem) - 1e-6,
    isBroken: upperBound < best - 1e-6,
  }
}

function tellScores(name: string, scores: readonly Score[]): string {
  const ratios = scores.map(({ ratio }) => ratio)
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
  const count = (is: (score: Score) => boolean) => scores.filter(is).length
  return [
    `${name}: ${scores.length} problems, value over best known mean ${mean.toFixed(4)}, worst ${Math.min(...ratios).toFixed(4)}`,
    `slowest ${Math.max(...scores.map(({ elapsedMs }) => elapsedMs)).toFixed(0)} ms`,
    `over budget ${count(({ isOver }) => isOver)}`,
    `below plain greedy ${count(({ isBelowGreedy }) => isBelowGreedy)}`,
    `bounds below the best ${count(({ isBroken }) => isBroken)}`,
  ].join('; ')
}

/** What adds most for its price is added, until nothing fits: written down apart from the planner, as its floor. */
function choosePlainly({ segments, candidates, budgetFen, constraints = [] }: MixProblemInput): number {
  const missed = new Map(segments.map(({ id }) => [id, 1]))
  const worth = new Map(segments.map(({ id, size, weight = 1 }) => [id, size * weight]))
  const most = constraints[0]?.maxCount ?? Infinity
  const gainOf = ({ reach = {}, value = 0 }: MixProblemInput['candidates'][number]) =>
    Object.entries(reach).reduce((sum, [id, share]) => sum + (worth.get(id) ?? 0) * (missed.get(id) ?? 1) * share, value)
  const open = new Set(candidates)
  let [spentFen, total, chosen] = [0, 0, 0]
  while (chosen < most) {
    let best: { candidate: MixProblemInput['candidates'][number]; gain: number; key: number } | null = null
    for (const candidate of open) {
      if (spentFen + candidate.costFen > budgetFen) continue
      const gain = gainOf(candidate)
      const key = gain / Math.max(1, candidate.costFen)
      if (gain > 0 && (best === null || key > best.key)) best = { candidate, gain, key }
    }
    if (best === null) return total
    open.delete(best.candidate)
    total += best.gain
    spentFen += best.candidate.costFen
    chosen += 1
    for (const [id, share] of Object.entries(best.candidate.reach ?? {})) missed.set(id, (missed.get(id) ?? 1) * (1 - share))
  }
  return total
}

function parseCase(row: string): Case {
  const [instance = '', , , objective = '', budget = '', best = ''] = row.split(',')
  return { instance, objective, budget: Number(budget), best: Number(best) }
}

// Weights and costs as the folder's README defines them.
function readProblem(folder: string, { instance, objective, budget }: Case): MixProblemInput {
  const numbers = readFileSync(join(folder, `${instance}.txt`), 'utf8')
    .trim()
    .split(/\s+/)
    .map(Number)
  const [units = 0, creators = 0] = numbers
  const covers: number[][] = Array.from({ length: creators }, () => [])
  let cursor = 2 + 2 * units
  for (let unit = 0; unit < units; unit += 1) {
    const count = numbers[cursor] ?? 0
    for (const creator of numbers.slice(cursor + 1, cursor + 1 + count)) covers[creator - 1]?.push(unit)
    cursor += count + 1
  }
  const isBudget = objective === 'budget'
  return {
    budgetFen: budget,
    segments: Array.from({ length: units }, (_, unit) => ({
      id: `u${unit}`,
      size: 1,
      weight: isBudget ? (((unit + 1) * 104_729) % 9) + 1 : 1,
    })),
    candidates: covers.map((list, creator) => ({
      id: `c${String(creator).padStart(5, '0')}`,
      costFen: isBudget ? (((creator + 1) * 7919) % 97) + 4 + 3 * list.length : 1,
      reach: Object.fromEntries(list.map((unit) => [`u${unit}`, 1])),
    })),
    timeLimitMs: 2000,
  }
}
