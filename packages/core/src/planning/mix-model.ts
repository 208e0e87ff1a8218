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
  readonly banned: Uint8Array
  readonly must: readonly number[]
  readonly missingMust: readonly string[]
  readonly budgetFen: number
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : Number(a.id > b.id))

/** Turns a problem into arrays. Shares stay shares of the problem's budget even when another budget is tried. */
export function buildMixModel(problem: MixProblem, budgetFen = problem.budgetFen): MixModel {
  const candidates = problem.candidates.toSorted(byId)
  const position = new Map(candidates.map(({ id }, index) => [id, index]))
  const segmentPosition = new Map(problem.segments.map(({ id }, index) => [id, index]))
  const sparse = candidates.map(({ reach }) => readReach(reach, segmentPosition))
  const limits = problem.constraints.map((rule): GroupLimit => ({
    group: rule.group,
    members: candidates.flatMap(({ groups }, index) => (groups.includes(rule.group) ? [index] : [])),
    minCount: rule.minCount ?? 0,
    maxCount: rule.maxCount ?? Infinity,
    // The millionth absorbs 0.07 × 100 = 7.000000000000001: a share must not cost a whole fen for that.
    minCostFen: Math.ceil((rule.minShare ?? 0) * problem.budgetFen - 1e-6),
    maxCostFen: rule.maxShare == null ? Infinity : Math.floor(rule.maxShare * problem.budgetFen + 1e-6),
  }))
  const never = new Set(problem.never)
  return {
    ids: candidates.map(({ id }) => id),
    costFen: Float64Array.from(candidates, ({ costFen }) => costFen),
    value: Float64Array.from(candidates, ({ value }) => value),
    worth: Float64Array.from(problem.segments, ({ size, weight }) => size * weight),
    segments: sparse.map(({ segments }) => segments),
    reach: sparse.map(({ shares }) => shares),
    limits,
    limitsOf: candidates.map(({ groups }) => limits.flatMap(({ group }, limit) => (groups.includes(group) ? [limit] : []))),
    rivals: listRivals(candidates, position),
    banned: Uint8Array.from(candidates, ({ id }) => Number(never.has(id))),
    must: [...new Set(problem.mustHave)].flatMap((id) => position.get(id) ?? []),
    missingMust: problem.mustHave.filter((id) => !position.has(id)),
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

function listRivals(candidates: MixProblem['candidates'], position: ReadonlyMap<string, number>): number[][] {
  const rivals = candidates.map(() => new Set<number>())
  const pair = (a: number, b: number) => {
    if (a === b) return
    rivals[a]?.add(b)
    rivals[b]?.add(a)
  }
  const options = new Map<string, number[]>()
  candidates.forEach(({ conflicts, creator }, index) => {
    for (const other of conflicts) pair(index, position.get(other) ?? index)
    if (creator == null) return
    const siblings = options.get(creator) ?? []
    for (const sibling of siblings) pair(index, sibling)
    options.set(creator, [...siblings, index])
  })
  return rivals.map((set) => [...set].sort((a, b) => a - b))
}
