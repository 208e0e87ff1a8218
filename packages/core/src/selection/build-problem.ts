import type { Campaign, MixRule } from '../campaigns/index.ts'
import type { MixProblemInput } from '../planning/index.ts'
import { formatExact, formatFen, formatShare, say, type Localized } from '../shared/index.ts'
import { ASSUMPTIONS } from './assumption-table.ts'
import { reachOf, toMixSegments, type AudienceSegment } from './audience-segments.ts'
import { MOST_OF_ONE_MCN } from './conflicts/conflict-table.ts'
import { mcnConstraints, mcnGroup } from './conflicts/mcn-cap.ts'
import type { PlanCandidate, Pool } from './list-candidates.ts'

/** Points for reaching one KPI target by forecast: makes people, views and interactions addable. */
const POINTS = 1000

/** The mix problem of a campaign, and the sentences that say what went into it. */
export interface BuiltProblem {
  readonly problem: MixProblemInput
  readonly because: readonly Localized[]
}

/** Value: 1,000 points per KPI target by forecast (views, interactions), and for de-duplicated reach of the audience. */
export function buildProblem(campaign: Campaign, pool: Pool, segments: readonly AudienceSegment[]): BuiltProblem {
  const targetOf = (name: string) => campaign.goal?.kpis.find((kpi) => kpi.name === name)?.target ?? null
  const [views, interactions] = [targetOf('views'), targetOf('interactions')]
  const audience = segments.reduce((sum, { size }) => sum + size, 0)
  const candidates = pool.candidates.map((candidate) => ({
    id: candidate.option,
    creator: candidate.option === candidate.id ? null : candidate.id,
    costFen: candidate.costFen + candidate.feeRoomFen,
    reach: expectReach(candidate, { segments, lent: pool.lent }),
    value: candidate.pAccepts.p * (scorePart(candidate.views.p50, views) + scorePart(candidate.interactions?.p50 ?? 0, interactions)),
    groups: [
      ...(candidate.type.value === null ? [] : [candidate.type.value]),
      ...(isBig(candidate.type.value) ? [BIG] : []),
      candidate.account.platform,
      ...mcnGroup(candidate.account),
      ...candidate.account.categories.map(categoryGroup),
    ],
    conflicts: listApart(campaign, candidate.id),
    ...expectKpis(campaign, candidate),
  }))
  const problem: MixProblemInput = {
    ...limitsOf(campaign, candidates),
    ...demandsOf(campaign),
    segments: toMixSegments(segments, POINTS / Math.max(1, targetOf('reach') ?? audience)),
    candidates,
    mustHave: campaign.mustHave,
    // Creators the campaign rules out are no candidates; a must-have among them clashes by its absence.
    never: [],
    seed: campaign.seed,
  }
  return {
    problem,
    because: [
      ...explainValue({ views, interactions, reach: targetOf('reach') }),
      ...explainLean(campaign),
      ...explainCaps(problem),
      ...explainStrangers(campaign, pool),
    ],
  }
}

/** What each brings of the KPIs that the campaign demands, and how far that scatters; nothing is added where nothing is demanded. */
function expectKpis({ constraints }: Campaign, { views, interactions, pAccepts }: PlanCandidate) {
  if (constraints?.minimum == null && constraints?.chance == null) return {}
  // Between P10 and P90 lie 2.563 standard deviations.
  const sd = views.p10 > 0 ? Math.min(5, Math.log(views.p90 / views.p10) / 2.563) : undefined
  // Unknown interactions bring nothing here, and the reasons name whose they are.
  return { kpis: { views: pAccepts.p * views.p50, interactions: pAccepts.p * (interactions?.p50 ?? 0) }, sd }
}

function demandsOf({ constraints }: Campaign): Pick<MixProblemInput, 'minimum' | 'chance'> {
  const { minimum, chance } = constraints ?? {}
  return {
    minimum: minimum == null ? null : { kpis: minimum },
    chance: chance == null ? null : { ...chance, draws: ASSUMPTIONS.draws },
  }
}

// Answers are independent, so the expected reach of a mix is that of its shares times the chance of each yes.
function expectReach({ account, views, pAccepts }: PlanCandidate, audiences: Parameters<typeof reachOf>[2]): Record<string, number> {
  const reach = reachOf(account, views.p50, audiences)
  return Object.fromEntries(Object.entries(reach).map(([id, share]) => [id, share * pAccepts.p]))
}

const scorePart = (amount: number, target: number | null) => (target === null ? 0 : (POINTS * amount) / target)

const toConstraint = ({ type, minCount, maxCount, minShare, maxShare }: MixRule) => ({
  group: type,
  minCount,
  maxCount,
  minShare,
  maxShare,
})

/** Group of the creators who write about something. */
const categoryGroup = (category: string) => `category ${category}`

const listApart = ({ constraints }: Campaign, id: string): string[] =>
  (constraints?.apart ?? []).flatMap((pair) => (pair.includes(id) ? pair.filter((other) => other !== id) : []))

function toFurther({ constraints }: Campaign): NonNullable<MixProblemInput['constraints']> {
  const { platforms, categories } = constraints ?? {}
  return [
    ...(platforms ?? []).map(({ platform, ...limits }) => ({ group: platform, ...limits })),
    ...(categories ?? []).map(({ category, ...limits }) => ({ group: categoryGroup(category), ...limits })),
  ]
}

/** Group of celebrities and KOLs together, for the lean to micro. */
const BIG = 'celebrity or kol'

const isBig = (type: string | null) => type === 'celebrity' || type === 'kol'

/** A small budget without a stated mix leans to micro KOLs: at most half of it goes to the big names. */
const leansToMicro = ({ mix, budgetFen }: Campaign) => mix.length === 0 && budgetFen <= ASSUMPTIONS.smallBudgetFen

function limitsOf(campaign: Campaign, candidates: MixProblemInput['candidates']): Pick<MixProblemInput, 'budgetFen' | 'constraints'> {
  const lean = leansToMicro(campaign) ? [{ group: BIG, maxShare: ASSUMPTIONS.largestShareForBig }] : []
  return {
    budgetFen: campaign.budgetFen,
    constraints: [...campaign.mix.map(toConstraint), ...toFurther(campaign), ...lean, ...mcnConstraints(listDearest(candidates), campaign)],
  }
}

/** Each creator once, by the dearest option: what all of a house could cost. */
function listDearest(candidates: MixProblemInput['candidates']): MixProblemInput['candidates'] {
  const dearest = new Map<string, MixProblemInput['candidates'][number]>()
  for (const candidate of candidates) {
    const id = candidate.creator ?? candidate.id
    if ((dearest.get(id)?.costFen ?? -1) < candidate.costFen) dearest.set(id, { ...candidate, id })
  }
  return [...dearest.values()]
}

/** The same problem for another budget; creators and their reach stay as they were worked out. */
export function withBudget({ problem }: BuiltProblem, campaign: Campaign): MixProblemInput {
  return { ...problem, ...limitsOf(campaign, problem.candidates) }
}

function explainLean(campaign: Campaign): Localized[] {
  if (!leansToMicro(campaign)) return []
  return [
    say(
      `The budget of ${formatFen(campaign.budgetFen, 'en')} is small and the campaign states no mix: the plan leans to micro KOLs, who interact more for less; celebrities and KOLs get at most half of it [A].`,
      `预算 ${formatFen(campaign.budgetFen, 'zh')} 较小且未设定组合：方案偏向腰部/初级达人，互动成本更低；明星与头部/肩部 KOL 合计最多占一半 [A]。`,
    ),
  ]
}

function explainCaps({ constraints = [] }: MixProblemInput): Localized[] {
  const houses = constraints.filter(({ group }) => group.startsWith('mcn ')).map(({ group }) => group.slice('mcn '.length))
  if (houses.length === 0) return []
  return [
    say(
      `No MCN may take more than ${formatShare(MOST_OF_ONE_MCN, 'en')} of the budget, or its dearest creator or must-haves alone if those cost more [A]: ${houses.join(', ')}.`,
      `同一 MCN 至多占预算 ${formatShare(MOST_OF_ONE_MCN, 'zh')}；若其单个最贵达人或必选达人更贵，则以其为限 [A]：${houses.join('、')}。`,
    ),
  ]
}

function explainStrangers({ constraints }: Campaign, { candidates, left }: Pool): Localized[] {
  const known = new Set([...candidates, ...left].map(({ id }) => id))
  const strangers = [...new Set((constraints?.apart ?? []).flat())].filter((id) => !known.has(id))
  if (strangers.length === 0) return []
  return [
    say(
      `Among the creators weighed nobody is ${strangers.join(', ')}: keeping them apart changes nothing; check the ids under "apart".`,
      `参与测算的达人中没有「${strangers.join('、')}」：「不同时选用」对其不起作用，请核对 apart 中的 ID。`,
    ),
  ]
}

function explainValue({ views, interactions, reach }: Record<'views' | 'interactions' | 'reach', number | null>): Localized[] {
  const parts = [
    ...(views === null ? [] : [say('the views target', '阅读/播放目标')]),
    ...(interactions === null ? [] : [say('the interactions target', '互动量目标')]),
    reach === null ? say('reaching the whole audience', '触达全部目标人群') : say('the reach target', '触达人数目标'),
  ]
  const points = formatExact(POINTS)
  return [
    say(
      `Value counts ${points} points for each of: ${parts.map(({ en }) => en).join(', ')}; middle forecasts (P50) go in, so that no lucky post is bought.`,
      `价值按每项 ${points} 分计：${parts.map(({ zh }) => zh).join('、')}；采用预估中位数（P50），不为偶然爆款买单。`,
    ),
    say(
      `Reach assumes ${ASSUMPTIONS.uniquePerView} different people per view and audiences that overlap ${ASSUMPTIONS.duplication} times as often as by chance inside a segment [A].`,
      `触达假设：每次播放/阅读对应 ${ASSUMPTIONS.uniquePerView} 位不同的人，同一人群内各达人受众重叠为随机水平的 ${ASSUMPTIONS.duplication} 倍 [A]。`,
    ),
    say(
      'Each creator counts with the chance of a yes; ranges hold those who may decline.',
      '每位达人按接受邀约的概率计入；区间已包含可能婉拒的情况。',
    ),
  ]
}
