import { accept, refuse, type Outcome } from '../shared/index.ts'
import { mixProblemSchema, type MixProblem } from './schema.ts'

/** One field of a mix problem that does not fit; `field` is its path, `candidates.3.costFen`. */
export interface MixRefusal {
  readonly code: 'mix.invalid'
  readonly field: string
  readonly problem: string
  readonly [datum: string]: unknown
}

const tell = (field: string, problem: string): MixRefusal => ({ code: 'mix.invalid', field, problem })

/** Reads a mix problem (interfaces §1.5) and refuses with every fault at once: `mix.invalid`. */
export function checkMixProblem(input: unknown): Outcome<MixProblem, MixRefusal> {
  const parsed = mixProblemSchema.safeParse(input)
  if (!parsed.success) return refuse(...parsed.error.issues.map(({ path, message }) => tell(path.join('.') || '(whole document)', message)))
  const faults = [
    ...findRepeated('segments', parsed.data.segments),
    ...findRepeated('candidates', parsed.data.candidates),
    ...findUnknownSegments(parsed.data),
    ...findUnsupportedKpis(parsed.data),
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

/** A candidate of the bare problem carries one number beside its reach: other KPIs would be ignored in silence. */
function findUnsupportedKpis({ minimum, chance }: MixProblem): MixRefusal[] {
  const kpis = Object.keys(minimum?.kpis ?? {}).map((kpi) =>
    tell(`minimum.kpis.${kpi}`, 'not supported: a candidate carries only "value"; state the minimum as minimum.value'),
  )
  if (chance == null) return kpis
  return [...kpis, tell('chance', 'not supported yet: a mix problem carries no spread of its numbers to draw from')]
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
  ]
}
