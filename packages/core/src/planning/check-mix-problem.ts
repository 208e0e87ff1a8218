import { accept, refuse, say, tellIssue, type Localized, type Outcome } from '../shared/index.ts'
import { OWN_KPIS } from './measure-kpi.ts'
import { mixProblemSchema, type MixProblem } from './schema.ts'

/** One field of a mix problem that does not fit; `field` is its path, `candidates.3.costFen`. */
export interface MixRefusal {
  readonly code: 'mix.invalid'
  readonly field: string
  readonly problem: string
  readonly problemZh: string
  readonly [datum: string]: unknown
}

/** The field of a fault of the document itself. */
export const WHOLE_PROBLEM = '(whole document)'

const tell = (field: string, { en, zh }: Localized): MixRefusal => ({ code: 'mix.invalid', field, problem: en, problemZh: zh })

/** Reads a mix problem (interfaces §1.5) and refuses with every fault at once: `mix.invalid`. */
export function checkMixProblem(input: unknown): Outcome<MixProblem, MixRefusal> {
  const parsed = mixProblemSchema.safeParse(input)
  if (!parsed.success) return refuse(...parsed.error.issues.map((issue) => tell(issue.path.join('.') || WHOLE_PROBLEM, tellIssue(issue))))
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
    return isRepeated
      ? [tell(`${field}.${index}.id`, say(`"${id}" stands twice; every id is given once`, `「${id}」重复出现；每个 id 只能出现一次`))]
      : []
  })
}

function findUnknownSegments({ segments, candidates }: MixProblem): MixRefusal[] {
  const known = new Set(segments.map(({ id }) => id))
  return candidates.flatMap(({ reach }, index) =>
    Object.keys(reach)
      .filter((id) => !known.has(id))
      .map((id) => tell(`candidates.${index}.reach.${id}`, say(`there is no segment "${id}"`, `没有名为「${id}」的人群`))),
  )
}

/** A KPI that nobody carries would be nothing for everybody, and one of the problem's own names would be counted twice. */
function findKpiFaults({ candidates, minimum, chance }: MixProblem): MixRefusal[] {
  const carried = new Set(candidates.flatMap(({ kpis }) => Object.keys(kpis)))
  const own: readonly string[] = OWN_KPIS
  // Where there is no candidate, nobody can have left a KPI out: the demand is what cannot be met.
  const isUnknown = (kpi: string) => candidates.length > 0 && !own.includes(kpi) && !carried.has(kpi)
  const sentence = (kpi: string) =>
    say(
      `no candidate carries "${kpi}" in its kpis; name one of theirs, or ${OWN_KPIS.join(', ')}`,
      `没有候选人的 kpis 含有「${kpi}」；请改用候选人已有的名称，或 ${OWN_KPIS.join('、')}`,
    )
  const taken = candidates.flatMap(({ kpis }, index) =>
    own
      .filter((kpi) => Object.hasOwn(kpis, kpi))
      .map((kpi) =>
        tell(
          `candidates.${index}.kpis.${kpi}`,
          say(`"${kpi}" is worked out from the problem itself; give it another name`, `「${kpi}」由问题本身算出；请换一个名称`),
        ),
      ),
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
    ...(Number.isFinite(worth)
      ? []
      : [tell('segments', say('the sum of size × weight is too large to count', 'size × weight 之和过大，无法计算'))]),
    ...(Number.isFinite(Math.min(worth, Number.MAX_VALUE) + value)
      ? []
      : [tell('candidates', say('the sum of the values is too large to count', 'value 之和过大，无法计算'))]),
    ...[...sumKpis(candidates)]
      .filter(([, sum]) => !Number.isFinite(sum))
      .map(([kpi]) => tell('candidates', say(`the sum of "${kpi}" is too large to count`, `「${kpi}」之和过大，无法计算`))),
  ]
}

function sumKpis(candidates: MixProblem['candidates']): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { kpis } of candidates) for (const [kpi, amount] of Object.entries(kpis)) sums.set(kpi, (sums.get(kpi) ?? 0) + amount)
  return sums
}
