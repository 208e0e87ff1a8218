import type { Campaign, Goal, Kpi } from './schema.ts'

/** What Chinese sentences call the KPIs. */
export const KPI_NAMES_ZH = {
  views: '阅读/播放',
  reach: '触达人数',
  interactions: '互动量',
  newFollowers: '新增粉丝',
  mentions: '提及量',
  searchIndex: '搜索指数',
  sales: '销售额',
} as const satisfies Record<Kpi['name'], string>

/** The measure word behind a KPI's number; units are free text, so one may be missing. */
export const UNIT_NAMES_ZH = {
  views: '次',
  people: '人',
  interactions: '次',
  followers: '人',
  posts: '篇',
  'index points': '点',
  CNY: '元',
} as const satisfies Record<string, string>

/** The fields of a KPI as the form calls them. */
export const KPI_FIELD_NAMES_ZH = {
  unit: '单位',
  definition: '口径',
  deliveredBy: '数据提供方',
} as const satisfies Partial<Record<keyof Kpi, string>>

/** The primary goals as the form calls them. */
export const GOAL_NAMES_ZH = { awareness: '品牌认知', product: '单品提及与销售' } as const satisfies Record<Goal['primary'], string>

/** The stages of a brand as the form calls them. */
export const STAGE_NAMES_ZH = { new: '初入中国', established: '已有市场基础' } as const satisfies Record<Campaign['stage'], string>
