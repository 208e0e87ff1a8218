import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeImage, newAccount, newPost, newQuote, vetAccounts, type Account } from '../../creators/index.ts'
import { makeCampaign } from '../../campaigns/test/campaign-fixture.ts'
import science from './fixtures/science-fit.json' with { type: 'json' }
import { combineFit, meanGeometric, orderOfFit, type MeasuredPart } from './combine-fit.ts'
import { FIT_PARTS, fitReportSchema, fitTableSchema, type FitPartName } from './fit-schema.ts'
import { FIT_TABLE, PRODUCT_FIELDS } from './fit-table.ts'
import { indexTarget, measureAudience, overlapShares } from './measure-audience.ts'
import { measureContent } from './measure-content.ts'
import { measureFit, type FitFacts } from './measure-fit.ts'
import { measurePastWork } from './measure-past-work.ts'
import { meanAudiences, rankPrices } from './rank-prices.ts'
import { rebandAges } from './reband-ages.ts'
import { wilson } from './wilson.ts'

const account = (known: Partial<Account> = {}) => newAccount({ platform: 'xiaohongshu', accountId: 'k1', ...known })
const audience = (gender: Record<string, number>, age: Record<string, number> = {}) => ({
  gender,
  age,
  cityTier: {},
  province: {},
  basis: 'followers' as const,
  n: null,
})
const because = { en: 'told.', zh: '说明。' }
const part = (value: number | null, completeness = 1): MeasuredPart => ({ value, completeness, because })
const all = (values: Partial<Record<FitPartName, number | null>>) => {
  const of = (name: FitPartName) => part(values[name] === undefined ? 0.5 : values[name])
  return {
    audience: of('audience'),
    content: of('content'),
    authenticity: of('authenticity'),
    price: of('price'),
    safety: of('safety'),
    pastWork: of('pastWork'),
  }
}

describe('the worked numbers of the reference', () => {
  test('weighted geometric mean', () => {
    const parts = science.fit.scores.map((value, at) => ({ value, weight: science.fit.w[at] ?? 0 }))
    expect(meanGeometric(parts)).toBeCloseTo(science.fit.geometric, 12)
  })

  test('target group index', () => {
    const [share = 0, platform = 0, index = 0] = science.fit.tgi
    expect(indexTarget(share, platform)).toBeCloseTo(index, 9)
    expect(indexTarget(share, 0)).toBeNull()
  })

  test.each(Object.entries(science.fit.wilson))('Wilson %s', (counts, bounds) => {
    const [k = 0, n = 0] = counts.split('/').map(Number)
    const found = wilson(k, n)
    expect(found?.low).toBeCloseTo(bounds[0] ?? Number.NaN, 6)
    expect(found?.high).toBeCloseTo(bounds[1] ?? Number.NaN, 6)
  })

  test.each([
    [0, 0],
    [-1, 3],
    [4, 3],
    [Number.NaN, 3],
  ])('Wilson of %s of %s is nothing', (k, n) => {
    expect(wilson(k, n)).toBeNull()
  })
})

describe('what is not known drops out with its weight', () => {
  test('never as zero', () => {
    expect(
      meanGeometric([
        { weight: 0.5, value: 0.8 },
        { weight: 0.5, value: null },
      ]),
    ).toBeCloseTo(0.8, 12)
    expect(
      meanGeometric([
        { weight: 0.5, value: 0.8 },
        { weight: 0.5, value: 0 },
      ]),
    ).toBe(0)
    expect(meanGeometric([{ weight: 1, value: null }])).toBeNull()
    expect(meanGeometric([])).toBeNull()
  })

  test('and lowers the completeness', () => {
    const whole = combineFit(all({}), FIT_TABLE)
    const less = combineFit(all({ audience: null }), FIT_TABLE)
    expect(whole.completeness).toBeCloseTo(1, 12)
    expect(less.completeness).toBeCloseTo(1 - FIT_TABLE.weights.audience, 12)
    expect(less.score).toBeCloseTo(0.5, 12)
  })

  test('nothing known: no score, no formula, completeness nought', () => {
    const nothing = Object.fromEntries(FIT_PARTS.map((name) => [name, null]))
    expect(combineFit(all(nothing), FIT_TABLE)).toMatchObject({ score: null, formula: null, completeness: 0 })
  })

  test('a part of weight nought is not looked at', () => {
    const table = { ...FIT_TABLE, weights: { ...FIT_TABLE.weights, pastWork: 0 } }
    const report = combineFit(all({ pastWork: 0 }), table)
    expect(report.parts.map(({ code }) => code)).not.toContain('pastWork')
    expect(report.score).toBeCloseTo(0.5, 12)
  })

  test.each([Number.NaN, -0.1, 1.2, Number.POSITIVE_INFINITY])('%s is no share: told and left out', (value) => {
    const report = combineFit({ ...all({}), price: part(value) }, FIT_TABLE)
    const price = report.parts.find(({ code }) => code === 'price')
    expect(price).toMatchObject({ value: null, completeness: 0 })
    expect(price?.because.en).toContain('no share between 0 and 1')
    expect(report.score).toBeCloseTo(0.5, 12)
  })

  test('"if this were not known" is the fit without the part', () => {
    const report = combineFit(all({ audience: 0.9, price: 0.1 }), FIT_TABLE)
    const without = (code: FitPartName) => report.parts.find((one) => one.code === code)?.without ?? Number.NaN
    expect(without('price')).toBeGreaterThan(report.score ?? 1)
    expect(without('audience')).toBeLessThan(report.score ?? 0)
    expect(without('price')).toBeCloseTo(combineFit(all({ audience: 0.9, price: null }), FIT_TABLE).score ?? Number.NaN, 12)
  })

  test('the printed formula holds the numbers', () => {
    expect(combineFit(all({ audience: 0.8, content: null }), FIT_TABLE).formula).toBe(
      '(0.80^0.30 × 0.50^0.20 × 0.50^0.10 × 0.50^0.10 × 0.50^0.10)^(1/0.80) = 0.60',
    )
  })
})

describe('properties', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const measured = fc.record({
    audience: fc.option(share),
    content: fc.option(share),
    authenticity: fc.option(share),
    price: fc.option(share),
    safety: fc.option(share),
    pastWork: fc.option(share),
  })

  test('between the least and the most of what is known; always of the promised shape', () => {
    fc.assert(
      fc.property(measured, (values) => {
        const report = fitReportSchema.parse(combineFit(all(values), FIT_TABLE))
        const known = Object.values(values).filter((value) => value !== null)
        expect(report.score === null).toBe(known.length === 0)
        if (report.score === null) return
        expect(report.score).toBeGreaterThanOrEqual(Math.min(...known) - 1e-9)
        expect(report.score).toBeLessThanOrEqual(Math.max(...known) + 1e-9)
      }),
    )
  })

  test('a better part never lowers the fit', () => {
    fc.assert(
      fc.property(measured, fc.constantFrom(...FIT_PARTS), share, (values, name, other) => {
        const now = values[name]
        if (now === null) return
        const [low, high] = [Math.min(now, other), Math.max(now, other)]
        const scoreAt = (value: number) => combineFit(all({ ...values, [name]: value }), FIT_TABLE).score ?? Number.NaN
        expect(scoreAt(high)).toBeGreaterThanOrEqual(scoreAt(low) - 1e-12)
      }),
    )
  })

  test('the overlap is symmetric for shares that sum to one, one with itself, and within 0–1', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 }).map((counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0)
      return { a: (counts[0] ?? 0) / total, b: (counts[1] ?? 0) / total, c: (counts[2] ?? 0) / total }
    })
    fc.assert(
      fc.property(shares, shares, (one, other) => {
        expect(overlapShares(one, one)).toBeCloseTo(1, 9)
        expect(overlapShares(one, other)).toBeCloseTo(overlapShares(other, one) ?? Number.NaN, 9)
        expect(overlapShares(one, other)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('audience', () => {
  const wanted = { gender: { female: 0.9, male: 0.1 }, age: { '18-24': 0.4, '25-34': 0.6 }, size: null }

  test('without a wish it is not known, and so without an audience', () => {
    expect(measureAudience(audience({ female: 0.8 }), null, null)).toMatchObject({ value: null, completeness: 0 })
    expect(measureAudience(null, wanted, null)).toMatchObject({ value: null, completeness: 0 })
    expect(measureAudience(audience({}), wanted, null).because.en).toBe('The audience of this creator is not known.')
  })

  test('the share of women tells that of men; an axis that is not held halves the evidence', () => {
    const found = measureAudience(audience({ female: 0.8 }), wanted, null)
    // min(.8, .9) + min(.2, .1)
    expect(found.value).toBeCloseTo(0.9, 12)
    expect(found.completeness).toBe(0.5)
    expect(found.because.en).toContain('age not known')
    expect(measureAudience(audience({ male: 0.2 }), wanted, null).value).toBeCloseTo(0.9, 12)
  })

  test('a wish that does not sum to one is scaled', () => {
    expect(overlapShares({ female: 1 }, { female: 3, male: 1 })).toBeCloseTo(0.75, 12)
    expect(overlapShares({ female: 1 }, { female: 0 })).toBeNull()
    expect(overlapShares({}, { female: 1 })).toBeNull()
  })

  test('the index is told beside it where eight audiences of the platform are held', () => {
    const reference = { gender: { female: 0.6, male: 0.4 }, age: {}, n: 8 }
    expect(measureAudience(audience({ female: 0.9 }), wanted, reference).because.en).toContain('TGI 150 of female')
    expect(measureAudience(audience({ female: 0.9 }), wanted, { ...reference, n: 7 }).because.en).not.toContain('TGI')
  })
})

describe('age bands', () => {
  test.each([
    { why: 'the same bands stay', held: { '18-24': 0.3, '25-34': 0.7 }, keys: ['18-24'], found: { '18-24': 0.3 } },
    {
      why: 'a cut band is spread over its years',
      held: { '18-23': 0.6, '24-30': 0.4 },
      keys: ['18-24'],
      found: { '18-24': 0.6 + 0.4 / 7 },
    },
    { why: 'open bands', held: { '<18': 0.2, '>44': 0.5 }, keys: ['13-17'], found: { '13-17': 0.2 } },
    { why: '50 and older', held: { '50+': 0.4 }, keys: ['50以上'], found: { '50以上': 0.4 } },
    { why: 'words that are no band are nothing', held: { Z世代: 0.4 }, keys: ['18-24'], found: {} },
    { why: 'nor is one that runs backwards', held: { '30-20': 0.4 }, keys: ['18-24'], found: {} },
    { why: 'a wish that is no band stays unknown', held: { '18-24': 0.4 }, keys: ['young'], found: {} },
  ])('$why', ({ held, keys, found }) => {
    const read = rebandAges(held, keys)
    expect(Object.keys(read)).toEqual(Object.keys(found))
    for (const [key, share] of Object.entries(found)) expect(read[key]).toBeCloseTo(share, 9)
  })
})

describe('an audience of which a part is told', () => {
  const judge = (age: Record<string, number>, wish: Record<string, number>) =>
    measureAudience(audience({}, age), { size: null, gender: {}, age: wish }, null)

  test.each([
    { why: 'no wished band is told: unknown, not nought', held: { '18-24': 0.4 }, wish: { '25-34': 1 }, value: null, completeness: 0 },
    { why: 'half of the wish is told', held: { '18-24': 0.4 }, wish: { '18-24': 1, '25-34': 1 }, value: 0.8, completeness: 0.5 },
    { why: 'the rest cannot be elsewhere: nought', held: { '18-24': 0.95 }, wish: { '25-34': 1 }, value: 0, completeness: 1 },
    { why: 'told in full', held: { '18-24': 0.4, '25-34': 0.6 }, wish: { '25-34': 1 }, value: 0.6, completeness: 1 },
    { why: 'a band that is touched is told', held: { '30-39': 0.4 }, wish: { '25-34': 1 }, value: 0.2, completeness: 1 },
    { why: 'a band wished by nobody adds nothing', held: { '18-24': 0.4 }, wish: { '18-24': 0, '25-34': 1 }, value: null, completeness: 0 },
  ])('$why', ({ held, wish, value, completeness }) => {
    const found = judge(held, wish)
    expect(found.completeness).toBeCloseTo(completeness, 9)
    if (value === null) expect(found.value).toBeNull()
    else expect(found.value).toBeCloseTo(value, 9)
  })

  test('says of how much of the wish it speaks, in both languages', () => {
    const told = judge({ '18-24': 0.4 }, { '18-24': 1, '25-34': 1 }).because
    expect(told.en).toContain('known for 50% of the target only')
    expect(told.zh).toContain('仅知目标的 50%')
  })

  test('shares and evidence stay between nought and one', () => {
    const band = fc.constantFrom('<18', '18-24', '25-34', '35-44', '>44')
    const some = fc.dictionary(band, fc.double({ min: 0.01, max: 0.2, noNaN: true }), { minKeys: 1 })
    fc.assert(
      fc.property(some, some, (held, wish) => {
        const { value, completeness } = judge(held, wish)
        expect(value === null).toBe(completeness === 0)
        for (const each of [value ?? 0, completeness]) {
          expect(each).toBeGreaterThanOrEqual(0)
          expect(each).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })
})

describe('category and content', () => {
  const noPosts = describeImage(account(), { today: '2026-11-22' })
  const speaking = (textsHeld: number, count: number, unknownShare = 0) => ({
    ...noPosts,
    textsHeld,
    topics: { known: [{ key: 'skincare', name: 'skin care', nameZh: '护肤', count, share: count / textsHeld }], unknownShare },
  })

  test.each([
    { why: 'the product’s category', categories: ['美妆'], image: null, value: 1, completeness: 0.5 },
    { why: 'another category is explained, not nought', categories: ['汽车'], image: null, value: 0.2, completeness: 0.5 },
    { why: 'nothing held', categories: [], image: null, value: null, completeness: 0 },
    { why: 'posts alone', categories: [], image: speaking(8, 8), value: 0.9, completeness: 0.5 },
    { why: 'both: the mean', categories: ['护肤'], image: speaking(8, 3), value: 0.7, completeness: 1 },
    { why: 'posts that name no topic say nothing', categories: ['护肤'], image: speaking(4, 0, 1), value: 1, completeness: 0.5 },
    { why: 'more hits than posts are as many as posts', categories: [], image: speaking(4, 9), value: 5 / 6, completeness: 0.5 },
  ])('$why', ({ categories, image, value, completeness }) => {
    const found = measureContent({ categories }, image, 'cosmetics')
    if (value === null) expect(found.value).toBeNull()
    else expect(found.value).toBeCloseTo(value, 12)
    expect(found.completeness).toBe(completeness)
  })

  test('a product without a field of its own stays unknown', () => {
    expect(PRODUCT_FIELDS.general).toBeUndefined()
    expect(measureContent({ categories: ['美妆'] }, null, 'general').value).toBeNull()
  })
})

describe('past work', () => {
  const posts = (everyday: number[], paid: number[]) => [
    ...everyday.map((views, at) => newPost({ postId: `e${at}`, sponsored: false, views })),
    ...paid.map((views, at) => newPost({ postId: `s${at}`, sponsored: true, views })),
  ]

  test('too few of either kind: unknown', () => {
    expect(measurePastWork(posts([10, 20], [15])).value).toBeNull()
    expect(measurePastWork(posts([10, 20, 30], [])).value).toBeNull()
    expect(measurePastWork([newPost({ postId: 'u', sponsored: null, views: 5 })]).value).toBeNull()
  })

  test('none of two reached it: low, and not nought', () => {
    const found = measurePastWork(posts([10, 20, 30], [1, 2]))
    expect(found.value).toBeGreaterThan(0)
    expect(found.value).toBeLessThan(0.5)
    expect(found.completeness).toBeCloseTo(0.4, 12)
  })

  test('as much as the middle counts as reached', () => {
    expect(measurePastWork(posts([10, 20, 30], [20, 20, 20, 20, 20])).value).toBeGreaterThan(0.5)
  })
})

describe('the whole', () => {
  const facts = (known: Partial<FitFacts> = {}): FitFacts => ({ account: account(), vetting: null, price: null, reference: null, ...known })

  test('a creator of whom nothing is held has no fit, and every part says why', () => {
    const report = measureFit(facts(), makeCampaign())
    expect(report).toMatchObject({ score: null, completeness: 0, version: 'fit-1' })
    expect(report.parts.every(({ value, because: told }) => value === null && told.en.length > 10 && told.zh.length > 5)).toBe(true)
  })

  test('brand safety is the score of the image report and nothing else', () => {
    const [vetting] = vetAccounts([account()], [])
    if (vetting === undefined) throw new Error('one account gives one vetting')
    const rated = (score: number | null) => ({
      ...vetting,
      image: { ...vetting.image, safety: { score, atMost: 40, parts: vetting.image.safety.parts } },
    })
    const safetyAt = (score: number | null) =>
      measureFit(facts({ vetting: rated(score) }), makeCampaign()).parts.find(({ code }) => code === 'safety')?.value
    expect(safetyAt(73)).toBeCloseTo(0.73, 12)
    expect(safetyAt(0)).toBe(0)
    expect(safetyAt(null)).toBeNull()
  })

  test.each([
    { price: { rank: 0, n: 9 }, value: 0.95 },
    { price: { rank: 1, n: 9 }, value: 0.05 },
    { price: { rank: null, n: 7 }, value: null },
    { price: null, value: null },
  ])('price $price: the dearest is dear, not worthless', ({ price, value }) => {
    const found = measureFit(facts({ price }), makeCampaign()).parts.find(({ code }) => code === 'price')?.value
    if (value === null) expect(found).toBeNull()
    else expect(found).toBeCloseTo(value, 12)
  })
})

describe('the order of a list', () => {
  test.each([
    { why: 'much evidence before a flawless tenth', before: { score: 0.8, completeness: 0.9 }, after: { score: 1, completeness: 0.1 } },
    { why: 'the better of the same evidence', before: { score: 0.8, completeness: 0.5 }, after: { score: 0.7, completeness: 0.5 } },
    {
      why: 'a poor fit that is sure stands after one that is not',
      before: { score: 0.3, completeness: 0.1 },
      after: { score: 0.3, completeness: 0.9 },
    },
    { why: 'unknown stands last', before: { score: 0, completeness: 1 }, after: { score: null, completeness: 0 } },
  ])('$why', ({ before, after }) => {
    expect(orderOfFit(before)).toBeGreaterThan(orderOfFit(after))
  })
})

describe('price and audience over a list of accounts', () => {
  const quoted = (at: number, known: Partial<Account> = {}) =>
    account({
      accountId: `p${at}`,
      followers: 60_000,
      categories: ['护肤'],
      quotes: [newQuote({ format: 'note_image', listFen: 100_000 * (at + 1), filed: true, source: 'agency.list' })],
      posts: Array.from({ length: 6 }, (_, n) =>
        newPost({ postId: `${at}-${n}`, sponsored: false, views: 10_000, publishedAt: '2026-11-01' }),
      ),
      audience: audience({ female: 0.5 + at / 100 }),
      ...known,
    })

  test('each is placed among the others; the unpriced and the uncategorised nowhere', () => {
    const accounts = [...Array.from({ length: 9 }, (_, at) => quoted(at)), quoted(9, { quotes: [] }), quoted(10, { categories: [] })]
    const places = rankPrices(accounts, { asOf: '2026-11-22' })
    expect(places[0]).toEqual({ n: 8, rank: 0 })
    expect(places[4]).toEqual({ n: 8, rank: 0.5 })
    expect(places[8]).toEqual({ n: 8, rank: 1 })
    expect(places.slice(9)).toEqual([null, null])
  })

  test('among fewer than eight others nobody has a place', () => {
    const places = rankPrices(
      Array.from({ length: 8 }, (_, at) => quoted(at)),
      { asOf: '2026-11-22' },
    )
    expect(places[0]).toEqual({ n: 7, rank: null })
  })

  test('the mean of a share counts the audiences that name it', () => {
    const means = meanAudiences([quoted(0), quoted(10), quoted(20, { audience: null }), quoted(30, { audience: audience({}) })])
    expect(means.get('xiaohongshu')).toMatchObject({ gender: { female: 0.55 }, age: {}, n: 3 })
    expect(means.get('douyin')).toBeUndefined()
  })
})

describe('the table of weights', () => {
  const weights = FIT_TABLE.weights
  test.each([
    { why: 'the shipped one', table: FIT_TABLE, isGood: true },
    { why: 'a negative weight', table: { ...FIT_TABLE, weights: { ...weights, price: -0.1 } }, isGood: false },
    { why: 'no number', table: { ...FIT_TABLE, weights: { ...weights, price: Number.NaN } }, isGood: false },
    { why: 'all nought', table: { ...FIT_TABLE, weights: Object.fromEntries(FIT_PARTS.map((name) => [name, 0])) }, isGood: false },
    { why: 'a part left out', table: { ...FIT_TABLE, weights: { audience: 1 } }, isGood: false },
    { why: 'without a source', table: { ...FIT_TABLE, source: ' ' }, isGood: false },
  ])('$why', ({ table, isGood }) => {
    expect(fitTableSchema.safeParse(table).success).toBe(isGood)
  })

  test('the shipped weights sum to one', () => {
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
  })
})
