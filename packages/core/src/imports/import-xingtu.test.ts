import { describe, expect, test } from 'vitest'
import { accountSchema, importRecords, type DecodedFile } from './index.ts'
import { xingtuSearch } from './sources/xingtu-search.ts'

interface Invented {
  readonly id: string
  readonly plays?: number
  readonly cpmFactor?: number
  readonly more?: Record<string, unknown>
}

function author({ id, plays = 400_000, cpmFactor = 1, more = {} }: Invented) {
  const cpm = (price: number) => String(Number(((price / plays) * 1000 * cpmFactor).toFixed(4)))
  const post = {
    item_id: `${id}77`,
    item_title: '示例视频',
    vv: '347096',
    like_cnt: '3141',
    comment_cnt: '',
    share_cnt: '0',
    item_create_time: '1773833477',
  }
  return {
    attribute_datas: {
      id: `70${id}`,
      core_user_id: id,
      nick_name: '示例·小鹿护肤',
      follower: '120000',
      gender: '2',
      price_1_20: '8000',
      price_20_60: '12000',
      price_60: '0',
      expected_play_num: String(plays),
      prospective_1_20_cpm: cpm(8000),
      prospective_20_60_cpm: cpm(12_000),
      ecom_gmv_30d_range: '1k-3w',
      vv_median_30d: '-1',
      last_10_items: JSON.stringify([post]),
      ...more,
    },
    task_infos: [
      {
        price_infos: [
          { video_type: 2, price: 12_000, price_extra_info: {} },
          { video_type: 92, price: 49, price_extra_info: {} },
          { video_type: 90, price: 7000, price_extra_info: {} },
        ],
      },
    ],
  }
}

const response = (...authors: unknown[]): DecodedFile => ({
  name: 'search.json',
  encoding: 'utf-8',
  shape: 'json',
  documents: [{ authors, base_resp: {} }],
})

function read(file: DecodedFile) {
  const outcome = importRecords(file, { source: 'auto', importId: 'sha256:00' })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  outcome.value.accounts.forEach((account) => accountSchema.strict().parse(account))
  return outcome.value
}

const stateOf = (file: DecodedFile, column: string) => read(file).report.units.find((unit) => unit.column === column)?.state

describe('Xingtu search response', () => {
  test('prices are yuan because CPM = price / plays × 1000 holds', () => {
    const { report, accounts, posts } = read(
      response(author({ id: '3700000000000001' }), author({ id: '3700000000000002', plays: 91_234 })),
    )
    expect(report).toMatchObject({
      source: { id: 'xingtu.search', confidence: 1 },
      records: 2,
      accepted: { accounts: 2, posts: 2 },
      rejected: 0,
    })
    expect(report.units.find(({ column }) => column === 'prospective_20_60_cpm')).toEqual({
      column: 'prospective_20_60_cpm',
      unit: 'CNY per 1000 plays',
      state: 'proved',
      formula: 'price_20_60 / expected_play_num * 1000',
      checked: 2,
      agreed: 2,
    })
    expect(accounts[0]?.quotes.map(({ format, listFen, perThousandPlaysFen }) => [format, listFen, perThousandPlaysFen])).toEqual([
      ['video_1_20s', 800_000, null],
      ['video_21_60s', 1_200_000, null],
      ['video_pay_per_play', null, 4900],
    ])
    expect(posts[0]).toMatchObject({
      accountId: '3700000000000001',
      title: '示例视频',
      observations: [{ views: 347_096, comments: null, shares: 0 }],
    })
  })

  test('a range stays a range, and -1 is not known', () => {
    const { metrics } = read(response(author({ id: '3700000000000001' }))).accounts[0] ?? { metrics: [] }
    expect(metrics.find(({ name }) => name === 'gmv')).toMatchObject({ value: null, low: 1000, high: 30_000, proof: 'unproved' })
    expect(metrics.some(({ name }) => name === 'viewsMedian')).toBe(false)
  })

  test('a CPM 100 times too high contradicts: no price of the file is used, the creators still are', () => {
    const { report, accounts } = read(
      response(author({ id: '3700000000000001', cpmFactor: 100 }), author({ id: '3700000000000002', cpmFactor: 100 })),
    )
    expect(report.units.filter(({ state }) => state === 'contradicted').map(({ column }) => column)).toEqual(
      expect.arrayContaining(['prospective_20_60_cpm', 'price_20_60', 'price_1_20', 'price_infos.92']),
    )
    expect(accounts.flatMap(({ quotes }) => quotes)).toEqual([])
    expect(accounts.flatMap(({ metrics }) => metrics).some(({ name }) => name === 'expectedCpm')).toBe(false)
    expect(report.accepted.accounts).toBe(2)
  })

  test.each([
    { wrong: 1, of: 20, state: 'proved', why: '95 of 100 is enough' },
    { wrong: 2, of: 20, state: 'contradicted', why: '90 of 100 is not' },
  ])('$why', ({ wrong, of, state }) => {
    const authors = Array.from({ length: of }, (_, at) => author({ id: `37000000000000${10 + at}`, cpmFactor: at < wrong ? 1.5 : 1 }))
    expect(stateOf(response(...authors), 'prospective_20_60_cpm')).toBe(state)
  })

  test.each([
    { factor: 1.009, state: 'proved' },
    { factor: 1.02, state: 'contradicted' },
  ])('agreement is within 1 %: × $factor is $state', ({ factor, state }) => {
    expect(stateOf(response(author({ id: '3700000000000001', cpmFactor: factor })), 'prospective_20_60_cpm')).toBe(state)
  })

  test('without plays nothing is checked and the price is unproved', () => {
    const file = response(author({ id: '3700000000000001', more: { expected_play_num: '' } }))
    expect([stateOf(file, 'prospective_20_60_cpm'), stateOf(file, 'price_20_60')]).toEqual(['unproved', 'unproved'])
  })

  test('a creator without id, and posts that are no list, cost only themselves', () => {
    const { report, accounts } = read(
      response({ attribute_datas: { nick_name: '示例·无号' } }, author({ id: '3700000000000001', more: { last_10_items: '[{"item' } })),
    )
    expect(report).toMatchObject({ records: 2, rejected: 1, accepted: { accounts: 1, posts: 0 } })
    expect(report.problems.map(({ record, code }) => [record, code])).toEqual([
      [1, 'id.missing'],
      [2, 'json.unparsable'],
    ])
    expect(accounts).toHaveLength(1)
  })

  test('a count that no number holds is not known', () => {
    const items = JSON.stringify([{ item_id: '7700', vv: '1e300', like_cnt: '12' }])
    const { posts } = read(response(author({ id: '3700000000000001', more: { last_10_items: items } })))
    expect(posts[0]?.observations[0]).toMatchObject({ views: null, likes: 12 })
  })

  test('a list of responses, and one inside "data", read alike', () => {
    const body = { authors: [author({ id: '3700000000000001' })] }
    const wrapped: DecodedFile = {
      name: 'a.json',
      encoding: 'utf-8',
      shape: 'json',
      documents: [[body, { data: { authors: [author({ id: '3700000000000002' })] } }]],
    }
    expect(read(wrapped).report.accepted.accounts).toBe(2)
  })
})

// Every key that a search response is known to carry.
const lengthsOf = (before: string, after: string) => ['1_20', '20_60', '60'].map((length) => `${before}_${length}_${after}`)
const KNOWN_KEYS = [
  ...`id core_user_id nick_name follower gender province city author_type author_status grade tags_relation
    content_theme_labels_180d last_10_items price_1_20 price_20_60 price_60 assign_task_price_list expected_play_num
    expected_natural_play_num sn_expected_play_num pic_expected_play_num promotion_prospective_vv assign_cpm_suggest_price
    interact_rate_within_30d play_over_rate_within_30d sn_interact_rate_within_30d sn_play_over_rate_within_30d
    interaction_median_30d vv_median_30d fans_increment_within_15d fans_increment_within_30d fans_increment_rate_within_15d
    star_index link_star_index link_spread_index link_shopping_index link_convert_index search_after_view_index_by_industry
    avg_search_after_view_rate_30d burst_text_rate e_commerce_enable author_ecom_level ecom_score avg_sale_amount_range
    ecom_gmv_30d_range ecom_gpm_30d_range ecom_avg_order_value_30d_range ecom_video_ctr_30d_range
    ecom_video_mid_click_pv_30d_range ecom_video_product_num_30d ecom_watch_pv_30d star_item_count_within_30d
    expected_cpa3_level brand_boost_vv is_excellenct_author is_black_horse_author is_cocreate_author is_cpm_project_author
    is_short_drama local_lower_threshold_author star_whispers_author`.split(/\s+/),
  ...lengthsOf('prospective', 'cpm'),
  ...lengthsOf('sn_prospective', 'cpm'),
  ...lengthsOf('sn_prospective', 'cpe'),
  ...lengthsOf('promotion_prospective', 'cpm'),
  ...['star', 'spread', 'shopping', 'convert'].map((index) => `link_${index}_index_by_industry`),
  ...['l', 'i', 'n', 'k', 'link'].map((users) => `link_${users}_cnt_by_industry`),
  ...['start_time', 'end_time', 'floor_price', 'ceiling_price'].map((term) => `price_infos.${term}`),
  ...['73', '91', '92', '103', '104', '150'].map((videoType) => `price_infos.${videoType}`),
]

describe('every known key of a search response', () => {
  const held = new Map(xingtuSearch.columns.map(({ headers, target }) => [headers[0], target]))

  test.each(KNOWN_KEYS)('%s is mapped, or left out for a reason that is said', (key) => {
    const target = held.get(key)
    expect(target).toBeDefined()
    expect(target?.to === 'dropped' ? (target.because ?? '').length : 99).toBeGreaterThan(20)
  })

  test('is in a report not called unmapped; a key nobody knows is', () => {
    const more = { expected_cpa3_level: '4', grade: '0', some_new_key: '1' }
    expect(read(response(author({ id: '3700000000000001', more }))).report.unmapped).toEqual(['some_new_key', 'price_infos.90'])
  })
})
