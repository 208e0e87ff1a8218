import type { Campaign, Kpi } from '../campaigns/index.ts'
import { drawEvents, drawSales, type DrawnEvents, type MissingRate } from '../planning/index.ts'
import { formatExact, say, type Localized } from '../shared/index.ts'

/** KPIs that views bring at the brand, not at the posts: how each is drawn from views. */
const BROUGHT = {
  newFollowers: (views, question) => drawEvents('newFollowers', views, question),
  mentions: (views, question) => drawEvents('mentions', views, question),
  sales: drawSales,
} as const satisfies Partial<Record<Kpi['name'], typeof drawSales>>
type BroughtKpi = keyof typeof BROUGHT

const NO_INDEX = say('nothing held says how far views move a search index.', '没有数据说明播放/阅读对搜索指数的影响。')

const isBrought = (name: Kpi['name']): name is BroughtKpi => Object.hasOwn(BROUGHT, name)

/** The KPIs of a goal that views bring. */
export const listBroughtKpis = ({ goal }: Pick<Campaign, 'goal'>): (Kpi & { readonly name: BroughtKpi })[] =>
  (goal?.kpis ?? []).flatMap((kpi) => (isBrought(kpi.name) ? [{ ...kpi, name: kpi.name }] : []))

/**
 * Draws of one of them beside draws of the mix's views, as the KPI is counted: what would come anyway (its baseline) is in it.
 * Without a baseline only what the campaign itself brings, which is said.
 */
export function drawKpi(kpi: Kpi & { readonly name: BroughtKpi }, views: Float64Array, campaign: Campaign): DrawnEvents | MissingRate {
  const drawn = BROUGHT[kpi.name](views, { held: campaign, seed: campaign.seed })
  if ('missing' in drawn) return drawn
  const { baseline } = kpi
  if (baseline === null) return { ...drawn, because: [...drawn.because, NO_BASELINE] }
  return {
    ...drawn,
    draws: drawn.draws.map((count) => count + baseline),
    because: [...drawn.because, ...(baseline === 0 ? [] : [tellBaseline(baseline)])],
  }
}

const NO_BASELINE = say(
  'Its baseline is unknown: the range holds only what the campaign itself brings.',
  '基线未知：区间仅含本项目带来的部分。',
)

const tellBaseline = (baseline: number) =>
  say(`The baseline of ${formatExact(baseline)} is in the range.`, `区间已包含基线 ${formatExact(baseline)}。`)

/** KPIs of the goal that cannot be forecast, each with the input that is missing. */
export function listUnforecast(campaign: Campaign): { readonly name: Kpi['name']; readonly missing: Localized }[] {
  const none = new Float64Array(1)
  const brought = listBroughtKpis(campaign).flatMap((kpi) => {
    const drawn = drawKpi(kpi, none, campaign)
    return 'missing' in drawn ? [{ name: kpi.name, missing: drawn.missing }] : []
  })
  const index = (campaign.goal?.kpis ?? []).filter(({ name }) => name === 'searchIndex').map(({ name }) => ({ name, missing: NO_INDEX }))
  return [...brought, ...index]
}
