import { describe, expect, test } from 'vitest'
import type { Campaign } from '../campaigns/index.ts'
import { newQuote, type Account, type Quote } from '../creators/index.ts'
import { addDays } from '../shared/index.ts'
import { chooseQuote, costOfQuote, planCampaign } from './index.ts'
import { findBudget } from './find-budget.ts'
import { lendShares, reachOf, splitAudience } from './audience-segments.ts'

const AS_OF = '2026-11-22'
const clock = () => 0

const quote = (known: Partial<Quote> = {}) =>
  newQuote({ format: 'video_21_60s', listFen: 1_000_000, filed: true, source: 'agency sheet', observedAt: AS_OF, ...known })

const account = (accountId: string, known: Partial<Account> = {}): Account => ({
  platform: 'douyin',
  accountId,
  handle: null,
  displayName: null,
  creatorType: { value: 'micro', basis: 'entered by a person' },
  followers: 100_000,
  categories: ['beauty'],
  region: null,
  mcn: null,
  verification: null,
  bio: null,
  brands: [],
  person: { gender: null, ageBand: null, languages: [] },
  commerce: { ownShop: null, level: null, liveGmvRange: [null, null] },
  community: { leads: null, kind: null, size: null },
  actsAs: [],
  audience: { gender: { female: 0.8, male: 0.2 }, age: {}, cityTier: {}, province: {}, basis: 'viewers', n: null },
  quotes: [quote()],
  metrics: [],
  posts: [60_000, 80_000, 70_000].map((views, index) => ({
    postId: `${accountId}-${index}`,
    publishedAt: addDays(AS_OF, -20 - index),
    sponsored: false,
    views,
    likes: Math.round(views * 0.03),
    comments: 100,
    shares: 50,
    saves: 10,
    observedAt: AS_OF,
  })),
  ...known,
})

const kpi = (name: 'views' | 'interactions' | 'mentions' | 'reach', target: number) => ({
  name,
  unit: name,
  definition: name,
  baseline: null,
  target,
  deadline: '2027-01-31',
  deliveredBy: 'creators',
  deliveredWhen: 'T+7' as const,
})

const campaign = (known: Partial<Campaign> = {}): Campaign => ({
  name: 'Alpensee',
  brand: 'Alpensee',
  stage: 'new',
  category: 'cosmetics',
  product: { name: 'cream', cosmeticClass: 'ordinary', registrationNo: null, ownBrandWords: [] },
  platforms: ['douyin', 'xiaohongshu'],
  budgetFen: 5_000_000,
  secondCurrency: null,
  starts: '2026-12-01',
  ends: '2026-12-31',
  audience: { gender: { female: 1 }, age: {}, size: 1_000_000 },
  localAgency: null,
  competitors: [],
  goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [kpi('interactions', 5000)] },
  mix: [],
  mustHave: [],
  never: [],
  seed: 1,
  ...known,
})

const team = (count: number) => Array.from({ length: count }, (_, index) => account(`m${index}`))
const plan = (accounts: Account[], known: Partial<Campaign> = {}) =>
  planCampaign({ campaign: campaign(known), accounts, asOf: AS_OF, clock })
const reasonFor = (result: ReturnType<typeof plan>, id: string) => result.left.find((one) => one.id === id)?.because ?? ''

describe('price truth', () => {
  test.each([
    ['list price', quote(), 1_000_000],
    ['rebate lowers it', quote({ rebate: 0.2 }), 800_000],
    ['net wins over list', quote({ netFen: 700_000, rebate: 0.2 }), 700_000],
    ['fee, tax and slot come on top', quote({ platformFee: 0.05, taxFen: 6_000, slotFeeFen: 1_000 }), 1_057_000],
    ['no price', quote({ listFen: null }), null],
    ['a price of zero is no price', quote({ listFen: 0 }), null],
  ])('%s', (_, given, costFen) => expect(costOfQuote(given)).toBe(costFen))

  test('filed before unsaid before cheaper; unfiled never', () => {
    const quotes = [
      quote({ filed: false, listFen: 100 }),
      quote({ filed: null, listFen: 200 }),
      quote({ filed: true, listFen: 900 }),
      quote({ filed: true, listFen: 800 }),
    ]
    expect(chooseQuote(account('a', { quotes }), AS_OF)).toMatchObject({ costFen: 800, quote: { filed: true } })
    expect(chooseQuote(account('a', { quotes: quotes.slice(0, 2) }), AS_OF)).toMatchObject({ costFen: 200 })
    expect(chooseQuote(account('a', { quotes: quotes.slice(0, 1) }), AS_OF)).toMatchObject({ quote: null })
  })

  test('an ended quote is not used', () => {
    const ended = account('a', { quotes: [quote({ validUntil: '2026-11-30' })] })
    expect(chooseQuote(ended, '2026-12-01')).toMatchObject({ quote: null, because: { en: expect.stringContaining('2026-12-01') } })
    expect(chooseQuote(ended, '2026-11-30')).toMatchObject({ costFen: 1_000_000 })
  })
})

describe('who is left out, and why', () => {
  const accounts = [
    ...team(6),
    account('elsewhere', { platform: 'weibo' }),
    account('unpriced', { quotes: [] }),
    account('per-play', { quotes: [quote({ listFen: null, perThousandPlaysFen: 3000 })] }),
    account('unfiled', { platform: 'xiaohongshu', quotes: [quote({ filed: false })] }),
    account('blank', { followers: null, posts: [] }),
    account('unwanted'),
    account('m0', { quotes: [quote({ listFen: 1 })] }),
  ]
  const result = plan(accounts, { never: ['unwanted'], budgetFen: 5_500_000 })

  test.each([
    ['elsewhere', 'not a platform'],
    ['unpriced', 'price unknown'],
    ['per-play', 'per thousand plays'],
    ['unfiled', '蒲公英'],
    ['blank', 'nothing to forecast from'],
    ['unwanted', 'never'],
    ['m0', 'twice'],
  ])('%s: %s', (id, reason) => expect(reasonFor(result, id)).toContain(reason))

  test('five fit the budget, the sixth stands in reserve', () => {
    expect(result.creators.map(({ id }) => id).sort()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4'])
    expect(result.costFen).toBe(5_500_000)
    expect(result.reserve).toEqual(['m5'])
    expect(reasonFor(result, 'm5')).toContain('reserve')
  })
})

describe('KPIs', () => {
  test('ranges, chance of the target, and what cannot be forecast', () => {
    const goal = { primary: 'awareness' as const, reasonForOtherGoal: null, kpis: [kpi('interactions', 5000), kpi('mentions', 100)] }
    const { kpis, because, budgetFor } = plan(team(8), { goal })
    const [views, interactions, reach] = kpis
    expect(kpis.map(({ name }) => name)).toEqual(['views', 'interactions', 'reach'])
    for (const { p10, p50, p90 } of kpis) expect(p10 < p50 && p50 < p90).toBe(true)
    expect(views).toMatchObject({ target: null, pTarget: null })
    expect(interactions?.pTarget).toBeGreaterThan(0.5)
    expect(reach?.p90).toBeLessThanOrEqual(1_000_000)
    expect(because.join(' ')).toContain('The KPI mentions is not forecast: no earlier campaign tells')
    expect(budgetFor).toEqual({ p50Fen: null, p80Fen: null })
  })

  test('a target out of reach: the budgets for 50 % and 80 %', () => {
    const goal = { primary: 'awareness' as const, reasonForOtherGoal: null, kpis: [kpi('views', 800_000)] }
    const { budgetFor, because, kpis } = plan(team(25), { goal })
    expect(kpis[0]?.pTarget).toBeLessThan(0.5)
    expect(budgetFor?.p50Fen).toBeGreaterThan(5_000_000)
    expect(budgetFor?.p80Fen).toBeGreaterThanOrEqual(budgetFor?.p50Fen ?? 0)
    expect(because.join(' ')).toContain('would make it 50%')
    const enough = plan(team(25), { goal, budgetFen: budgetFor?.p50Fen ?? 0 })
    expect(enough.kpis[0]?.pTarget).toBeGreaterThanOrEqual(0.5)
  })

  test('no budget in the pool is enough: said, not guessed', () => {
    const goal = { primary: 'awareness' as const, reasonForOtherGoal: null, kpis: [kpi('views', 90_000_000)] }
    const { budgetFor, because } = plan(team(6), { goal })
    expect(budgetFor).toEqual({ p50Fen: null, p80Fen: null })
    expect(because).toContain('No budget in this pool makes it 50%.')
  })

  test('the same campaign gives the same plan', () => {
    expect(plan(team(9))).toEqual(plan(team(9)))
    expect(plan(team(9)).chosen).toEqual(plan(team(9).toReversed()).chosen)
  })
})

describe('mix', () => {
  const big = account('star', {
    creatorType: { value: 'kol', basis: '4,000,000 followers' },
    followers: 4_000_000,
    quotes: [quote({ listFen: 4_000_000 })],
    posts: [],
  })

  test('a small budget without a mix leans to micro KOLs', () => {
    const result = plan([big, ...team(8)])
    expect(result.chosen).not.toContain('star')
    expect(result.because.join(' ')).toContain('leans to micro KOLs')
  })

  test('a stated mix is followed instead', () => {
    const rule = { type: 'kol' as const, minCount: 1, maxCount: null, minShare: null, maxShare: null }
    const result = plan([big, ...team(8)], { mix: [rule] })
    expect(result.chosen).toContain('star')
    expect(result.because.join(' ')).not.toContain('leans')
  })

  test('more creators of a type than the pool has: infeasible with the rule named', () => {
    const rule = { type: 'koc' as const, minCount: 2, maxCount: null, minShare: null, maxShare: null }
    expect(plan(team(8), { mix: [rule] })).toMatchObject({ chosen: [], creators: [], infeasible: { clash: ['koc.minCount'] } })
  })

  test('a must-have without a price cannot be planned, and both say so', () => {
    const result = plan([...team(3), account('dear', { quotes: [] })], { mustHave: ['dear'] })
    expect(result.infeasible?.clash).toEqual(['mustHave.dear'])
    expect(reasonFor(result, 'dear')).toContain('price unknown')
  })

  test('a type that is unknown stays unknown', () => {
    const [creator] = plan([account('u', { creatorType: null, followers: null })]).creators
    expect(creator?.role).toContain('unknown')
  })

  test('a type that nobody set comes from the followers, with its basis', () => {
    const [creator] = plan([account('t', { creatorType: null, followers: 60_000 })]).creators
    expect(creator?.role).toBe('direct interaction at low cost')
    expect(creator?.because[0]).toContain('60,000 followers')
  })

  test('nobody to choose from', () => {
    expect(plan([])).toMatchObject({ chosen: [], creators: [], infeasible: null, costFen: 0 })
  })
})

describe('audience', () => {
  const segments = splitAudience({ audience: { gender: { female: 0.9, male: 0.1 }, age: { '18-24': 0.5, '25-34': 0.5 }, size: 1000 } })

  test('gender × age, sizes add up', () => {
    expect(segments.map(({ id }) => id)).toEqual(['female 18-24', 'female 25-34', 'male 18-24', 'male 25-34'])
    expect(segments.reduce((sum, { size }) => sum + size, 0)).toBeCloseTo(1000, 9)
    expect(splitAudience({ audience: null })).toMatchObject([{ id: 'everyone' }])
  })

  test('an unknown audience is lent by the others, then by the target; no reach beyond the cap', () => {
    const known = {
      gender: { female: 0.5, male: 0.5 },
      age: { '18-24': 0.2, '25-34': 0.4 },
      cityTier: {},
      province: {},
      basis: 'viewers' as const,
      n: null,
    }
    const blind = account('b', { audience: null })
    expect(reachOf(blind, 100, { segments, lent: lendShares([known], segments) })['female 18-24']).toBeCloseTo(
      (100 * 0.7 * 0.5 * 0.2) / 450,
      9,
    )
    expect(reachOf(blind, 100, { segments, lent: lendShares([], segments) })['female 18-24']).toBeCloseTo((100 * 0.7 * 0.9 * 0.5) / 450, 9)
    expect(reachOf(blind, 1e9, { segments, lent: lendShares([known], segments) })['male 25-34']).toBe(0.95)
  })

  test('the budget holds room for a platform fee that nobody stated, and the plan says how much', () => {
    // Two at CNY 10,000 and a tenth of each fill CNY 22,000 to the fen.
    const two = plan(team(3), { budgetFen: 2_200_000 })
    expect(two.creators.map(({ costFen }) => costFen)).toEqual([1_000_000, 1_000_000])
    expect([two.costFen, two.feeRoomFen]).toEqual([2_200_000, 200_000])
    expect(two.because.join(' ')).toContain('CNY 2,000.00 of the budget are kept for it (10% of each price, [A])')
    expect(plan(team(3), { budgetFen: 2_199_999 }).creators).toHaveLength(1)
  })

  test('a platform fee that is unknown is said to come on top', () => {
    expect(plan(team(2)).because.join(' ')).toContain('For 2 of 2 quotes the platform fee is unknown')
    expect(plan([account('f', { quotes: [quote({ platformFee: 0 })] })]).because.join(' ')).not.toContain('platform fee is unknown')
  })

  test('the plan says whose audience is unknown', () => {
    const result = plan([account('b', { audience: null }), ...team(2)])
    expect(result.because.join(' ')).toContain('audience of 1 of 3')
  })
})

describe('findBudget', () => {
  test.each([
    ['a step', (fen: number) => (fen >= 1_230_000 ? 1 : 0), 1_300_000],
    ['never', () => 0, null],
    ['only in the middle', (fen: number) => (fen >= 700_000 && fen <= 2_000_000 ? 1 : 0), 700_000],
  ])('%s', (_, chanceAt, budget) => expect(findBudget({ fromFen: 500_000, mostFen: 9_000_000, atLeast: 0.5 }, chanceAt)).toBe(budget))
})

describe('days that are over', () => {
  test.each([
    { why: 'ended yesterday', from: -30, to: -1, en: 'The campaign ended on', zh: '方案已无法执行' },
    { why: 'ends today, having begun', from: -3, to: 0, en: 'The campaign began on', zh: '可用天数不足' },
    { why: 'begins today', from: 0, to: 20, en: null, zh: null },
    { why: 'is to come', from: 10, to: 20, en: null, zh: null },
  ])('$why', ({ from, to, en, zh }) => {
    const { because, becauseZh = [] } = plan([account('a')], { starts: addDays(AS_OF, from), ends: addDays(AS_OF, to) })
    const ofDays = because.filter((line) => /^The campaign (ended|began) on/.test(line))
    expect(ofDays.map((line) => line.slice(0, en?.length))).toEqual(en === null ? [] : [en])
    expect(becauseZh.some((line) => line.includes('早于本方案日期'))).toBe(zh !== null)
    if (zh !== null) expect(becauseZh.join('')).toContain(zh)
  })
})
