import { rankNext, type MixProblemInput } from '../planning/index.ts'
import { formatCount, formatExact, formatFen, say, type CreatorType } from '../shared/index.ts'
import type { BuiltProblem } from './build-problem.ts'
import { roleOf } from './explain-choice.ts'
import { forecastCosts, sumViews } from './forecast-costs.ts'
import type { DrawOf } from './keep-draws.ts'
import type { PlanCandidate, Pool } from './list-candidates.ts'
import type { ReachCurve, RoleReserve, TierCost } from './plan-parts-schema.ts'

/** How many stand ready for each role. */
const PER_ROLE = 5

/** From the largest names to the smallest; who has no type comes last. */
const TIERS: readonly (CreatorType | null)[] = ['celebrity', 'kol', 'micro', 'koc', null]

/** Who steps in for whom: those left, ranked per role by what each would add per yuan to the plan as it stands. */
export function rankByRole(built: BuiltProblem, pool: Pool, chosen: readonly string[]): RoleReserve[] {
  const byOption = new Map(pool.candidates.map((candidate) => [candidate.option, candidate]))
  const seen = new Set<string>()
  const ranked = rankNext(built.problem, chosen).flatMap(({ id: option, gain }) => {
    const candidate = byOption.get(option)
    // Each creator once, in the format that adds most per yuan.
    if (candidate === undefined || seen.has(candidate.id)) return []
    seen.add(candidate.id)
    return [{ candidate, gain }]
  })
  return TIERS.flatMap((type) => {
    const ofRole = ranked.filter(({ candidate }) => candidate.type.value === type).slice(0, PER_ROLE)
    return ofRole.length === 0 ? [] : [{ type, role: roleOf(type), ranked: ofRole.map(describeStandIn) }]
  })
}

function describeStandIn({ candidate, gain }: { candidate: PlanCandidate; gain: number }, index: number): RoleReserve['ranked'][number] {
  const { id, costFen, feeRoomFen, quote, pAccepts, views } = candidate
  const place = formatExact(index + 1)
  const paidFen = costFen + feeRoomFen
  const because = say(
    `number ${place} of this role: ${formatCount(Math.round(views.p50), 'en')} views (P50) for ${formatFen(paidFen, 'en')}, platform fee included.`,
    `该作用候补第 ${place} 位：中位播放/阅读 ${formatCount(Math.round(views.p50), 'zh')}，费用 ${formatFen(paidFen, 'zh')}（含平台服务费）。`,
  )
  return { id, costFen: paidFen, format: quote.format, gain, pAccepts, because }
}

/**
 * What each tier of the plan costs and brings: the cost if all say yes, room for fees included; views together by the plan's own draws, who may
 * decline counted in; a thousand views by the cost of those who say yes.
 */
export function costTiers(chosen: readonly PlanCandidate[], drawOf: DrawOf): TierCost[] {
  const costOf = (group: readonly PlanCandidate[]) => group.reduce((sum, { costFen, feeRoomFen }) => sum + costFen + feeRoomFen, 0)
  const allFen = costOf(chosen)
  return TIERS.flatMap((type) => {
    const group = chosen.filter((candidate) => candidate.type.value === type)
    if (group.length === 0) return []
    const costFen = costOf(group)
    const { p10, p50, p90 } = sumViews(group, drawOf)
    const perView = forecastCosts(group, drawOf).views
    const perThousandViewsFen = perView === null ? null : Math.round(perView.p50 * 1000)
    const share = allFen > 0 ? costFen / allFen : 0
    return [{ type, count: group.length, costFen, share, views: p50, viewsP10: p10, viewsP90: p90, perThousandViewsFen }]
  })
}

/** The chosen in the order of what each adds per fen to those before it: spend against reach and value. */
export function drawCurve({ problem }: BuiltProblem, pool: Pool, chosen: readonly string[]): ReachCurve {
  const creators = new Map(pool.candidates.map(({ option, id }) => [option, id]))
  const members = new Set(chosen)
  const open = problem.candidates.filter(({ id }) => members.has(id))
  const missed = new Map(problem.segments.map(({ id }) => [id, 1]))
  const worthOf = ({ size, weight = 1 }: MixProblemInput['segments'][number]) => ({ size, worth: size * weight })
  const gainOf = ({ reach = {}, value = 0 }: (typeof open)[number]) =>
    problem.segments.reduce(
      (sum, segment) => {
        const part = (missed.get(segment.id) ?? 1) * (reach[segment.id] ?? 0)
        const { size, worth } = worthOf(segment)
        return { people: sum.people + size * part, value: sum.value + worth * part }
      },
      { people: 0, value },
    )
  const curve: ReachCurve = []
  let [costFen, people, value] = [0, 0, 0]
  while (open.length > 0) {
    const gains = open.map((candidate, at) => ({ at, candidate, gain: gainOf(candidate) }))
    const [best] = gains.sort(
      (a, b) => b.gain.value / Math.max(1, b.candidate.costFen) - a.gain.value / Math.max(1, a.candidate.costFen) || a.at - b.at,
    )
    if (best === undefined) break
    open.splice(best.at, 1)
    costFen += best.candidate.costFen
    people += best.gain.people
    value += best.gain.value
    for (const [id, p] of Object.entries(best.candidate.reach ?? {})) missed.set(id, (missed.get(id) ?? 1) * (1 - p))
    curve.push({ id: creators.get(best.candidate.id) ?? best.candidate.id, costFen, reach: Math.round(people), value })
  }
  return curve
}
