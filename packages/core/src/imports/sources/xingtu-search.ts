import type { DecodedFile } from '../decoded-file.ts'
import type { ColumnMap, Source, SourceReading, SourceRecord } from '../source.ts'
import { stepThrough, type Steps } from '../steps.ts'
import { cpmFormula, identity, listPrice, metric } from './column-shapes.ts'
import { UNSTATED, XINGTU_INTERACTIONS } from './interaction-definitions.ts'
import { XINGTU_LEFT_OUT } from './xingtu-left-out.ts'

// Formats by price column and by video_type (imports.md §3.3); 90 and unknown types stay unmapped.
const LENGTHS = [
  { key: '1_20', price: 'price_1_20', format: 'video_1_20s', videoType: '1' },
  { key: '20_60', price: 'price_20_60', format: 'video_21_60s', videoType: '2' },
  { key: '60', price: 'price_60', format: 'video_60s_plus', videoType: '71' },
] as const

const SHARE = { unit: 'share', reads: 'percentText' } as const
const CPE = 'price / (likes + comments + shares) as Xingtu defines it; cannot be recomputed from this file'

const COLUMNS: readonly ColumnMap[] = [
  identity('accountId', 'core_user_id'),
  identity('handle', 'id'),
  identity('displayName', 'nick_name'),
  identity('gender', 'gender'),
  identity('region', 'province'),
  identity('region', 'city'),
  { headers: ['follower'], target: { to: 'followers' } },
  { headers: ['tags_relation'], target: { to: 'categories' } },
  { headers: ['last_10_items'], target: { to: 'recentPosts' } },
  { headers: ['author_ecom_level'], target: { to: 'ecomLevel' } },
  { headers: ['e_commerce_enable'], target: { to: 'ownShop' } },
  ...LENGTHS.map(({ price, format }) => listPrice(format, true, price)),
  listPrice('image_post', true, 'price_infos.91'),
  listPrice('video_seeding', true, 'price_infos.150'),
  { headers: ['price_infos.92'], target: { to: 'quote', format: 'video_pay_per_play', part: 'perThousandPlaysFen', filed: true } },
  metric('expected_play_num', { name: 'expectedPlays', unit: 'plays' }),
  metric('expected_natural_play_num', { name: 'expectedPlays', unit: 'plays', flow: 'natural' }),
  metric('sn_expected_play_num', { name: 'expectedPlaysSn', unit: 'plays' }),
  metric('pic_expected_play_num', { name: 'expectedPicturePlays', unit: 'plays' }),
  metric('promotion_prospective_vv', { name: 'expectedPlaysPromoted', unit: 'plays', flow: 'paid' }),
  ...LENGTHS.flatMap(({ key, format }) => [
    metric(`prospective_${key}_cpm`, { name: 'expectedCpm', unit: 'CNY per 1000 plays', definition: format }),
    metric(`sn_prospective_${key}_cpm`, { name: 'expectedCpmSn', unit: 'CNY per 1000 plays', definition: format }),
    metric(`sn_prospective_${key}_cpe`, { name: 'expectedCpe', unit: 'CNY per interaction', definition: `${format}: ${CPE}` }),
    metric(`promotion_prospective_${key}_cpm`, {
      name: 'expectedCpmPromoted',
      unit: 'CNY per 1000 plays',
      flow: 'paid',
      definition: format,
    }),
  ]),
  metric('assign_cpm_suggest_price', {
    name: 'suggestedCpmBid',
    unit: 'CNY per 1000 plays',
    definition: 'the bid Xingtu suggests for pay per play',
  }),
  metric('vv_median_30d', { name: 'viewsMedian', unit: 'plays', period: '30d' }),
  metric('interaction_median_30d', {
    name: 'interactionsMedian',
    unit: 'interactions',
    period: '30d',
    definition: XINGTU_INTERACTIONS,
  }),
  metric('interact_rate_within_30d', {
    name: 'interactionRate',
    ...SHARE,
    period: '30d',
    definition: `interactions ÷ plays; ${XINGTU_INTERACTIONS}`,
  }),
  metric('play_over_rate_within_30d', { name: 'completionRate', ...SHARE, period: '30d', definition: 'full plays ÷ plays' }),
  metric('sn_interact_rate_within_30d', {
    name: 'interactionRateSn',
    ...SHARE,
    period: '30d',
    definition: `${UNSTATED}; ${XINGTU_INTERACTIONS}`,
  }),
  metric('sn_play_over_rate_within_30d', {
    name: 'completionRateSn',
    ...SHARE,
    period: '30d',
    definition: UNSTATED,
  }),
  metric('fans_increment_within_15d', { name: 'followersGained', unit: 'followers', period: '15d', signed: true }),
  metric('fans_increment_within_30d', { name: 'followersGained', unit: 'followers', period: '30d', signed: true }),
  metric('fans_increment_rate_within_15d', {
    name: 'followersGainedRate',
    unit: 'ratio',
    period: '15d',
    signed: true,
    definition: 'new followers ÷ followers',
  }),
  ...['star_index', 'link_star_index', 'link_spread_index', 'link_shopping_index', 'link_convert_index', 'ecom_score'].map((name) =>
    metric(name, { name: toCamel(name), unit: 'index 0-100' }),
  ),
  metric('star_item_count_within_30d', { name: 'sponsoredPosts', unit: 'posts', period: '30d' }),
  metric('burst_text_rate', { name: 'viralShare', ...SHARE, definition: 'threshold as Xingtu sets it' }),
  metric('avg_search_after_view_rate_30d', { name: 'searchAfterViewRate', ...SHARE, period: '30d', definition: UNSTATED }),
  metric('ecom_gmv_30d_range', { name: 'gmv', unit: 'CNY', period: '30d' }),
  metric('ecom_gpm_30d_range', {
    name: 'gmvPerThousandPlays',
    unit: 'CNY per 1000 plays',
    period: '30d',
    definition: 'sales ÷ plays × 1000',
  }),
  metric('ecom_avg_order_value_30d_range', { name: 'orderValue', unit: 'CNY', period: '30d' }),
  metric('avg_sale_amount_range', { name: 'saleAmount', unit: 'CNY' }),
  metric('ecom_video_ctr_30d_range', { name: 'videoClickRate', unit: 'share', period: '30d', definition: UNSTATED }),
  metric('ecom_video_mid_click_pv_30d_range', { name: 'videoClicksMedian', unit: 'clicks', period: '30d' }),
  metric('ecom_video_product_num_30d', { name: 'videosWithProduct', unit: 'videos', period: '30d' }),
  ...XINGTU_LEFT_OUT,
]

function toCamel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

const FORMULAS = LENGTHS.flatMap(({ key, price, videoType }) => [
  cpmFormula(`prospective_${key}_cpm`, price, 'expected_play_num'),
  cpmFormula(`sn_prospective_${key}_cpm`, price, 'sn_expected_play_num'),
  // The offers list repeats the fixed prices: when those contradict, its other prices cannot be used either.
  {
    ...cpmFormula(`prospective_${key}_cpm`, `price_infos.${videoType}`, 'expected_play_num'),
    money: [`price_infos.${videoType}`],
    sameSource: ['price_infos.91', 'price_infos.92', 'price_infos.150'],
  },
])

type Fields = Record<string, unknown>
const asFields = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {})
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

// A stored response may be the bare body, wrapped in `data`, or one of several in a list.
function listAuthors(file: DecodedFile): unknown[] {
  if (file.shape === 'table') return []
  const bodies = file.documents.flatMap((document) => (Array.isArray(document) ? (document as unknown[]) : [document]))
  return bodies.flatMap((body) => {
    const fields = asFields(body)
    if ('attribute_datas' in fields) return [body]
    return asList(fields['authors'] ?? asFields(fields['data'])['authors'])
  })
}

function recogniseXingtu(file: DecodedFile): number {
  const authors = listAuthors(file)
  if (authors.length === 0) return 0
  const fitting = authors.filter((author) => {
    const data = asFields(asFields(author)['attribute_datas'])
    return 'nick_name' in data || 'follower' in data || 'core_user_id' in data
  })
  return Math.round((fitting.length / authors.length) * 100) / 100
}

function* readXingtu(file: DecodedFile): Steps<SourceReading> {
  const records: SourceRecord[] = []
  const met = new Set<string>()
  yield* stepThrough(listAuthors(file), (author) => {
    const record = readAuthor(asFields(author), records.length + 1)
    for (const column of Object.keys(record.cells)) met.add(column)
    records.push(record)
  })
  const columns = [...met]
  return { records, columns, printed: columns, notes: [], scales: {}, fromSheet: false }
}

function readAuthor(author: Fields, record: number): SourceRecord {
  const data = asFields(author['attribute_datas'])
  const offers = asList(author['task_infos']).flatMap((task) => asList(asFields(task)['price_infos']).map(asFields))
  const prices = Object.fromEntries(offers.map((offer) => [`price_infos.${String(offer['video_type'])}`, offer['price']]))
  const id = data['core_user_id'] ?? data['id'] ?? author['star_id']
  const cells = { ...data, ...prices, core_user_id: id, id: data['id'] ?? author['star_id'] ?? null }
  return { record, cells }
}

/** Xingtu (巨量星图) search response, stored as JSON: creators with prices in yuan, forecasts and their last ten posts. */
export const xingtuSearch: Source = {
  id: 'xingtu.search',
  title: { en: 'Xingtu search response (JSON)', zh: '巨量星图搜索结果(JSON)' },
  holds: 'accounts',
  platform: 'douyin',
  audienceBasis: 'followers',
  columns: COLUMNS,
  formulas: FORMULAS,
  namesIdentify: false,
  recognise: recogniseXingtu,
  read: readXingtu,
}
