import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCampaign, makeKpi } from '../campaigns/test/campaign-fixture.ts'
import { newQuote, type Account, type Quote } from '../creators/index.ts'
import { AS_OF, makeAccount, makePosts } from '../planning/test/make-account.ts'
import { chooseQuote, listBookable, planCampaign, planResultSchema, type PlanRequest } from './index.ts'

const quote = (format: string, yuan: number, known: Partial<Quote> = {}) =>
  newQuote({ format, source: 'typed', listFen: yuan * 100, platformFee: 0, filed: true, ...known })

const creator = (id: string, quotes: Quote[], known: Partial<Account> = {}) =>
  makeAccount({
    platform: 'weibo',
    accountId: id,
    creatorType: { value: 'micro', basis: 'entered by a person' },
    posts: makePosts([40_000, 48_000, 36_000]),
    quotes,
    ...known,
  })

const campaign = makeCampaign({
  platforms: ['weibo'],
  budgetFen: 1_000_000,
  audience: { gender: {}, age: {}, size: 1_000_000 },
  goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi({ name: 'views', target: 50_000 })] },
})

const plan = (accounts: Account[], { campaign: known, ...rest }: Partial<PlanRequest> = {}) =>
  planCampaign({ campaign: known ?? campaign, accounts, asOf: AS_OF, clock: () => 0, ...rest })
const formatOf = (result: ReturnType<typeof plan>, id: string) => result.creators.find((one) => one.id === id)?.format

const both = (id: string, direct = 6000, repost = 1000) => creator(id, [quote('post_direct', direct), quote('post_repost', repost)])

describe('what a creator may be booked with', () => {
  test.each([
    { why: 'the cheapest of each format, cheapest first', quotes: [quote('a', 9), quote('b', 5), quote('a', 7)], told: ['b 500', 'a 700'] },
    { why: 'filed ones alone where there are any', quotes: [quote('a', 9), quote('b', 5, { filed: null })], told: ['a 900'] },
    {
      why: 'unsaid filing where there is nothing else',
      quotes: [quote('b', 5, { filed: null }), quote('c', 1, { filed: false })],
      told: ['b 500'],
    },
    { why: 'nothing that is unfiled', quotes: [quote('c', 1, { filed: false })], told: [] },
  ])('$why', ({ quotes, told }) => {
    const account = creator('x', quotes)
    const { bookable, because } = listBookable(account, AS_OF)
    expect(bookable.map(({ quote: { format }, costFen }) => `${format} ${costFen}`)).toEqual(told)
    expect(chooseQuote(account, AS_OF)).toMatchObject({ quote: bookable[0]?.quote ?? null, because })
  })
})

describe('creators with several formats', () => {
  test('money for all of it buys the post, little money buys the repost, and the plan names creators', () => {
    const rich = plan([both('a'), both('b')], { campaign: { ...campaign, budgetFen: 1_200_000 } })
    expect([formatOf(rich, 'a'), formatOf(rich, 'b')]).toEqual(['post_direct', 'post_direct'])
    const middle = plan([both('a'), both('b')], { campaign: { ...campaign, budgetFen: 700_000 } })
    expect([formatOf(middle, 'a'), formatOf(middle, 'b')].toSorted()).toEqual(['post_direct', 'post_repost'])
    const poor = plan([both('a'), both('b')], { campaign: { ...campaign, budgetFen: 200_000 } })
    expect(poor.creators.map(({ id, format }) => `${id} ${format}`).toSorted()).toEqual(['a post_repost', 'b post_repost'])
    expect(poor.chosen.toSorted()).toEqual(['a', 'b'])
    expect(planResultSchema.parse(poor)).toEqual(poor)
    expect(poor.because[0]).toContain('2 of 2 candidates')
  })

  test('each format has its own forecast, the same draws, and says what it takes', () => {
    const [direct] = plan([creator('a', [quote('post_direct', 1000)])]).creators
    const [repost] = plan([creator('a', [quote('post_repost', 1000)])]).creators
    expect(repost?.forecast?.p50).toBeCloseTo((direct?.forecast?.p50 ?? 0) / 2, 6)
    expect(repost?.because.join(' ')).toContain('As repost it is taken to bring 50% of a usual post [A].')
    expect(direct?.because.join(' ')).not.toContain('of a usual post [A]')
  })

  test('what else a creator offers is told, with its price in both languages', () => {
    const [one] = plan([both('a')]).creators
    expect(one?.because).toContain('Also offered and not chosen: repost CNY 1,000.00.')
    expect(one?.becauseZh?.join('')).toContain('另有报价未选用：转发微博')
  })

  test('an offer that costs more and brings no more is passed over, unless a least share asks for money to be spent', () => {
    const long = creator('a', [quote('video_1_20s', 1000), quote('video_60s_plus', 6000)])
    expect(formatOf(plan([long]), 'a')).toBe('video_1_20s')
    const share = { type: 'micro' as const, minCount: null, maxCount: null, minShare: 0.5, maxShare: null }
    expect(formatOf(plan([long], { campaign: { ...campaign, mix: [share] } }), 'a')).toBe('video_60s_plus')
  })

  test.each([
    { why: 'a creator alone is in with any format', keep: ['a'], formats: [], budget: 1500, expected: 'post_repost' },
    { why: 'a creator and a format', keep: ['a'], formats: [['a', 'post_direct']], budget: 9000, expected: 'post_direct' },
    {
      why: 'the cheaper format, though there is money for more',
      keep: ['a'],
      formats: [['a', 'post_repost']],
      budget: 9000,
      expected: 'post_repost',
    },
  ] as const)('locked: $why', ({ keep, formats, budget, expected }) => {
    const result = plan([both('a'), both('b', 700, 600)], {
      keep,
      formats: new Map(formats),
      campaign: { ...campaign, budgetFen: budget * 100 },
    })
    expect(formatOf(result, 'a')).toBe(expected)
    expect(result.resolved?.formats ?? []).toEqual(formats.map(([id, format]) => ({ id, format })))
  })

  test('a locked format that is too dear, or that nobody offers, is refused by name', () => {
    const dear = plan([both('a')], { keep: ['a'], formats: new Map([['a', 'post_direct']]), campaign: { ...campaign, budgetFen: 300_000 } })
    expect(dear.infeasible?.clash).toEqual(['budgetFen', 'mustHave.a'])
    expect(dear.infeasible?.smallest).toContainEqual({ constraint: 'budgetFen', from: 300_000, to: 600_000 })
    const unknown = plan([both('a')], { keep: ['a'], formats: new Map([['a', 'live']]) })
    expect(unknown.infeasible?.clash).toEqual(['mustHave.a'])
    expect(unknown.left[0]?.because).toBe('no usable quote for the format that is locked (live).')
  })

  test('creators kept apart are apart in every format', () => {
    const constraints = { apart: [['a', 'b']] }
    const result = plan([both('a'), both('b')], { campaign: { ...campaign, budgetFen: 5_000_000, constraints } })
    expect(result.chosen).toHaveLength(1)
  })

  test('nobody is in reserve twice or beside a format of their own; alternatives carry formats', () => {
    const result = plan(['a', 'b', 'c', 'd', 'e'].map((id, at) => both(id, 5000 + at, 900 + at)))
    const standing = (result.reserveByRole ?? []).flatMap(({ ranked }) => ranked.map(({ id }) => id))
    expect(standing).toEqual([...new Set(standing)])
    expect([...standing, ...result.reserve].filter((id) => result.chosen.includes(id))).toEqual([])
    const told = new Set([...result.chosen, ...result.left.map(({ id }) => id)])
    expect([...told].toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(result.left.map(({ id }) => id)).toEqual([...new Set(result.left.map(({ id }) => id))])
    for (const { plan: other } of result.alternatives ?? [])
      if (other !== null) expect(other.formats?.map(({ id }) => id).toSorted()).toEqual(other.chosen.toSorted())
  })

  test('property: never over budget, nobody twice, the same seed the same plan', () => {
    const yuan = fc.integer({ min: 100, max: 9000 })
    const offers = fc.dictionary(fc.constantFrom('post_direct', 'post_repost', 'video'), yuan, { minKeys: 1 })
    fc.assert(
      fc.property(fc.array(offers, { minLength: 1, maxLength: 6 }), yuan, (drawn, budget) => {
        const accounts = drawn.map((prices, at) =>
          creator(
            `c${at}`,
            Object.entries(prices).map(([format, price]) => quote(format, price)),
          ),
        )
        const ask = () => plan(accounts, { campaign: { ...campaign, budgetFen: budget * 100 } })
        const result = ask()
        expect(result.costFen).toBeLessThanOrEqual(budget * 100)
        expect(result.chosen).toEqual([...new Set(result.chosen)])
        expect(result.creators.map(({ id }) => id).toSorted()).toEqual(result.chosen.toSorted())
        expect(ask()).toEqual(result)
      }),
      { numRuns: 25 },
    )
  })
})
