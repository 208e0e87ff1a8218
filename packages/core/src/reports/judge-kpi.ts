import type { FrozenGoal, Kpi } from '../campaigns/index.ts'
import type { PlanResult } from '../selection/index.ts'
import { addDays, shanghaiDay } from '../shared/index.ts'
import { POST_LABELS, readPost, type ObservedPost, type PostMetric } from './read-observation.ts'
import { reported, type Reported } from './reported.ts'
import type { Report } from './schema.ts'
import { isWholeSum, sumReported } from './sum-reported.ts'

/** Days after the deadline by which the KPI's number is delivered. */
const DELIVERY_DAYS = { 'T+1': 1, 'T+7': 7, 'T+21': 21, 'day 45': 45 } as const satisfies Record<Kpi['deliveredWhen'], number>

/** The KPIs that this report can measure from the posts themselves; the others come from the brand's own series. */
const FROM_POSTS: readonly string[] = ['views', 'interactions'] satisfies PostMetric[]
const isFromPosts = (name: string): name is PostMetric => FROM_POSTS.includes(name)

function measureKpi({ name, unit, deadline, deliveredWhen, deliveredBy }: Kpi, posts: readonly ObservedPost[], now: string): Reported {
  const label = isFromPosts(name) ? POST_LABELS[name] : { en: name, zh: name }
  if (!isFromPosts(name)) {
    const because = `no series of ${name} was imported; ${deliveredBy} delivers it ${deliveredWhen}`
    return reported({ label, unit, value: null, source: 'none', formula: name, asOf: now, because })
  }
  const until = addDays(deadline, DELIVERY_DAYS[deliveredWhen])
  const numbers = posts.map((post) => readPost(name, post, { now, until }))
  return sumReported(numbers, { label, unit, of: name, asOf: now })
}

/** A partial sum can already reach a target, but never miss it; nothing is missed before its number was due. */
function decideVerdict(kpi: Kpi, actual: Reported, now: string): Report['kpis'][number]['verdict'] {
  if (actual.value === null) return 'unknown'
  if (actual.value >= kpi.target) return 'reached'
  const isDue = shanghaiDay(Date.parse(now)) > addDays(kpi.deadline, DELIVERY_DAYS[kpi.deliveredWhen])
  return isDue && isWholeSum(actual) ? 'missed' : 'unknown'
}

/** What a KPI is judged with. `frozen` null: nothing was frozen, so there is no rule to judge by. */
export interface KpiCase {
  readonly frozen: Pick<FrozenGoal, 'hash' | 'at'> | null
  readonly plan: PlanResult | null
  readonly posts: readonly ObservedPost[]
  readonly now: string
}

/** Judges one KPI by its frozen target; without a freeze the verdict is unknown. */
export function judgeKpi(kpi: Kpi, { frozen, plan, posts, now }: KpiCase): Report['kpis'][number] {
  const forecast = plan?.kpis.find(({ name }) => name === kpi.name)
  const actual = measureKpi(kpi, posts, now)
  const target = reported({
    label: { en: `Target: ${kpi.name}`, zh: `目标:${kpi.name}` },
    value: kpi.target,
    unit: kpi.unit,
    source: frozen === null ? 'campaign, not frozen' : `frozen goal ${frozen.hash.slice(0, 12)}`,
    formula: kpi.definition.trim() === '' ? kpi.name : kpi.definition,
    asOf: frozen?.at ?? now,
  })
  return {
    name: kpi.name,
    unit: kpi.unit,
    target,
    p10: forecast?.p10 ?? null,
    p50: forecast?.p50 ?? null,
    p90: forecast?.p90 ?? null,
    actual,
    verdict: frozen === null ? 'unknown' : decideVerdict(kpi, actual, now),
  }
}
