import { describe, expect, test } from 'vitest'
import { accountSchema, importRecords, type DecodedFile } from './index.ts'

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
