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
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : Number(a.id > b.id))

/** How a problem is tried out: with another budget, or with nobody and nothing exclusive. */
export interface ModelTrial {
  readonly budgetFen?: number
  readonly isTogether?: boolean
}

/** Turns a problem into arrays. Shares stay shares of the problem's budget even when another budget is tried. */
export function buildMixModel(problem: MixProblem, { budgetFen = problem.budgetFen, isTogether = false }: ModelTrial = {}): MixModel {
  const candidates = problem.candidates.toSorted(byId)
  const names = listNames(candidates)
  const segmentPosition = new Map(problem.segments.map(({ id }, index) => [id, index]))
  const sparse = candidates.map(({ reach }) => readReach(reach, segmentPosition))
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
    ids: candidates.map(({ id }) => id),
    costFen: Float64Array.from(candidates, ({ costFen }) => costFen),
    value: Float64Array.from(candidates, ({ value }) => value),
    worth: Float64Array.from(problem.segments, ({ size, weight }) => size * weight),
    segments: sparse.map(({ segments }) => segments),
    reach: sparse.map(({ shares }) => shares),
    limits,
    limitsOf,
    rivals: isTogether ? candidates.map(() => []) : listRivals(candidates, names),
    options: isTogether ? [] : listOptions(candidates),
    banned,
    must: must.flatMap(({ members }) => (members.length === 1 ? members : [])),
    missingMust: must.flatMap(({ name, members }) => (members.length === 0 ? [name] : [])),
    budgetFen,
  }
}

/** One row of the reach table, without what it does not reach. Millions of entries pass here: no pairs, no lists between. */
function readReach(reach: Readonly<Record<string, number>>, position: ReadonlyMap<string, number>) {
  const ids = Object.keys(reach)
  const segments = new Int32Array(ids.length)
  const shares = new Float64Array(ids.length)
  let count = 0
  for (const id of ids) {
    const segment = position.get(id)
    const share = reach[id] ?? 0
    if (segment === undefined || share === 0) continue
    segments[count] = segment
    shares[count] = share
    count += 1
  }
  return count === ids.length ? { segments, shares } : { segments: segments.slice(0, count), shares: shares.slice(0, count) }
}

type Candidates = MixProblem['candidates']

/** Positions by what `mustHave`, `never` and `conflicts` may name: a candidate, else a creator, who stands for all of their options. */
function listNames(candidates: Candidates): Map<string, number[]> {
  const names = new Map<string, number[]>()
  candidates.forEach(({ creator }, index) => {
    if (creator != null) names.set(creator, [...(names.get(creator) ?? []), index])
  })
  candidates.forEach(({ id }, index) => names.set(id, [index]))
  return names
}

function listLimits(problem: MixProblem, candidates: Candidates): GroupLimit[] {
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

function listOptions(candidates: Candidates): number[][] {
  const options = new Map<string, number[]>()
  candidates.forEach(({ creator }, index) => {
    if (creator == null) return
    const known = options.get(creator)
    if (known === undefined) options.set(creator, [index])
    else known.push(index)
  })
  return [...options.values()].filter((own) => own.length > 1)
}

function listRivals(candidates: Candidates, names: ReadonlyMap<string, readonly number[]>): number[][] {
  const rivals = candidates.map(() => new Set<number>())
  const pair = (a: number, b: number) => {
    if (a === b) return
    rivals[a]?.add(b)
    rivals[b]?.add(a)
  }
  candidates.forEach(({ conflicts }, index) => {
    for (const other of conflicts) for (const rival of names.get(other) ?? []) pair(index, rival)
  })
  for (const own of listOptions(candidates)) for (const one of own) for (const other of own) pair(one, other)
  return rivals.map((set) => [...set].sort((a, b) => a - b))
}
