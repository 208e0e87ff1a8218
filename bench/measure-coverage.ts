import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { solveMix, type MixProblemInput } from '@kolibra/core/planning'
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
  const ratios: number[] = []
  const broken: string[] = []
  let longestMs = 0
  for (const item of cases) {
    const result = solveMix(readProblem(folder, item), { clock: () => performance.now() })
    ratios.push(result.value / item.best)
    longestMs = Math.max(longestMs, result.elapsedMs)
    if (result.upperBound < item.best - 1e-6) broken.push(`${item.instance}/${item.objective}/${item.budget}`)
  }
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
  return [
    `${ratios.length} problems: value over best known, mean ${mean.toFixed(4)}, worst ${Math.min(...ratios).toFixed(4)}, slowest ${longestMs.toFixed(0)} ms`,
    `upper bounds below the best known value: ${broken.length === 0 ? 'none' : broken.join(', ')}`,
  ]
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
