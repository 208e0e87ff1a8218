import { nameGuard } from '@kolibra/core/campaigns'
import { nameKpi } from '@kolibra/core/planning'
import type { Alternative, PlanResult, ShortPlan, TierCost } from '@kolibra/core/selection'
import {
  formatCount,
  formatExact,
  formatFen,
  formatShare,
  nameZh,
  say,
  TYPE_NAMES_ZH,
  type Language,
  type Localized,
} from '@kolibra/core/shared'
import type { PlanVoice } from './plan-voice.ts'
import { renderTable } from './render-table.ts'

const WORDS = {
  tier: say('type', '类型'),
  count: say('creators', '人数'),
  cost: say('cost', '费用'),
  share: say('of the cost', '费用占比'),
  views: say('views P50 (P10–P90), a no counted in', '播放/阅读 P50（P10–P90），已计入可能婉拒'),
  unknown: say('unknown', '未知'),
  role: say('role', '作用'),
  next: say('steps in', '候补'),
  yes: say('says yes', '接受概率'),
  pair: say('share an audience', '受众重叠'),
  overlap: say('of the smaller audience', '占较小受众'),
  bounds: say('possible', '可能范围'),
  joins: say('joins', '新增'),
  leaves: say('leaves', '减少'),
} as const

/** Pairs that share most of their audience: the whole map is for the page. */
const MOST_PAIRS = 5

const right = { align: 'right' } as const

const ALTERNATIVE_NAMES: Readonly<Record<Alternative['kind'], Localized>> = {
  cheapestForTarget: say('Cheapest that reaches the target', '达成目标的最低费用方案'),
  mostRobust: say('Most robust', '最稳健方案'),
  mostOwnVoice: say('Most in the creators’ own voice', '最能保留达人表达的方案'),
}

const title = (words: Localized, language: Language) => `\n${words[language]}\n`

/** Cost per tier, reach as a range, pairs that overlap most, reserve per role, a tenth more or less, the three alternatives. */
export function renderPlanParts(plan: PlanResult, voice: PlanVoice): string {
  const { language } = voice
  const reach = plan.reach === undefined ? '' : `  ${plan.reach.because[language]}\n`
  return [
    renderTiers(plan, voice),
    reach === '' ? '' : title(say('Reach', '触达'), language) + reach,
    renderPairs(plan, voice),
    renderReserve(plan, voice),
    renderChanges(plan, voice),
    renderAlternatives(plan, voice),
  ].join('')
}

function renderTiers({ costByTier = [] }: PlanResult, { language }: PlanVoice): string {
  if (costByTier.length === 0) return ''
  const word = (name: keyof typeof WORDS) => WORDS[name][language]
  const rows = costByTier.map(({ type, count, costFen, share, perThousandViewsFen, ...range }) => [
    nameType(type, language),
    formatExact(count),
    formatFen(costFen, language),
    formatShare(share, language),
    tellViews(range, language),
    perThousandViewsFen === null ? word('unknown') : formatFen(perThousandViewsFen, language),
  ])
  const columns = [
    { title: word('tier') },
    ...(['count', 'cost', 'share', 'views'] as const).map((name) => ({ title: word(name), ...right })),
    { title: nameGuard('cpm', 'forecast')[language], ...right },
  ]
  return title(say('Cost per type', '各类型费用'), language) + renderTable(columns, rows)
}

// Half a chance of a yes makes a middle of nil: only the range beside it says what that means.
function tellViews({ views, viewsP10, viewsP90 }: Pick<TierCost, 'views' | 'viewsP10' | 'viewsP90'>, language: Language): string {
  if (views === null) return WORDS.unknown[language]
  const [low, middle, high] = [viewsP10, views, viewsP90].map((count) => (count === undefined ? null : formatCount(count, language)))
  return low === null || high === null ? String(middle) : `${middle} (${low}–${high})`
}

function nameType(type: string | null, language: Language): string {
  if (type === null) return WORDS.unknown[language]
  return language === 'zh' ? nameZh(TYPE_NAMES_ZH, type) : type
}

function renderPairs({ overlap }: PlanResult, { nameOf, language }: PlanVoice): string {
  if (overlap === undefined || overlap.ids.length < 2) return ''
  const { ids, shares, low, high } = overlap
  const at = (table: readonly (readonly (number | null)[])[], a: number, b: number) => table[a]?.[b] ?? 0
  const pairs = ids
    .flatMap((_, a) => ids.slice(a + 1).map((__, offset) => ({ a, b: a + 1 + offset })))
    // Of two audiences of which one is not known nobody can say what they share.
    .flatMap((pair) => ((shares[pair.a]?.[pair.b] ?? null) === null ? [] : [{ ...pair, share: at(shares, pair.a, pair.b) }]))
    .sort((x, y) => y.share - x.share || x.a - y.a || x.b - y.b)
    .slice(0, MOST_PAIRS)
  const rows = pairs.map(({ a, b, share }) => [
    `${nameOf(ids[a] ?? '')} + ${nameOf(ids[b] ?? '')}`,
    formatShare(share, language),
    `${formatShare(at(low, a, b), language)}–${formatShare(at(high, a, b), language)}`,
  ])
  if (rows.length === 0) return ''
  const columns = [
    { title: WORDS.pair[language] },
    { title: WORDS.overlap[language], ...right },
    { title: WORDS.bounds[language], ...right },
  ]
  return title(say('Overlap, the largest', '受众重叠最高'), language) + renderTable(columns, rows)
}

function renderReserve({ reserveByRole = [] }: PlanResult, { nameOf, language }: PlanVoice): string {
  const rows = reserveByRole.flatMap(({ role, ranked }) =>
    ranked.map(({ id, costFen, pAccepts }, index) => [
      index === 0 ? role[language] : '',
      `${formatExact(index + 1)} ${nameOf(id)}`,
      formatFen(costFen, language),
      formatShare(pAccepts.p, language),
    ]),
  )
  if (rows.length === 0) return ''
  const columns = [
    { title: WORDS.role[language] },
    { title: WORDS.next[language] },
    { title: WORDS.cost[language], ...right },
    { title: WORDS.yes[language], ...right },
  ]
  return title(say('Reserve per role', '各作用候补'), language) + renderTable(columns, rows)
}

function renderChanges({ sensitivity = [] }: PlanResult, voice: PlanVoice): string {
  if (sensitivity.length === 0) return ''
  const lines = sensitivity.map(({ because, plan }) => `  ${because[voice.language]}\n${tellMoves(plan, voice)}`)
  return title(say('A tenth of the budget', '预算增减一成'), voice.language) + lines.join('')
}

function renderAlternatives({ alternatives = [] }: PlanResult, voice: PlanVoice): string {
  if (alternatives.length === 0) return ''
  const { language } = voice
  const lines = alternatives.map(({ kind, plan, because }) => {
    const money = plan === null ? '' : `  ${formatFen(plan.costFen, language)}`
    return `  ${ALTERNATIVE_NAMES[kind][language]}${money}\n    ${because[language]}\n${tellKpis(plan, language)}${tellMoves(plan, voice)}`
  })
  return title(say('Alternatives', '备选方案'), language) + lines.join('')
}

function tellKpis(plan: ShortPlan | null, language: Language): string {
  const told = (plan?.kpis ?? []).map(({ name, p10, p90 }) => {
    const range = `${formatCount(p10, language)}–${formatCount(p90, language)}`
    return `${nameKpi(name)[language]} ${range}`
  })
  return told.length === 0 ? '' : `    ${told.join(language === 'zh' ? '，' : ', ')}\n`
}

function tellMoves(plan: ShortPlan | null, { nameOf, language }: PlanVoice): string {
  if (plan === null) return ''
  const tell = (words: Localized, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`${words[language]}${language === 'zh' ? '：' : ': '}${ids.map(nameOf).join(language === 'zh' ? '、' : ', ')}`]
  const parts = [...tell(WORDS.joins, plan.joins), ...tell(WORDS.leaves, plan.leaves)]
  return parts.length === 0 ? '' : `    ${parts.join(language === 'zh' ? '；' : '; ')}\n`
}
