import type { DecodedFile } from '../decoded-file.ts'
import { findObjects } from '../find-objects.ts'
import type { ColumnMap, Source, SourceReading, SourceRecord } from '../source.ts'
import { oneStep } from '../steps.ts'
import { cpmFormula, dropped, identity, listPrice, metric } from './column-shapes.ts'
import { XINGTU_INTERACTIONS } from './interaction-definitions.ts'

const LENGTHS = [
  { key: '1_20', price: 'price_1_20', format: 'video_1_20s' },
  { key: '21_60', price: 'price_20_60', format: 'video_21_60s' },
  { key: '60', price: 'price_60', format: 'video_60s_plus' },
] as const

const PER_THOUSAND = 'CNY per 1000 plays'

// This page counts in other units than the search of the same site (imports.md §3.0 no. 1): 分, 万分比, ms. The factors are claims,
// which the price and the expected plays test where the same file holds them.
const SCALES: Readonly<Record<string, number>> = {
  avg_duration: 0.001,
  interact_rate: 0.0001,
  play_over_rate: 0.0001,
  ...Object.fromEntries(
    LENGTHS.flatMap(({ key }) =>
      [`expect_cpm.cpm_${key}`, `expect_cpe.cpe_${key}`, `sales_expect_cpm.cpm_${key}`].map((column) => [column, 0.01]),
    ),
  ),
}

const COLUMNS: readonly ColumnMap[] = [
  identity('accountId', 'core_user_id'),
  identity('handle', 'id'),
  identity('displayName', 'nick_name'),
  identity('mcn', 'mcn_name'),
  { headers: ['follower'], target: { to: 'followers' } },
  ...LENGTHS.map(({ price, format }) => listPrice(format, true, price)),
  metric('expected_play_num', { name: 'expectedPlays', unit: 'plays' }),
  metric('avg_duration', { name: 'videoSecondsMean', unit: 'seconds' }),
  metric('item_num', { name: 'posts', unit: 'posts' }),
  metric('like_avg', { name: 'likesMean', unit: 'likes' }),
  metric('comment_avg', { name: 'commentsMean', unit: 'comments' }),
  metric('share_avg', { name: 'sharesMean', unit: 'shares' }),
  metric('play_mid', { name: 'viewsMedian', unit: 'plays' }),
  metric('interact_rate', { name: 'interactionRate', unit: 'share', definition: `interactions ÷ plays; ${XINGTU_INTERACTIONS}` }),
  metric('play_over_rate', { name: 'completionRate', unit: 'share', definition: 'full plays ÷ plays' }),
  ...LENGTHS.flatMap(({ key, format }) => [
    metric(`expect_cpm.cpm_${key}`, { name: 'expectedCpm', unit: PER_THOUSAND, definition: `${format}: price ÷ expected plays × 1000` }),
    metric(`expect_cpe.cpe_${key}`, {
      name: 'expectedCpe',
      unit: 'CNY per interaction',
      definition: `${format}: price ÷ interactions; ${XINGTU_INTERACTIONS}`,
    }),
    metric(`sales_expect_cpm.cpm_${key}`, {
      name: 'expectedCpm',
      unit: PER_THOUSAND,
      definition: `${format}, for selling; what it is made of is not printed`,
    }),
  ]),
  // A word and a place among peers; no number of it has a unit that is known.
  ...dropped('not used', 'play_stability.label', 'play_stability.overtake', 'play_stability'),
]

type Fields = Readonly<Record<string, unknown>>
const asFields = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {})

function isOverview(fields: Fields): boolean {
  const stated = Object.keys(asFields(fields['expect_cpm']))
  return (
    stated.some((key) => /^cpm_(?:1_20|21_60|60)$/.test(key)) &&
    ['play_mid', 'interact_rate', 'play_over_rate', 'item_num'].some((key) => key in fields)
  )
}

const NAMES = ['core_user_id', 'nick_name', 'follower', 'mcn_name', ...LENGTHS.map(({ price }) => price), 'expected_play_num']
const STAR_IDS = ['star_id', 'o_author_id', 'author_id', 'id']

// One overview is one creator. What it does not say of itself is taken from objects around it and, where the file is of one creator, from anywhere.
function readPage(file: DecodedFile): SourceReading {
  const documents = file.shape === 'table' ? [] : file.documents
  const overviews = findObjects(documents, isOverview)
  const elsewhere = overviews.length === 1 ? gather(documents) : {}
  const records = overviews.map(({ fields, around }, at): SourceRecord => {
    const said = { ...elsewhere, ...around }
    const names = Object.fromEntries(NAMES.flatMap((key) => (said[key] === undefined ? [] : [[key, said[key]]])))
    const star = STAR_IDS.map((key) => said[key]).find((id) => id !== undefined)
    return { record: at + 1, cells: { ...names, id: star ?? null, ...flatten(fields) } }
  })
  const columns = [...new Set(records.flatMap(({ cells }) => Object.keys(cells)))]
  return { records, columns, printed: columns, notes: [], scales: SCALES, fromSheet: false }
}

function gather(documents: readonly unknown[]): Fields {
  const known = findObjects(documents, (fields) => NAMES.some((key) => key in fields) || STAR_IDS.slice(0, -1).some((key) => key in fields))
  return Object.assign({}, ...known.map(({ fields }) => pickNames(fields))) as Fields
}

const pickNames = (fields: Fields) =>
  Object.fromEntries([...NAMES, ...STAR_IDS.slice(0, -1)].flatMap((key) => (key in fields ? [[key, fields[key]]] : [])))

// `{ value, overtake }` is its value; `expect_cpm` goes by the lengths inside it.
function flatten(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]): [string, unknown][] => {
      const inner = asFields(value)
      if (Object.keys(inner).length === 0) return [[key, value]]
      return Object.entries(inner).map(([name, item]) => [name === 'value' ? key : `${key}.${name}`, item])
    }),
  )
}

/** Xingtu (巨量星图) creator page, stored as JSON: data_overview, its 分, 万分比 and ms brought to 元, shares and seconds. */
export const xingtuPage: Source = {
  id: 'xingtu.page',
  title: { en: 'Xingtu creator page (JSON)', zh: '巨量星图达人主页(JSON)' },
  holds: 'accounts',
  platform: 'douyin',
  audienceBasis: 'followers',
  columns: COLUMNS,
  formulas: LENGTHS.map(({ key, price }) => cpmFormula(`expect_cpm.cpm_${key}`, price, 'expected_play_num')),
  namesIdentify: false,
  recognise: (file) => (file.shape !== 'table' && findObjects(file.documents, isOverview).length > 0 ? 1 : 0),
  read: (file) => oneStep(() => readPage(file)),
}
