import { readPool } from './mix-pool.ts'
import type { MixProblem } from './schema.ts'

/** One `constraints` entry with its shares turned into fen and its members into positions. */
export interface GroupLimit {
  readonly group: string
  readonly members: readonly number[]
  readonly minCount: number
  readonly maxCount: number
  readonly minCostFen: number
  readonly maxCostFen: number
}

/** A mix problem as positions and arrays; candidates are sorted by id, which settles every tie. */
export interface MixModel {
  readonly ids: readonly string[]
  readonly costFen: Float64Array
  readonly value: Float64Array
  /** weight × size per segment. */
  readonly worth: Float64Array
  readonly segments: readonly Int32Array[]
  readonly reach: readonly Float64Array[]
  readonly limits: readonly GroupLimit[]
  readonly limitsOf: readonly (readonly number[])[]
  /** Exclusive pairs, both ways: named conflicts and options of the same creator. */
  readonly rivals: readonly (readonly number[])[]
  /** The options of every creator who has more than one: at most one of a list may be chosen, which bounds need to know. */
  readonly options: readonly (readonly number[])[]
  readonly banned: Uint8Array
  readonly must: readonly number[]
  readonly missingMust: readonly string[]
  readonly budgetFen: number
  /** Shared by all models that are made from this one. */
  readonly meter: WorkMeter
}

/** Work done so far, in entries of the reach table gone through: the same on every machine, unlike time. */
export interface WorkMeter {
  spent: number
}

/** How a problem is tried out: with another budget, or with nobody and nothing exclusive; with the meter that counts its work. */
export interface ModelTrial {
  readonly budgetFen?: number
  readonly isTogether?: boolean
  readonly meter?: WorkMeter
}

/** Turns a problem into arrays. Shares stay shares of the problem's budget even when another budget is tried. */
export function buildMixModel(
  problem: MixProblem,
  { budgetFen = problem.budgetFen, isTogether = false, meter = { spent: 0 } }: ModelTrial = {},
): MixModel {
  const { candidates, names, options, rivals, ...pool } = readPool(problem)
  const must = [...new Set(problem.mustHave)].map((name) => ({ name, members: names.get(name) ?? [] }))
  const limits = [
    ...listLimits(problem, candidates),
    ...must.flatMap(({ name, members }) => (members.length > 1 ? [oneOf(name, members)] : [])),
  ]
  const limitsOf: number[][] = candidates.map(() => [])
  limits.forEach(({ members }, limit) => members.forEach((member) => limitsOf[member]?.push(limit)))
  const banned = new Uint8Array(candidates.length)
  for (const name of problem.never) for (const index of names.get(name) ?? []) banned[index] = 1
  return {
    ...pool,
    worth: Float64Array.from(problem.segments, ({ size, weight }) => size * weight),
    limits,
    limitsOf,
    rivals: isTogether ? candidates.map(() => []) : rivals,
    options: isTogether ? [] : options,
    banned,
    must: must.flatMap(({ members }) => (members.length === 1 ? members : [])),
    missingMust: must.flatMap(({ name, members }) => (members.length === 0 ? [name] : [])),
    budgetFen,
    meter,
  }
}

function listLimits(problem: MixProblem, candidates: MixProblem['candidates']): GroupLimit[] {
  return problem.constraints.map((rule) => ({
    group: rule.group,
    members: candidates.flatMap(({ groups }, index) => (groups.includes(rule.group) ? [index] : [])),
    minCount: rule.minCount ?? 0,
    maxCount: rule.maxCount ?? Infinity,
    // The millionth absorbs 0.07 × 100 = 7.000000000000001: a share must not cost a whole fen for that.
    minCostFen: Math.ceil((rule.minShare ?? 0) * problem.budgetFen - 1e-6),
    maxCostFen: rule.maxShare == null ? Infinity : Math.floor(rule.maxShare * problem.budgetFen + 1e-6),
  }))
}

/** A must-have creator with several options: which one is open, that there is one is not. */
const oneOf = (group: string, members: readonly number[]): GroupLimit => ({
  group,
  members,
  minCount: 1,
  maxCount: Infinity,
  minCostFen: 0,
  maxCostFen: Infinity,
})
