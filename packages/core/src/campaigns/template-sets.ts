import { PLATFORMS, type Language, type Localized, type Platform } from '../shared/index.ts'
import { findLimit, GUARDS } from './guard-table.ts'
import { STAGES, type Campaign, type Goal, type GuardRail, type Kpi } from './schema.ts'

interface TemplateRow {
  readonly kpis: readonly Kpi['name'][]
  readonly guards: readonly GuardRail['metric'][]
  readonly source: Localized
}

/** sekkeistudio.com/blog/kol-marketing-mistakes, read 2026-11-27: which goal and KPIs a brand of each stage sets itself. */
const SEED: Localized = {
  en: 'Sekkei Studio, KOL Marketing: 5 Mistakes to Avoid in China',
  zh: 'Sekkei Studio《KOL Marketing: 5 Mistakes to Avoid in China》',
}
const OWN: Localized = { en: '[A] our assumption', zh: '[A] 经验假设' }

/** By goal and stage: what is counted on every platform. */
const BY_GOAL = {
  awareness: {
    new: { kpis: ['interactions', 'newFollowers'], guards: ['cpe', 'cpm', 'positiveShare'], source: SEED },
    established: { kpis: ['interactions', 'newFollowers', 'searchIndex'], guards: ['cpe', 'cpm', 'positiveShare'], source: OWN },
  },
  product: {
    new: { kpis: ['interactions', 'mentions', 'sales'], guards: ['refundShare', 'roi', 'positiveShare'], source: OWN },
    established: { kpis: ['mentions', 'sales'], guards: ['refundShare', 'roi'], source: SEED },
  },
} as const satisfies Record<Goal['primary'], Record<Campaign['stage'], TemplateRow>>

/** What a platform adds to the set of every goal, because it is what people there do or what it reports [A]. */
const BY_PLATFORM = {
  weibo: { kpis: ['mentions'], guards: [], source: { en: '[A] topics and reposts carry a name there', zh: '[A] 微博以话题与转发传播' } },
  wechat_oa: { kpis: ['views'], guards: ['cpv'], source: { en: '[A] reads are what an article is bought by', zh: '[A] 公众号按阅读计价' } },
  wechat_channels: { kpis: ['views'], guards: [], source: OWN },
  xiaohongshu: {
    kpis: [],
    guards: ['cpv'],
    source: { en: '[A] saves and comments show 种草 better than reads', zh: '[A] 收藏与评论比阅读更能体现种草' },
  },
  douyin: { kpis: ['views'], guards: ['cpm'], source: { en: '[A] Xingtu 星图 prices by expected plays', zh: '[A] 星图按预期播放定价' } },
  kuaishou: { kpis: ['views'], guards: ['cpm'], source: OWN },
  bilibili: { kpis: ['views'], guards: [], source: OWN },
  zhihu: { kpis: ['searchIndex'], guards: [], source: { en: '[A] answers are found by search for years', zh: '[A] 回答长期被搜索' } },
  taobao_live: { kpis: ['sales'], guards: ['refundShare'], source: { en: '[A] a live room sells', zh: '[A] 直播间以成交为准' } },
  tmall: { kpis: ['sales'], guards: ['refundShare'], source: OWN },
} as const satisfies Record<Platform, TemplateRow>

/** A set of KPIs and guard-rails as the goal form offers it. `platform` null: for all platforms of a campaign. */
export interface TemplateSet {
  readonly id: string
  readonly primary: Goal['primary']
  readonly stage: Campaign['stage']
  readonly platform: Platform | null
  readonly kpis: readonly Kpi['name'][]
  readonly guards: readonly GuardRail['metric'][]
  readonly source: readonly Localized[]
}

const PRIMARIES = ['awareness', 'product'] as const
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** A view costs some twenty times more on one platform than on another: one limit for several would contradict that of any of them. */
const BY_ONE_PLATFORM: readonly GuardRail['metric'][] = ['cpm', 'cpv']

function makeSet(primary: Goal['primary'], stage: Campaign['stage'], platform: Platform | null): TemplateSet {
  const base: TemplateRow = BY_GOAL[primary][stage]
  const added: TemplateRow = platform === null ? { kpis: [], guards: [], source: base.source } : BY_PLATFORM[platform]
  return {
    id: `${primary}.${stage}.${platform ?? 'all'}`,
    primary,
    stage,
    platform,
    kpis: unique([...base.kpis, ...added.kpis]),
    guards: unique([...base.guards, ...added.guards]).filter((metric) => platform !== null || !BY_ONE_PLATFORM.includes(metric)),
    source: unique([base.source, added.source]),
  }
}

/** Every template set: goal × stage × platform, and one per goal and stage for any mix of platforms. */
export const TEMPLATE_SETS: readonly TemplateSet[] = PRIMARIES.flatMap((primary) =>
  STAGES.flatMap((stage) => [null, ...PLATFORMS].map((platform) => makeSet(primary, stage, platform))),
)

/** The sets that fit a campaign: the general one first, then one for each of its platforms. */
export function listTemplateSets({
  primary,
  stage,
  platforms,
}: { primary: Goal['primary'] } & Pick<Campaign, 'stage' | 'platforms'>): TemplateSet[] {
  const isWanted = (set: TemplateSet) => set.platform === null || platforms.includes(set.platform)
  return TEMPLATE_SETS.filter((set) => set.primary === primary && set.stage === stage && isWanted(set))
}

/** The guard-rails of a set with the limits known for its platform; one without a known limit is left out, since nobody would keep it. */
export function guardsOfSet({ guards, platform }: Pick<TemplateSet, 'guards' | 'platform'>, language: Language): GuardRail[] {
  return guards.flatMap((metric) => {
    const limit = findLimit(metric, platform)
    const { bound, unit, from } = GUARDS[metric]
    if (limit === null) return []
    const who =
      from === 'shop'
        ? { en: 'brand, from its shop', zh: '品牌方店铺数据' }
        : { en: 'creator, from the platform’s back end', zh: '达人，平台后台数据' }
    const deliveredWhen = from === 'shop' ? ('day 45' as const) : ('T+7' as const)
    return [{ metric, bound, value: limit.value, unit, source: limit.source[language], deliveredBy: who[language], deliveredWhen }]
  })
}
