import type { Localized } from '../shared/index.ts'
import type { Campaign, Kpi } from './schema.ts'
import { SERIES_NAMES, type SeriesMetricName } from './series-schema.ts'

/** The brand-side series: what the brand itself counts by day, and the KPI that each one measures. */
export const SERIES_METRICS = {
  followers: {
    kpi: 'newFollowers',
    /** A stock stands at a height and is judged by its change; a flow is added up; a level is averaged. */
    kind: 'stock',
    unit: 'followers',
    name: { en: 'Followers of the brand’s accounts', zh: '品牌账号粉丝数' },
    source: { en: 'the account’s own back end', zh: '账号后台' },
  },
  mentions: {
    kpi: 'mentions',
    kind: 'flow',
    unit: 'posts',
    name: { en: 'Mentions by day', zh: '每日提及量' },
    source: { en: 'a listening tool or the platform’s search', zh: '舆情工具或站内搜索' },
  },
  searchIndex: {
    kpi: 'searchIndex',
    kind: 'level',
    unit: 'index points',
    name: { en: 'Search index by day', zh: '每日搜索指数' },
    source: { en: 'Baidu Index 百度指数, WeChat Index 微信指数, Douyin 算数', zh: '百度指数、微信指数、巨量算数' },
  },
  sales: {
    kpi: 'sales',
    kind: 'flow',
    unit: 'CNY',
    name: { en: 'Sales of the product by day, net of refunds', zh: '单品每日销售额（扣除退款）' },
    source: { en: 'the shop’s back end', zh: '店铺后台' },
  },
} as const satisfies Record<
  SeriesMetricName,
  {
    readonly kpi: Kpi['name']
    readonly kind: 'stock' | 'flow' | 'level'
    readonly unit: string
    readonly name: Localized
    readonly source: Localized
  }
>

/** The series that measures a KPI; null for what only the posts themselves can say. */
export function seriesOfKpi(name: Kpi['name']): SeriesMetricName | null {
  return SERIES_NAMES.find((metric) => SERIES_METRICS[metric].kpi === name) ?? null
}

/** Whose numbers measure a KPI: as the KPI says, else the brand's, and for mentions and sales the product's, under its bare name too. */
export function subjectsOfKpi(kpi: Pick<Kpi, 'name' | 'subjects'>, { brand, product }: Pick<Campaign, 'brand' | 'product'>): string[] {
  if (kpi.subjects && kpi.subjects.length > 0) return [...kpi.subjects]
  const ofBrand = [`brand:${brand}`, brand]
  const ofProduct = product.name === '' ? [] : [`product:${product.name}`, product.name]
  if (kpi.name === 'sales') return [...ofProduct, 'shop']
  return kpi.name === 'mentions' ? [...ofBrand, ...ofProduct] : ofBrand
}

/** Whose days of a series the campaign reads, the first first: those its KPI names, else those every KPI of that kind reads. */
export function subjectsOfSeries(
  metric: SeriesMetricName,
  { brand, product, goal }: Pick<Campaign, 'brand' | 'product' | 'goal'>,
): string[] {
  const { kpi: name } = SERIES_METRICS[metric]
  const subjects = (goal?.kpis ?? []).find((kpi) => kpi.name === name)?.subjects ?? null
  return subjectsOfKpi({ name, subjects }, { brand, product })
}

/** The series that the KPIs of a goal need, in their order; days of any other are read by nothing yet. */
export function seriesNeeded({ goal }: Pick<Campaign, 'goal'>): SeriesMetricName[] {
  return (goal?.kpis ?? []).flatMap(({ name }) => seriesOfKpi(name) ?? [])
}
