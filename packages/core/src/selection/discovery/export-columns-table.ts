import { nameFormat, nameSource, type CreatorLine } from '../../creators/index.ts'
import { nameZh, PLATFORM_NAMES_ZH, say, TYPE_NAMES_ZH, type Language, type Localized } from '../../shared/index.ts'

type Cell = string | number | null
/** How a workbook shows a column: money with two places, shares in percent, whole numbers, moments in Shanghai time; else as text. */
export type ExportFormat = 'money' | 'share' | 'whole' | 'moment'
interface ExportColumn {
  readonly header: Localized
  readonly unit?: Localized
  readonly format?: ExportFormat
  readonly cell: (row: CreatorLine, language: Language) => Cell
}

const SHARE = say('0–1', '0–1')
const PER_1000 = say('CNY per 1000 plays', '元/千次播放')
const PER_ONE = say('CNY per interaction', '元/次互动')
const YUAN = say('CNY', '元')

const toYuan = (fen: number | null) => (fen === null ? null : (fen / 100).toFixed(2))
const word = (names: Readonly<Record<string, string>>, id: string | null, language: Language) =>
  id === null ? null : language === 'zh' ? nameZh(names, id) : id
const list = (words: readonly string[], language: Language) => (words.length === 0 ? null : words.join(language === 'zh' ? '、' : ', '))
const filing = { true: say('filed', '报备'), false: say('not filed', '不报备') }

/** The columns an export may have, by the name the table of creators gives them; sums of money in CNY, shares 0–1. */
export const EXPORT_COLUMNS = {
  name: { header: say('Creator', '达人'), cell: ({ displayName, handle, accountId }) => displayName ?? handle ?? accountId },
  platform: { header: say('Platform', '平台'), cell: ({ platform }, language) => word(PLATFORM_NAMES_ZH, platform, language) },
  accountId: { header: say('Account id', '账号 ID'), cell: ({ accountId }) => accountId },
  handle: { header: say('Handle', '账号名'), cell: ({ handle }) => handle },
  type: { header: say('Type', '类型'), cell: ({ creatorType }, language) => word(TYPE_NAMES_ZH, creatorType?.value ?? null, language) },
  followers: { header: say('Followers', '粉丝数'), format: 'whole', cell: ({ followers }) => followers },
  viewsP10: { header: say('Views, 10 %', '播放预估 10%'), format: 'whole', cell: ({ viewsP10 }) => viewsP10 },
  viewsP50: { header: say('Views, 50 %', '播放预估 50%'), format: 'whole', cell: ({ viewsP50 }) => viewsP50 },
  viewsP90: { header: say('Views, 90 %', '播放预估 90%'), format: 'whole', cell: ({ viewsP90 }) => viewsP90 },
  priceFen: { header: say('Price', '报价'), unit: YUAN, format: 'money', cell: ({ priceFen }) => toYuan(priceFen) },
  priceFormat: {
    header: say('Priced format', '报价形式'),
    cell: ({ priceFormat }, language) => (priceFormat === null ? null : nameFormat(priceFormat)[language]),
  },
  filed: {
    header: say('Filing', '报备'),
    cell: ({ filed }, language) => (filed === null ? null : filing[filed ? 'true' : 'false'][language]),
  },
  interactRate: { header: say('Interaction rate', '互动率'), unit: SHARE, format: 'share', cell: ({ interactRate }) => interactRate },
  cpmFen: { header: say('CPM', 'CPM'), unit: PER_1000, format: 'money', cell: ({ cpmFen }) => toYuan(cpmFen) },
  cpeFen: { header: say('CPE', 'CPE'), unit: PER_ONE, format: 'money', cell: ({ cpeFen }) => toYuan(cpeFen) },
  authenticity: { header: say('Authenticity', '真实性'), unit: SHARE, format: 'share', cell: ({ authenticity }) => authenticity },
  completeness: { header: say('Completeness', '完整度'), unit: SHARE, format: 'share', cell: ({ completeness }) => completeness },
  categories: { header: say('Categories', '分类'), cell: ({ categories }, language) => list(categories, language) },
  region: { header: say('Region', '地区'), cell: ({ region }) => region },
  mcn: { header: say('MCN', 'MCN 机构'), cell: ({ mcn }) => mcn },
  languages: { header: say('Languages', '语言'), cell: ({ languages }, language) => list(languages, language) },
  audienceFemaleShare: {
    header: say('Women in the audience', '受众女性占比'),
    unit: SHARE,
    format: 'share',
    cell: ({ audienceFemaleShare }) => audienceFemaleShare,
  },
  audienceAge: { header: say('Largest age group of the audience', '受众主要年龄'), cell: ({ audienceAge }) => audienceAge },
  audienceCityTier: {
    header: say('Largest city tier of the audience', '受众主要城市线级'),
    cell: ({ audienceCityTier }) => audienceCityTier,
  },
  audienceProvince: { header: say('Largest province of the audience', '受众主要省份'), cell: ({ audienceProvince }) => audienceProvince },
  sources: {
    header: say('Sources', '来源'),
    cell: ({ sources }, language) =>
      list(
        sources.map((source) => nameSource(source)[language]),
        language,
      ),
  },
  observedDay: { header: say('Observed at', '数据时间'), format: 'moment', cell: ({ observedAt }) => observedAt },
} as const satisfies Record<string, ExportColumn>

/** Name of a column an export may have. */
export type ExportColumnName = keyof typeof EXPORT_COLUMNS
const isColumn = (name: string): name is ExportColumnName => Object.hasOwn(EXPORT_COLUMNS, name)
/** All columns an export may have, in the order of the table. */
export const EXPORT_COLUMN_NAMES: readonly ExportColumnName[] = Object.keys(EXPORT_COLUMNS).filter(isColumn)

/** The header of a column with its unit. */
export function headExport(name: ExportColumnName, language: Language): string {
  const { header, unit }: ExportColumn = EXPORT_COLUMNS[name]
  return unit === undefined ? header[language] : `${header[language]} (${unit[language]})`
}

/** How a workbook shows a column; null: as text. */
export function formatExport(name: ExportColumnName): ExportFormat | null {
  const column: ExportColumn = EXPORT_COLUMNS[name]
  return column.format ?? null
}

/** One row of an export in the given columns. */
export function rowExport(row: CreatorLine, columns: readonly ExportColumnName[], language: Language): Cell[] {
  return columns.map((name) => EXPORT_COLUMNS[name].cell(row, language))
}
