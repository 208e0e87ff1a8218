import { describe, expect, test } from 'vitest'
import { newAccount, newMetric, newQuote, type AccountInput, type Quote } from '../../imports/index.ts'
import { cheapestPrice, describeAccount, lastObserved, listSources } from '../index.ts'

const account = (given: Partial<AccountInput> = {}) => newAccount({ platform: 'xiaohongshu', accountId: '1', ...given })
const quote = (given: Partial<Quote>) => newQuote({ format: 'note_image', source: 'agency.list', ...given })
const DAY = '2026-11-27'
const around = (forecast: ReturnType<typeof views> | null, authenticity: number | null = null) => ({ forecast, authenticity, onDay: DAY })
const views = (p50: number) => ({
  id: '1',
  metric: 'views',
  posts: 10,
  unit: 'views',
  asOf: '2026-11-22',
  horizon: 'post',
  cohort: 'c',
  calibrated: false,
  p025: 1,
  p05: 1,
  p10: 1,
  p25: 1,
  p50,
  p75: p50,
  p90: p50,
  p95: p50,
  p975: p50,
  mean: p50,
  because: [],
})

describe('the price that is asked first', () => {
  test.each([
    { quotes: [], price: null, why: 'no quote' },
    { quotes: [quote({})], price: null, why: 'a quote without a price is not free' },
    {
      quotes: [quote({ listFen: 500 }), quote({ listFen: 300, format: 'video' })],
      price: { fen: 300, format: 'video', filed: null },
      why: 'the cheapest',
    },
    {
      quotes: [quote({ listFen: 500, netFen: 200, filed: true })],
      price: { fen: 200, format: 'note_image', filed: true },
      why: 'net before list',
    },
    {
      quotes: [quote({ listFen: 100 }), quote({ listFen: 900, netFen: 90, filed: true })],
      price: { fen: 90, format: 'note_image', filed: true },
      why: 'net of the dearer',
    },
    {
      quotes: [quote({ listFen: 100 }), quote({ listFen: 50, filed: false })],
      price: { fen: 100, format: 'note_image', filed: null },
      why: 'an unfiled one never before another',
    },
    {
      quotes: [quote({ listFen: 50, filed: false })],
      price: { fen: 50, format: 'note_image', filed: false },
      why: 'an unfiled one when it is the only one',
    },
    {
      quotes: [
        quote({ listFen: 100, observedAt: '2026-11-01T00:00:00Z' }),
        quote({ listFen: 150, source: 'typed by 示例', observedAt: '2026-11-02T00:00:00Z' }),
      ],
      price: { fen: 150, format: 'note_image', filed: null },
      why: 'what a person typed over a cheaper one',
    },
  ])('$why', ({ quotes, price }) => {
    expect(cheapestPrice({ quotes }, DAY)).toEqual(price)
  })
})

describe('what an account can be found by', () => {
  test('of an account about which nothing is known, everything but the platform is unknown', () => {
    const { platform, completeness, categories, languages, sources, audienceProvinces, ...rest } = describeAccount(account(), around(null))
    expect({ platform, completeness }).toEqual({ platform: 'xiaohongshu', completeness: 0 })
    expect([categories, languages, sources, audienceProvinces]).toEqual([[], [], [], []])
    expect(Object.values(rest).filter((value) => value !== null)).toEqual([])
  })

  test('costs per view and interaction need price, views and rate', () => {
    const rate = newMetric({
      name: 'interactionRate',
      value: 0.05,
      unit: 'share',
      proof: 'proved',
      source: 's',
      column: 'c',
      observedAt: '2026-11-03',
      importId: 'i',
    })
    const priced = account({ quotes: [quote({ listFen: 100_000 })], metrics: [rate] })
    expect(describeAccount(priced, around(views(20_000)))).toMatchObject({
      priceFen: 100_000,
      viewsP50: 20_000,
      cpmFen: 5000,
      cpeFen: 100,
      interactRate: 0.05,
    })
    expect(describeAccount(priced, around(null))).toMatchObject({ cpmFen: null, cpeFen: null })
    expect(describeAccount(priced, around(views(0)))).toMatchObject({ viewsP50: 0, cpmFen: null, cpeFen: null })
    expect(describeAccount(account({ quotes: [quote({ listFen: 100_000 })] }), around(views(20_000)))).toMatchObject({
      cpmFen: 5000,
      cpeFen: null,
    })
    expect(describeAccount(account({ metrics: [rate] }), around(views(20_000)))).toMatchObject({ cpmFen: null, cpeFen: null })
  })

  test('the audience is known by its largest part', () => {
    const audience = {
      gender: { female: 0.8, male: 0.2 },
      age: { '18-23': 0.3, '24-30': 0.5 },
      cityTier: {},
      province: { 上海: 0.2, 北京: 0.1 },
      basis: 'followers' as const,
      n: null,
    }
    expect(describeAccount(account({ audience }), around(null))).toMatchObject({
      audienceAge: '24-30',
      audienceCityTier: null,
      audienceProvince: '上海',
      audienceFemaleShare: 0.8,
    })
  })

  test.each([
    { filed: true, word: 'filed' },
    { filed: false, word: 'unfiled' },
    { filed: null, word: null },
  ])('filed $filed is $word', ({ filed, word }) => {
    expect(describeAccount(account({ quotes: [quote({ listFen: 1, filed })] }), around(null)).filed).toBe(word)
  })

  test('freshness is the day of the newest number', () => {
    const seen = account({ quotes: [quote({ observedAt: '2026-11-02T17:00:00Z' }), quote({ observedAt: '2026-10-01' })] })
    expect(lastObserved(seen)).toBe('2026-11-02T17:00:00Z')
    // 17:00 in Greenwich is already the 3rd in Shanghai: 20,760 days after 1970-01-01.
    expect(describeAccount(seen, around(null)).observedDay).toBe(20_760)
    expect(lastObserved(account())).toBeNull()
  })

  test('completeness counts known things, 0 among them', () => {
    expect(describeAccount(account({ followers: 0 }), around(null)).completeness).toBeCloseTo(0.1)
    expect(describeAccount(account({ categories: ['美妆'] }), around(null)).completeness).toBeCloseTo(0.1)
  })

  test('sources are those of the numbers, else of the quotes', () => {
    expect(listSources(account({ quotes: [quote({ source: 'b' }), quote({ source: 'a' }), quote({ source: 'b' })] }))).toEqual(['a', 'b'])
  })
})
