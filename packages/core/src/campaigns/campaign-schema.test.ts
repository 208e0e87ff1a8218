import { describe, expect, test } from 'vitest'
import { campaignSchema, goalSchema, kpiSchema, mixRuleSchema, pastResultSchema, waiverSchema } from './index.ts'
import { tellIssue } from '../shared/index.ts'
import { makeCampaign, makeKpi } from './test/campaign-fixture.ts'

const accepts = (change: object) => campaignSchema.safeParse({ ...makeCampaign(), ...change }).success
const CHF = { code: 'CHF', ratePerCny: 0.12, on: '2027-01-04', source: 'bank letter' }

describe('a campaign as people write it', () => {
  test.each([
    { why: 'as it stands', change: {} },
    { why: 'a budget of one fen', change: { budgetFen: 1 } },
    { why: 'a second currency with its rate', change: { secondCurrency: CHF } },
    { why: 'no goal yet', change: { goal: null } },
    { why: 'one day long', change: { starts: '2027-01-11', ends: '2027-01-11' } },
    { why: 'over the leap day', change: { starts: '2028-02-29', ends: '2028-03-01' } },
    { why: 'an audience without a known size', change: { audience: { gender: { female: 0.8 }, age: {}, size: null } } },
    { why: 'an audience by shares rounded up', change: { audience: { gender: {}, age: { a: 0.34, b: 0.34, c: 0.33 }, size: null } } },
    { why: 'a wished tone', change: { wishedTone: { sentenceLength: [8, 20], address: 'sisters' } } },
    { why: 'no tone wished any more', change: { wishedTone: null } },
    { why: 'several platforms', change: { platforms: ['xiaohongshu', 'douyin', 'bilibili'] } },
  ])('accepted: $why', ({ change }) => {
    expect(accepts(change)).toBe(true)
  })

  test.each([
    { why: 'a budget of nothing', change: { budgetFen: 0 } },
    { why: 'a negative budget', change: { budgetFen: -100 } },
    { why: 'half a fen', change: { budgetFen: 100.5 } },
    { why: 'a budget in words', change: { budgetFen: '300000' } },
    { why: 'endless money', change: { budgetFen: Number.POSITIVE_INFINITY } },
    { why: 'no name', change: { name: '' } },
    { why: 'no brand', change: { brand: '' } },
    { why: 'no platform', change: { platforms: [] } },
    { why: 'a platform outside China', change: { platforms: ['instagram'] } },
    { why: 'a stage nobody knows', change: { stage: 'famous' } },
    { why: 'a category nobody knows', change: { category: 'rockets' } },
    { why: 'a day that does not exist', change: { starts: '2027-02-29' } },
    { why: 'a month that does not exist', change: { ends: '2027-13-01' } },
    { why: 'a moment where a day belongs', change: { starts: '2027-01-11T00:00:00Z' } },
    { why: 'a rate of zero', change: { secondCurrency: { ...CHF, ratePerCny: 0 } } },
    { why: 'a rate without its source', change: { secondCurrency: { ...CHF, source: undefined } } },
    { why: 'a currency we do not show', change: { secondCurrency: { ...CHF, code: 'JPY' } } },
    { why: 'a wished tone that nothing can meet', change: { wishedTone: { emojiPer100: [5, 1] } } },
    { why: 'an address nobody knows', change: { wishedTone: { address: 'lord' } } },
    { why: 'an audience of nobody', change: { audience: { gender: {}, age: {}, size: 0 } } },
    { why: 'an audience of 190 % women', change: { audience: { gender: { female: 1.9 }, age: {}, size: null } } },
    { why: 'an audience of 180 % in all', change: { audience: { gender: { female: 0.9, male: 0.9 }, age: {}, size: null } } },
    { why: 'an audience of less than nobody', change: { audience: { gender: {}, age: { '18-24': -0.1 }, size: null } } },
    { why: 'half a seed', change: { seed: 0.5 } },
    { why: 'an end before the start', change: { starts: '2027-01-31', ends: '2027-01-30' } },
  ])('refused: $why', ({ change }) => {
    expect(accepts(change)).toBe(false)
  })

  test('what is refused is named by its place', () => {
    const result = campaignSchema.safeParse({
      ...makeCampaign(),
      goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi({ target: 0 })] },
    })
    expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual(['goal.kpis.0.target'])
  })
})

describe('the parts', () => {
  test.each([
    { why: 'a target of nothing', kpi: { target: 0 } },
    { why: 'a negative target', kpi: { target: -5 } },
    { why: 'a name nobody knows', kpi: { name: 'love' } },
    { why: 'delivered some day', kpi: { deliveredWhen: 'later' } },
    { why: 'no deadline', kpi: { deadline: null } },
  ])('a KPI is refused: $why', ({ kpi }) => {
    expect(kpiSchema.safeParse({ ...makeKpi(), ...kpi }).success).toBe(false)
  })

  test('a baseline may be unknown, not left out', () => {
    expect(kpiSchema.safeParse(makeKpi({ baseline: null })).success).toBe(true)
    expect(kpiSchema.safeParse({ ...makeKpi(), baseline: undefined }).success).toBe(false)
  })

  test('one primary goal, not two', () => {
    expect(goalSchema.safeParse({ primary: ['awareness', 'product'], reasonForOtherGoal: null, kpis: [] }).success).toBe(false)
  })

  const rule = { type: 'koc', minCount: null, maxCount: null, minShare: null, maxShare: null }
  test.each([
    { why: 'nothing asked', change: {}, isFine: true },
    { why: 'exactly none', change: { maxCount: 0 }, isFine: true },
    { why: 'all of the budget', change: { minShare: 1 }, isFine: true },
    { why: 'more than the budget', change: { maxShare: 1.01 }, isFine: false },
    { why: 'a negative share', change: { minShare: -0.1 }, isFine: false },
    { why: 'half a creator', change: { minCount: 0.5 }, isFine: false },
    { why: 'a type nobody knows', change: { type: 'guru' }, isFine: false },
  ])('a rule of the mix, $why: $isFine', ({ change, isFine }) => {
    expect(mixRuleSchema.safeParse({ ...rule, ...change }).success).toBe(isFine)
  })

  const past = { source: 'campaign of spring', views: 1000 }
  test.each([
    { why: 'as many followers as views', change: { newFollowers: 1000 }, told: [] },
    { why: 'more followers than views', change: { newFollowers: 1001 }, told: ['newFollowers：多于播放/阅读数 views'] },
    {
      why: 'more clicks and orders than views',
      change: { clicks: 2000, orders: 1500 },
      told: ['clicks：多于播放/阅读数 views', 'orders：多于播放/阅读数 views'],
    },
    { why: 'more mentions than views: others speak, too', change: { mentions: 5000 }, told: [] },
    { why: 'all paid back', change: { paidFen: 500, refundFen: 500 }, told: [] },
    { why: 'more paid back than paid', change: { paidFen: 500, refundFen: 501 }, told: ['refundFen：多于实付金额 paidFen'] },
    { why: 'paid back of what nobody counted', change: { refundFen: 501 }, told: [] },
  ])('what earlier views brought, $why: $told', ({ change, told }) => {
    const { error } = pastResultSchema.safeParse({ ...past, ...change })
    expect((error?.issues ?? []).map((issue) => `${issue.path.join('.')}：${tellIssue(issue).zh}`)).toEqual(told)
  })

  const waiver = {
    gate: 'goal',
    code: 'goal.unlikely',
    subject: { kind: 'campaign', id: 'campaign' },
    inputHash: 'ab',
    person: 'p1',
    role: 'owner',
    reason: 'The brand wants it.',
    at: '2027-01-04T08:00:00Z',
  }
  test.each([
    { why: 'a reason and a name', change: {}, isFine: true },
    { why: 'evidence beside it', change: { evidence: 'report 7' }, isFine: true },
    { why: 'no reason', change: { reason: '' }, isFine: false },
    { why: 'no person', change: { person: undefined }, isFine: false },
    { why: 'no moment', change: { at: '2027-01-04' }, isFine: false },
    { why: 'a gate nobody knows', change: { gate: 'luck' }, isFine: false },
  ])('a waiver with $why: $isFine', ({ change, isFine }) => {
    expect(waiverSchema.safeParse({ ...waiver, ...change }).success).toBe(isFine)
  })
})
