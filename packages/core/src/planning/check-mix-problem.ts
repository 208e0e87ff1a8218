import { accept, refuse, tellIssue, type Outcome } from '../shared/index.ts'
import { OWN_KPIS } from './measure-kpi.ts'
import { mixProblemSchema, type MixProblem } from './schema.ts'

/** One field of a mix problem that does not fit; `field` is its path, `candidates.3.costFen`. */
export interface MixRefusal {
  readonly code: 'mix.invalid'
  readonly field: string
  readonly problem: string
  /** Where the schema refused it. */
  readonly problemZh?: string
  readonly [datum: string]: unknown
}

const tell = (field: string, problem: string): MixRefusal => ({ code: 'mix.invalid', field, problem })

/** Reads a mix problem (interfaces §1.5) and refuses with every fault at once: `mix.invalid`. */
export function checkMixProblem(input: unknown): Outcome<MixProblem, MixRefusal> {
  const parsed = mixProblemSchema.safeParse(input)
  if (!parsed.success)
    return refuse(
      ...parsed.error.issues.map((issue) => ({
        ...tell(issue.path.join('.') || '(whole document)', issue.message),
        problemZh: tellIssue(issue).zh,
      })),
    )
  const faults = [
    ...findRepeated('segments', parsed.data.segments),
    ...findRepeated('candidates', parsed.data.candidates),
    ...findUnknownSegments(parsed.data),
    ...findKpiFaults(parsed.data),
    ...findOverflow(parsed.data),
  ]
  return faults.length > 0 ? refuse(...faults) : accept(parsed.data)
}

function findRepeated(field: string, items: readonly { id: string }[]): MixRefusal[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    const isRepeated = seen.has(id)
    seen.add(id)
    return isRepeated ? [tell(`${field}.${index}.id`, `"${id}" stands twice; every id is given once`)] : []
  })
}

function findUnknownSegments({ segments, candidates }: MixProblem): MixRefusal[] {
  const known = new Set(segments.map(({ id }) => id))
  return candidates.flatMap(({ reach }, index) =>
    Object.keys(reach)
      .filter((id) => !known.has(id))
      .map((id) => tell(`candidates.${index}.reach.${id}`, `there is no segment "${id}"`)),
  )
}

/** A KPI that nobody carries would be nothing for everybody, and one of the problem's own names would be counted twice. */
function findKpiFaults({ candidates, minimum, chance }: MixProblem): MixRefusal[] {
  const carried = new Set(candidates.flatMap(({ kpis }) => Object.keys(kpis)))
  const own: readonly string[] = OWN_KPIS
  // Where there is no candidate, nobody can have left a KPI out: the demand is what cannot be met.
  const isUnknown = (kpi: string) => candidates.length > 0 && !own.includes(kpi) && !carried.has(kpi)
  const sentence = (kpi: string) => `no candidate carries "${kpi}" in its kpis; name one of theirs, or ${OWN_KPIS.join(', ')}`
  const taken = candidates.flatMap(({ kpis }, index) =>
    own
      .filter((kpi) => Object.hasOwn(kpis, kpi))
      .map((kpi) => tell(`candidates.${index}.kpis.${kpi}`, `"${kpi}" is worked out from the problem itself; give it another name`)),
  )
  const demanded = Object.keys(minimum?.kpis ?? {}).filter(isUnknown)
  return [
    ...taken,
    ...demanded.map((kpi) => tell(`minimum.kpis.${kpi}`, sentence(kpi))),
    ...(chance != null && isUnknown(chance.kpi) ? [tell('chance.kpi', sentence(chance.kpi))] : []),
  ]
}

/** Each number may be fine alone and their product or sum still infinite: every value and bound would be, too. */
function findOverflow({ segments, candidates }: MixProblem): MixRefusal[] {
  const worth = segments.reduce((sum, { size, weight }) => sum + size * weight, 0)
  const value = candidates.reduce((sum, candidate) => sum + candidate.value, 0)
  return [
    ...(Number.isFinite(worth) ? [] : [tell('segments', 'the sum of size × weight is too large to count')]),
    ...(Number.isFinite(Math.min(worth, Number.MAX_VALUE) + value)
      ? []
      : [tell('candidates', 'the sum of the values is too large to count')]),
    ...[...sumKpis(candidates)]
      .filter(([, sum]) => !Number.isFinite(sum))
      .map(([kpi]) => tell('candidates', `the sum of "${kpi}" is too large to count`)),
  ]
}

function sumKpis(candidates: MixProblem['candidates']): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { kpis } of candidates) for (const [kpi, amount] of Object.entries(kpis)) sums.set(kpi, (sums.get(kpi) ?? 0) + amount)
  return sums
}
