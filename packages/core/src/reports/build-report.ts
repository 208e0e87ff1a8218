import { judgedCampaign, type Campaign, type FrozenGoal, type SeriesValue } from '../campaigns/index.ts'
import type { Spine } from '../gates/index.ts'
import { chosenPlanSchema, type ChosenPlan } from '../selection/index.ts'
import { tellTarget } from '../planning/index.ts'
import { say, type Localized } from '../shared/index.ts'
import { reportFreedom } from './freedom-record/post-freedom.ts'
import { judgeGuards } from './judge-guards.ts'
import { judgeKpi } from './judge-kpi.ts'
import { measureCosts, reportCost, type ReportedDeliverable } from './measure-costs.ts'
import { METRIC_WORDS, POST_LABELS, readPost, type PostMetric } from './read-observation.ts'
import type { Reported } from './reported.ts'
import type { Report } from './schema.ts'
import { sumReported } from './sum-reported.ts'

/** Everything a report is built from; `now` is a moment in UTC. */
export interface ReportInput {
  readonly campaign: Campaign
  readonly frozen: FrozenGoal | null
  /** Of those really chosen. */
  readonly plan: ChosenPlan | null
  readonly deliverables: readonly ReportedDeliverable[]
  readonly spine: Spine
  /** What the brand counts by day; left out: nothing was brought in. */
  readonly series?: readonly SeriesValue[]
  readonly now: string
}

/** A report whose headline numbers all came through `reported`. */
export type BuiltReport = Report & { readonly numbers: Reported[] }

const GOAL_WORDS: Readonly<Record<'awareness' | 'product', Localized>> = {
  awareness: { en: 'make the brand known in China', zh: '让品牌在中国被知道' },
  product: { en: 'sell one product in China', zh: '在中国推动一款产品的销售' },
}

function tellGoal(goal: Campaign['goal']): Localized {
  if (goal === null) return { en: 'No goal was stated.', zh: '未设定目标。' }
  const targets = goal.kpis.map((kpi) => {
    const { en, zh } = tellTarget(kpi)
    return say(`${en} by ${kpi.deadline}`, `${kpi.deadline} 前${zh}`)
  })
  const parts = [GOAL_WORDS[goal.primary], ...targets]
  return say(`Goal: ${parts.map(({ en }) => en).join('; ')}.`, `目标：${parts.map(({ zh }) => zh).join('；')}。`)
}

function buildPosts({ deliverables, now }: ReportInput): Report['posts'] {
  return deliverables.map((item) => {
    const { deliverable, forecast = null } = item
    const post = { platform: deliverable.platform, observations: item.observations }
    return {
      creatorId: deliverable.creatorId,
      creatorName: deliverable.creatorName,
      platform: deliverable.platform,
      url: deliverable.publishedUrl,
      publishedAt: deliverable.publishedAt,
      forecastP10: forecast?.p10 ?? null,
      forecastP50: forecast?.p50 ?? null,
      forecastP90: forecast?.p90 ?? null,
      views: readPost('views', post, { now, until: null }),
      interactions: readPost('interactions', post, { now, until: null }),
      costFen: reportCost(item, now),
      ...(item.freedom !== undefined && reportFreedom(item.freedom, deliverable)),
    }
  })
}

/** The forecast that was frozen with the goal: a plan made later does not change what was promised. */
function promisedPlan({ frozen, plan }: ReportInput): ChosenPlan | null {
  const kept = chosenPlanSchema.safeParse(frozen?.inputs.plan)
  return kept.success ? kept.data : plan
}

/** Builds the report: every number with source, unit, formula and as-of; unknown stays null with its reason; KPIs judged by the frozen goal. */
export function buildReport(input: ReportInput): BuiltReport {
  const { campaign, frozen, deliverables, spine, series = [], now } = input
  const plan = promisedPlan(input)
  const judgedBy = judgedCampaign(campaign, frozen)
  const { goal } = judgedBy
  const published = deliverables.filter(({ deliverable }) => deliverable.state === 'published')
  const posts = published.map(({ deliverable, observations }) => ({ platform: deliverable.platform, observations }))
  const total = (metric: PostMetric) => {
    const numbers = posts.map((post) => readPost(metric, post, { now, until: null }))
    return sumReported(numbers, { label: POST_LABELS[metric], unit: metric, of: METRIC_WORDS[metric], asOf: now })
  }
  const numbers = [total('views'), total('interactions'), ...measureCosts(published, now)]
  return {
    campaign: campaign.name,
    generatedAt: now,
    goalSentence: tellGoal(goal),
    frozen: frozen === null ? null : { hash: frozen.hash, at: frozen.at },
    numbers,
    kpis: (goal?.kpis ?? []).map((kpi) => judgeKpi(kpi, { frozen, plan, posts, campaign: judgedBy, series, now })),
    guardRails: judgeGuards(goal?.guardRails ?? [], { frozen, numbers, ends: frozen?.inputs.ends ?? campaign.ends, now }),
    posts: buildPosts(input),
    gates: spine.gates.map(({ gate, state, passed, total: subjects }) => ({ gate, state, passed, total: subjects })),
    waivers: spine.gates.flatMap(({ judgements }) =>
      judgements.flatMap(({ waivers }) =>
        waivers.map(({ gate, code, person, role, reason, at }) => ({ gate, code, person, role, reason, at })),
      ),
    ),
  }
}
