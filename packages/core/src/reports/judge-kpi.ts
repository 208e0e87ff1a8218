import {
  formulaOf,
  KPI_TEMPLATES,
  measureKpiBySeries,
  SERIES_METRICS,
  seriesOfKpi,
  type Campaign,
  type FrozenGoal,
  type Kpi,
  type SeriesValue,
} from '../campaigns/index.ts'
import { KPI_NAMES } from '../planning/index.ts'
import type { ChosenPlan } from '../selection/index.ts'
import { addDays, say, shanghaiDay, type Localized } from '../shared/index.ts'
import { METRIC_WORDS, POST_LABELS, readPost, type ObservedPost, type PostMetric } from './read-observation.ts'
import { NO_SOURCE, reported, type Reported } from './reported.ts'
import type { Report } from './schema.ts'
import { isWholeSum, sumReported } from './sum-reported.ts'

/** Days after the deadline by which the KPI's number is delivered. */
const DELIVERY_DAYS = { 'T+1': 1, 'T+7': 7, 'T+21': 21, 'day 45': 45 } as const satisfies Record<Kpi['deliveredWhen'], number>

/** The KPIs that this report can measure from the posts themselves; the others come from the brand's own series. */
const FROM_POSTS: readonly string[] = ['views', 'interactions'] satisfies PostMetric[]
const isFromPosts = (name: string): name is PostMetric => FROM_POSTS.includes(name)

/** What the templates wrote is known in both languages; what a person wrote is shown as it was written. */
function translate(text: string): Localized {
  const known = KPI_TEMPLATES.flatMap(({ definition, deliveredBy }) => [definition, deliveredBy])
  return known.find(({ en, zh }) => text === en || text === zh) ?? say(text, text)
}

function measureBySeries(kpi: Kpi, { campaign, series, now }: KpiCase): Reported | null {
  const measured = measureKpiBySeries(kpi, campaign, series)
  if (measured === null) return null
  const { value, sources, lastDay, because } = measured
  const [platform] = campaign.platforms
  const formula = platform === undefined ? KPI_NAMES[kpi.name] : formulaOf(kpi, platform)
  const source = value === null ? NO_SOURCE : say(sources.join('; '), sources.join('；'))
  return reported({ label: KPI_NAMES[kpi.name], unit: kpi.unit, value, source, formula, asOf: lastDay ?? now, because })
}

function measureKpi(kpi: Kpi, context: KpiCase): Reported {
  const { name, unit, deadline, deliveredWhen, deliveredBy } = kpi
  const { posts, now } = context
  if (!isFromPosts(name)) {
    const bySeries = measureBySeries(kpi, context)
    if (bySeries !== null) return bySeries
    const label = KPI_NAMES[name]
    const who = translate(deliveredBy)
    const because = say(
      `no series of ${label.en} was imported; ${who.en} delivers it ${deliveredWhen}`,
      `尚未导入${label.zh}的数据；由「${who.zh}」于 ${deliveredWhen === 'day 45' ? '第 45 天' : deliveredWhen} 提供`,
    )
    return reported({ label, unit, value: null, source: NO_SOURCE, formula: label, asOf: now, because })
  }
  const until = addDays(deadline, DELIVERY_DAYS[deliveredWhen])
  const numbers = posts.map((post) => readPost(name, post, { now, until }))
  return sumReported(numbers, { label: POST_LABELS[name], unit, of: METRIC_WORDS[name], asOf: now })
}

/** Whether a part of the number can only grow to the whole: posts and flows do, a stock and a mean may fall again. */
function onlyGrows({ name }: Kpi): boolean {
  const metric = seriesOfKpi(name)
  return metric === null || SERIES_METRICS[metric].kind === 'flow'
}

/** A partial sum can already reach a target, but never miss it; nothing is missed before its number was due. */
function decideVerdict(kpi: Kpi, actual: Reported, now: string): Report['kpis'][number]['verdict'] {
  if (actual.value === null) return 'unknown'
  if (actual.value >= kpi.target) return onlyGrows(kpi) || isWholeSum(actual) ? 'reached' : 'unknown'
  const isDue = shanghaiDay(Date.parse(now)) > addDays(kpi.deadline, DELIVERY_DAYS[kpi.deliveredWhen])
  return isDue && isWholeSum(actual) ? 'missed' : 'unknown'
}

/** What a KPI is judged with. `frozen` null: nothing was frozen, so there is no rule to judge by. */
export interface KpiCase {
  readonly frozen: Pick<FrozenGoal, 'hash' | 'at'> | null
  readonly plan: ChosenPlan | null
  readonly posts: readonly ObservedPost[]
  readonly campaign: Pick<Campaign, 'brand' | 'product' | 'starts' | 'platforms'>
  /** What the brand counts by day. */
  readonly series: readonly SeriesValue[]
  readonly now: string
}

/** Judges one KPI by its frozen target; without a freeze the verdict is unknown. */
export function judgeKpi(kpi: Kpi, context: KpiCase): Report['kpis'][number] {
  const { frozen, plan, now } = context
  const forecast = plan?.kpis.find(({ name }) => name === kpi.name)
  const actual = measureKpi(kpi, context)
  const name = KPI_NAMES[kpi.name]
  const target = reported({
    label: say(`Target: ${name.en}`, `目标：${name.zh}`),
    value: kpi.target,
    unit: kpi.unit,
    source:
      frozen === null
        ? say('campaign, not frozen', '项目设置，未冻结')
        : say(`frozen goal ${frozen.hash.slice(0, 12)}`, `已冻结目标 ${frozen.hash.slice(0, 12)}`),
    formula: kpi.definition.trim() === '' ? name : translate(kpi.definition),
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
