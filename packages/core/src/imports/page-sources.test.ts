import { describe, expect, test } from 'vitest'
import { accountSchema, importRecords, recogniseSource, type DecodedFile } from './index.ts'

const json = (...documents: unknown[]): DecodedFile => ({ name: 'page.json', encoding: 'utf-8', shape: 'json', documents })
function read(...documents: unknown[]) {
  const outcome = importRecords(json(...documents), { source: 'auto', importId: 'sha256:00' })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  const { report, accounts } = outcome.value
  accounts.forEach((account) => accountSchema.strict().parse(account))
  return {
    report,
    account: accounts[0],
    unit: (column: string) => report.units.find((unit) => unit.column === column),
    at: (column: string) => accounts[0]?.metrics.find((metric) => metric.column === column),
  }
}

describe('Xingtu creator page: 分, 万分比 and ms', () => {
  const OVERVIEW = {
    avg_duration: '45200',
    item_num: 12,
    like_avg: '850',
    play_mid: '51200',
    interact_rate: { value: 202, overtake: 5500 },
    play_over_rate: 1830,
    play_stability: { label: '稳定', overtake: 30, value: 2 },
    expect_cpm: { cpm_1_20: '-1', cpm_21_60: '21123', cpm_60: 0 },
    expect_cpe: { cpe_21_60: '350' },
  }

  test('rates, lengths and costs in shares, seconds and yuan', () => {
    const { report, account, at } = read({ core_user_id: '98000000001', nick_name: '示例', follower: '120000', data_overview: OVERVIEW })
    expect(report).toMatchObject({ source: { id: 'xingtu.page', confidence: 1 }, records: 1, accepted: { accounts: 1 } })
    expect(account).toMatchObject({ platform: 'douyin', accountId: '98000000001', displayName: '示例', followers: 120_000 })
    expect(at('interact_rate')).toMatchObject({ value: 0.0202, unit: 'share', definition: expect.stringContaining('without saves') })
    expect(at('play_over_rate')).toMatchObject({ value: 0.183 })
    expect(at('avg_duration')).toMatchObject({ value: 45.2, unit: 'seconds' })
    expect(at('expect_cpm.cpm_21_60')).toMatchObject({ value: 211.23, proof: 'unproved' })
    expect(at('expect_cpe.cpe_21_60')).toMatchObject({ value: 3.5 })
    expect(at('expect_cpm.cpm_1_20')).toBeUndefined()
  })

  test('price and plays in the same file prove that the page counts in fen', () => {
    const { unit, account, at } = read(
      { attribute_datas: { core_user_id: '98000000001', price_20_60: '12000', expected_play_num: '56810' } },
      { data: { data_overview: OVERVIEW } },
    )
    expect(unit('expect_cpm.cpm_21_60')).toMatchObject({ state: 'proved', checked: 1, agreed: 1 })
    expect(unit('price_20_60')).toMatchObject({ state: 'proved' })
    expect(at('expect_cpm.cpm_21_60')).toMatchObject({ proof: 'proved' })
    expect(account?.quotes).toMatchObject([{ format: 'video_21_60s', listFen: 1_200_000, filed: true }])
  })

  test('a page that counts in yuan after all contradicts, and neither cost nor price is used', () => {
    const { unit, account, at } = read({
      core_user_id: '1',
      price_20_60: '12000',
      expected_play_num: '56810',
      data_overview: { ...OVERVIEW, expect_cpm: { cpm_21_60: '211.23' } },
    })
    expect(unit('expect_cpm.cpm_21_60')).toMatchObject({ state: 'contradicted' })
    expect(at('expect_cpm.cpm_21_60')).toBeUndefined()
    expect(account?.quotes).toEqual([])
  })

  test('the end-point alone: the star id of its query names the account', () => {
    const { account } = read({ url: 'https://star.example/get_author_spread_info?o_author_id=7000000000000000123&range=2', data: OVERVIEW })
    expect(account).toMatchObject({ accountId: '7000000000000000123', handle: '7000000000000000123' })
  })

  test('several creators in one file keep apart', () => {
    const { report } = read([
      { core_user_id: '1', data_overview: OVERVIEW },
      { core_user_id: '2', data_overview: OVERVIEW },
    ])
    expect(report).toMatchObject({ records: 2, accepted: { accounts: 2 } })
  })

  test('no id anywhere: rejected', () => {
    const outcome = importRecords(json({ data_overview: OVERVIEW }), { source: 'auto', importId: 'x' })
    expect(outcome.ok && outcome.value.report).toMatchObject({ rejected: 1, problems: [{ code: 'id.missing' }] })
  })
})

describe('Pugongying creator page', () => {
  const ID = '5ff0e6410000000001008400'
  const CREATOR = {
    userId: ID,
    redId: 'demo_lulu',
    name: '示例小鹿',
    location: '上海',
    fansCount: 20_000,
    picturePrice: 200,
    videoPrice: 0,
    contentTags: { taxonomy1Tag: '美妆', taxonomy2Tags: ['护肤'] },
    businessNoteCount: 4,
  }
  const CORE = {
    readMedian: 260,
    mAccumImpNum: 8000,
    mEngagementNum: 100,
    interactionMedian: 75,
    estimatePictureCpm: 25,
    estimatePictureEngageCost: 2,
  }
  const notes = (query: string, data: Record<string, unknown>) => ({
    url: `https://pgy.example/api/solar/kol/data_v3/notes_rate?userId=${ID}&${query}`,
    response: { code: 0, success: true, data },
  })

  test('identity, price and tags', () => {
    const { report, account } = read({ creator: CREATOR, dataSummary: CORE })
    expect(report).toMatchObject({ source: { id: 'pugongying.detail' }, records: 1, accepted: { accounts: 1 } })
    expect(account).toMatchObject({ accountId: ID, handle: 'demo_lulu', followers: 20_000, region: '上海', categories: ['美妆', '护肤'] })
    expect(account?.quotes).toMatchObject([{ format: 'image_note', listFen: 20_000, filed: true }])
  })

  test('what was asked for is the passport: everyday or sponsored, 30 or 90 days, all traffic', () => {
    const { account, report } = read([
      { creator: CREATOR },
      notes('business=0&dateType=1&noteType=3&advertiseSwitch=1', {
        readMedian: 310,
        hundredLikePercent: '87.6',
        thousandLikePercent: '0.5',
        interactionMedian: 20,
      }),
      notes('business=1&dateType=2&noteType=3&advertiseSwitch=1', {
        readMedian: 150,
        hundredLikePercent: '10.0',
        thousandLikePercent: '0.0',
      }),
    ])
    const reads = account?.metrics.filter(({ name }) => name === 'readsMedian')
    expect(reads).toMatchObject([
      { value: 310, noteType: 'everyday', period: '30d', flow: 'all', tab: 'notes_rate' },
      { value: 150, noteType: 'sponsored', period: '90d', flow: 'all', tab: 'notes_rate' },
    ])
    expect(account?.metrics.find(({ name, noteType }) => name === 'thousandLikeShare' && noteType === 'everyday')).toMatchObject({
      value: 0.005,
    })
    expect(account?.metrics.find(({ name }) => name === 'hundredLikeShare')).toMatchObject({ value: 0.876 })
    expect(report.records).toBe(1)
  })

  test('a query nobody knows the meaning of is not used, and said', () => {
    const { account, report } = read([
      { creator: CREATOR },
      notes('business=7&dateType=1', { readMedian: 310, hundredLikePercent: '87.6', thousandLikePercent: '1' }),
    ])
    expect(account?.metrics.some(({ name }) => name === 'hundredLikeShare')).toBe(false)
    expect(report.unmapped.some((column) => column.includes('business=7'))).toBe(true)
  })

  test('sources of reads are fractions where the rates beside them are percent; distance to peers is neither', () => {
    const { account } = read([
      { creator: CREATOR },
      notes('business=0&dateType=1', {
        readMedian: 310,
        hundredLikePercent: '50',
        thousandLikePercent: '10',
        pagePercentVo: { readHomefeedPercent: 0.357, readSearchPercent: 0.5 },
        readMedianBeyondRate: 2.167,
      }),
    ])
    const metrics = account?.metrics ?? []
    expect(metrics.find(({ definition }) => definition === 'from Homefeed')).toMatchObject({ name: 'readsBySourceShare', value: 0.357 })
    expect(metrics.find(({ name }) => name === 'versusPeers')).toMatchObject({ value: 2.167, unit: 'ratio' })
  })

  test('the page contradicts itself: the cost its own medians give is proved, the other one is never used', () => {
    const { unit, at, account } = read({
      creator: CREATOR,
      core_data: CORE,
      cost_effective: { estimatePictureCpm: 54.9, estimatePictureEngageCost: 5, pictureReadCost: '77.0' },
    })
    expect(unit('core_data.estimatePictureCpm')).toMatchObject({
      state: 'proved',
      formula: 'creator.picturePrice / core_data.mAccumImpNum * 1000',
    })
    expect(unit('core_data.estimatePictureEngageCost')).toMatchObject({ state: 'proved' })
    expect(unit('creator.picturePrice')).toMatchObject({ state: 'proved' })
    for (const column of ['estimatePictureCpm', 'estimatePictureEngageCost']) {
      expect(unit(`cost_effective.${column}`)).toMatchObject({ state: 'contradicted', checked: 1, agreed: 0 })
      expect(at(`cost_effective.${column}`)).toBeUndefined()
    }
    // 200 / 260 = 0.77: a hundred times that is another unit.
    expect(unit('cost_effective.pictureReadCost')).toMatchObject({ state: 'contradicted' })
    expect(at('core_data.interactionMedian')).toMatchObject({ value: 75 })
    expect(at('core_data.mEngagementNum')).toMatchObject({ value: 100, definition: expect.stringContaining('another median') })
    expect(account?.quotes).toHaveLength(1)
  })

  test('shares of followers are proved by their counts, and a fraction read as percent contradicts', () => {
    const good = read({
      creator: CREATOR,
      fansSummary: { fansNum: 20_000, activeFansL28: 12_000, activeFansRate: '60.0', fansGrowthRate: '-0.5' },
    })
    expect(good.unit('fans_summary.activeFansRate')).toMatchObject({ state: 'proved' })
    expect(good.at('fans_summary.activeFansRate')).toMatchObject({ value: 0.6 })
    expect(good.at('fans_summary.fansGrowthRate')).toMatchObject({ value: -0.005 })
    const bad = read({ creator: CREATOR, fansSummary: { fansNum: 20_000, activeFansL28: 12_000, activeFansRate: '0.6' } })
    expect(bad.unit('fans_summary.activeFansRate')).toMatchObject({ state: 'contradicted' })
    expect(bad.at('fans_summary.activeFansRate')).toBeUndefined()
  })

  test('other JSON is neither', () => {
    expect(recogniseSource(json({ responseRate: 1, data: { status: 'ok' } }))).toEqual([])
    expect(recogniseSource(json([{ expect_cpm: 12, play_mid: 3 }]))).toEqual([])
  })
})
