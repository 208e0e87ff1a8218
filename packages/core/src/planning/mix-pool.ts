import { groupBy } from '../shared/index.ts'
import type { MixProblem } from './schema.ts'

type Candidates = MixProblem['candidates']

/** The candidates of a problem as arrays, sorted by id, which settles every tie: what no constraint changes. */
export interface MixPool {
  readonly candidates: Candidates
  readonly ids: readonly string[]
  readonly costFen: Float64Array
  readonly value: Float64Array
  readonly segments: readonly Int32Array[]
  readonly reach: readonly Float64Array[]
  /** Positions by what `mustHave`, `never` and `conflicts` may name: a candidate, else a creator, who stands for all of their options. */
  readonly names: ReadonlyMap<string, readonly number[]>
  readonly options: readonly (readonly number[])[]
  readonly rivals: readonly (readonly number[])[]
}

const read = new WeakMap<Candidates, MixPool>()

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : Number(a.id > b.id))

/** Reads the candidates of a problem, once for all problems that share them: what-ifs change limits and budgets, not people. */
export function readPool({ candidates: given, segments }: Pick<MixProblem, 'candidates' | 'segments'>): MixPool {
  const known = read.get(given)
  if (known !== undefined) return known
  const candidates = given.toSorted(byId)
  const byCreator = listByCreator(candidates)
  // A candidate's own id goes before a creator of the same name.
  const names = new Map([...byCreator, ...candidates.map(({ id }, index): [string, number[]] => [id, [index]])])
  const position = new Map(segments.map(({ id }, index) => [id, index]))
  const sparse = candidates.map(({ reach }) => readReach(reach, position))
  const options = [...byCreator.values()].filter((own) => own.length > 1)
  const pool = {
    candidates,
    ids: candidates.map(({ id }) => id),
    costFen: Float64Array.from(candidates, ({ costFen }) => costFen),
    value: Float64Array.from(candidates, ({ value }) => value),
    segments: sparse.map(({ segments: own }) => own),
    reach: sparse.map(({ shares }) => shares),
    names,
    options,
    rivals: listRivals(candidates, { names, options }),
  }
  read.set(given, pool)
  return pool
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

/** Positions by creator, for candidates that are one option of one. */
function listByCreator(candidates: Candidates): Map<string, number[]> {
  const places = candidates.flatMap(({ creator }, index) => (creator == null ? [] : [{ creator, index }]))
  const groups = groupBy(places, ({ creator }) => creator)
  return new Map([...groups].map(([creator, own]) => [creator, own.map(({ index }) => index)]))
}

function listRivals(candidates: Candidates, { names, options }: Pick<MixPool, 'names' | 'options'>): number[][] {
  const rivals = candidates.map(() => new Set<number>())
  const pair = (a: number, b: number) => {
    if (a === b) return
    rivals[a]?.add(b)
    rivals[b]?.add(a)
  }
  candidates.forEach(({ conflicts }, index) => {
    for (const other of conflicts) for (const rival of names.get(other) ?? []) pair(index, rival)
  })
  for (const own of options) for (const one of own) for (const other of own) pair(one, other)
  return rivals.map((set) => [...set].sort((a, b) => a - b))
}
