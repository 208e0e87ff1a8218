import { describe, expect, test } from 'vitest'
import { freezeGoal, type GuardRail, type Kpi, type SeriesValue } from '../campaigns/index.ts'
import { judgeGates } from '../gates/index.ts'
import { makeCampaign, makeDeliverable, makeGateInput, makeKpi, makePlan, makeRail } from '../gates/test/gate-fixture.ts'
import { addDays } from '../shared/index.ts'
import { buildReport, reportSchema, type ReportInput } from './index.ts'
import { sha256 } from '../../test/sha256.ts'

const AT = '2027-01-05T00:00:00.000Z'
const STARTS = '2027-01-11'
const run = (metric: SeriesValue['metric'], unit: string, count: number, valueAt: (at: number) => number): SeriesValue[] =>
  Array.from({ length: count }, (_, at) => ({
    id: null,
    subject: metric === 'sales' ? 'product:Lakeside cream' : 'brand:Alpensee',
    metric,
    unit,
    day: addDays(STARTS, at),
    value: valueAt(at),
    source: 'back end',
    enteredAt: AT,
    enteredBy: null,
    importId: null,
    withdrawnAt: null,
  }))

function build(kpis: Kpi[], { rails = [], plan = null, ...change }: Partial<ReportInput> & { rails?: GuardRail[] } = {}) {
  const campaign = makeCampaign({ goal: { primary: 'awareness', reasonForOtherGoal: null, kpis, guardRails: rails } })
  const frozen = freezeGoal({ campaign, plan, at: AT }, sha256)
  const spine = judgeGates(makeGateInput({ campaign }), sha256)
  return buildReport({ campaign, frozen, plan, deliverables: [], spine, now: '2027-04-20T00:00:00.000Z', ...change })
}

describe('KPIs that the brand counts', () => {
  const mentions = makeKpi({ name: 'mentions', unit: 'posts', deadline: '2027-01-20', target: 100 })
  test.each([
    { why: 'whole and enough', days: 10, each: 10, value: 100, verdict: 'reached' },
    { why: 'whole and too little', days: 10, each: 9, value: 90, verdict: 'missed' },
    { why: 'a flow that lacks days and is enough already', days: 9, each: 12, value: 108, verdict: 'reached' },
    { why: 'a flow that lacks days and is not', days: 9, each: 10, value: 90, verdict: 'unknown' },
  ])('mentions, $why: $verdict', ({ days, each, value, verdict }) => {
    const report = build([mentions], { series: run('mentions', 'posts', days, () => each) })
    expect(report.kpis[0]).toMatchObject({ verdict, actual: { value, source: 'back end' } })
    expect(reportSchema.parse(report)).toEqual(report)
  })

  test('a stock that is not at its deadline yet may fall again: unknown', () => {
    const followers = makeKpi({ name: 'newFollowers', unit: 'followers', deadline: '2027-01-20', target: 50 })
    const grow = (days: number) => build([followers], { series: run('followers', 'followers', days, (at) => 1000 + 10 * at) }).kpis[0]
    expect(grow(8)).toMatchObject({ verdict: 'unknown', actual: { value: 70, because: 'known from 2027-01-11 to 2027-01-18' } })
    expect(grow(10)).toMatchObject({ verdict: 'reached', actual: { value: 90, because: null } })
  })

  test('without a series it says who delivers when', () => {
    expect(build([mentions]).kpis[0]?.actual.because).toContain('no series of mentions was imported')
  })

  test('days of another deadline than the frozen one change nothing', () => {
    const series = run('mentions', 'posts', 30, () => 10)
    const campaign = makeCampaign({
      starts: '2027-01-15',
      goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [{ ...mentions, target: 1, deadline: '2027-03-01' }] },
    })
    expect(build([mentions], { series, campaign }).kpis[0]).toMatchObject({ target: { value: 100 }, actual: { value: 100 } })
  })
})

describe('whose numbers judge', () => {
  const sales = makeKpi({ name: 'sales', unit: 'CNY', deadline: '2027-01-20', target: 100 })
  const series = [
    ...run('sales', 'CNY', 10, () => 5),
    ...run('sales', 'CNY', 10, () => 90).map((value) => ({ ...value, subject: 'product:Night cream' })),
  ]
  const goal = { primary: 'product' as const, reasonForOtherGoal: null, kpis: [sales] }
  const campaign = makeCampaign({ goal, product: { ...makeCampaign().product, name: 'Night cream' } })
  test('the product of the frozen goal, whatever the campaign was edited to', () => {
    expect(build([sales], { series, campaign }).kpis[0]).toMatchObject({ actual: { value: 50 }, verdict: 'missed' })
  })
  test('near miss: frozen with the other product, its series is the one that counts', () => {
    const frozen = freezeGoal({ campaign, plan: null, at: AT }, sha256)
    expect(build([sales], { series, campaign, frozen }).kpis[0]).toMatchObject({ actual: { value: 900 }, verdict: 'reached' })
  })
})

describe('the forecast that was frozen', () => {
  const views = makeKpi({ name: 'views', unit: 'views' })
  const planOf = (p50: number) =>
    makePlan({ kpis: [{ name: 'views', unit: 'views', p10: 1, p50, p90: 9_000, target: null, pTarget: null }] })
  test('is what is reported, whatever was planned later', () => {
    const campaign = makeCampaign({ goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [views] } })
    const frozen = freezeGoal({ campaign, plan: planOf(500), at: AT }, sha256)
    expect(build([views], { frozen, plan: planOf(7000) }).kpis[0]?.p50).toBe(500)
  })
  test('near miss: frozen without a plan, the plan of now is shown', () => {
    const campaign = makeCampaign({ goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [views] } })
    const frozen = freezeGoal({ campaign, plan: null, at: AT }, sha256)
    expect(build([views], { frozen, plan: planOf(7000) }).kpis[0]?.p50).toBe(7000)
  })
})

describe('guard-rails', () => {
  // One post: 20,000 views, 1,500 interactions, CNY 12,000.
  const post = {
    deliverable: makeDeliverable({ state: 'published', publishedUrl: 'https://example.com/n1', publishedAt: '2027-01-20T04:00:00.000Z' }),
    costFen: 1_200_000,
    costSource: 'order 1',
    observations: [
      { views: 20_000, likes: 900, comments: 60, shares: 40, saves: 500, observedAt: '2027-02-05T08:00:00.000Z', source: 'export' },
    ],
  }
  test.each([
    { rail: { metric: 'cpe', value: 8 }, actual: 8, verdict: 'kept' },
    { rail: { metric: 'cpe', value: 7.9 }, actual: 8, verdict: 'broken' },
    { rail: { metric: 'cpm', value: 600 }, actual: 600, verdict: 'kept' },
    { rail: { metric: 'cpv', value: 0.5 }, actual: 0.6, verdict: 'broken' },
    { rail: { metric: 'views', bound: 'atLeast', value: 20_000 }, actual: 20_000, verdict: 'kept' },
    { rail: { metric: 'views', bound: 'atLeast', value: 20_001 }, actual: 20_000, verdict: 'broken' },
    { rail: { metric: 'refundShare', value: 0.3 }, actual: null, verdict: 'unknown' },
    { rail: { metric: 'positiveShare', bound: 'atLeast', value: 0.8 }, actual: null, verdict: 'unknown' },
  ] as const)('$rail.metric $rail.value: $verdict', ({ rail, actual, verdict }) => {
    const report = build([makeKpi()], { rails: [makeRail(rail)], deliverables: [post] })
    expect(report.guardRails).toEqual([
      expect.objectContaining({ limit: rail.value, verdict, actual: expect.objectContaining({ value: actual }) }),
    ])
  })

  // Of three posts one is known.
  const unseen = { ...post, observations: [] }
  const EARLY = '2027-01-20T12:00:00.000Z'
  test.each([
    { why: 'at least, in part, not there yet', rail: { bound: 'atLeast', value: 1_000_000 }, verdict: 'unknown' },
    { why: 'at least, in part, there already', rail: { bound: 'atLeast', value: 20_000 }, verdict: 'kept' },
    { why: 'at most, in part, not over it', rail: { bound: 'atMost', value: 20_000 }, verdict: 'unknown' },
    { why: 'at most, in part, over it already', rail: { bound: 'atMost', value: 19_999 }, verdict: 'broken' },
    { why: 'a cost of some of the posts', rail: { metric: 'cpm', value: 600 }, verdict: 'unknown' },
    { why: 'a cost of some, above', rail: { metric: 'cpm', value: 599 }, verdict: 'unknown' },
  ] as const)('one of three posts known, $why: $verdict', ({ rail, verdict }) => {
    const rails = [makeRail({ metric: 'views', ...rail })]
    expect(build([makeKpi()], { rails, deliverables: [post, unseen, unseen] }).guardRails?.[0]?.verdict).toBe(verdict)
  })

  test.each([
    { now: EARLY, bound: 'atLeast', value: 1_000_000, verdict: 'unknown' },
    { now: EARLY, bound: 'atMost', value: 1_000_000, verdict: 'unknown' },
    { now: '2027-04-20T00:00:00.000Z', bound: 'atLeast', value: 1_000_000, verdict: 'broken' },
    { now: '2027-04-20T00:00:00.000Z', bound: 'atMost', value: 1_000_000, verdict: 'kept' },
  ] as const)('views $bound at $now: $verdict, since more may come until the campaign ends', ({ now, verdict, ...rail }) => {
    const seen = { ...post, observations: post.observations.map((each) => ({ ...each, observedAt: '2027-01-20T10:00:00.000Z' })) }
    const rails = [makeRail({ metric: 'views', ...rail })]
    const [guard] = build([makeKpi()], { rails, deliverables: [now === EARLY ? seen : post], now }).guardRails ?? []
    expect(guard).toMatchObject({ verdict, actual: { value: 20_000 } })
  })

  test('nothing frozen: no rule to judge by', () => {
    expect(build([makeKpi()], { rails: [makeRail()], deliverables: [post], frozen: null }).guardRails?.[0]?.verdict).toBe('unknown')
  })

  test('an unknown says why in both languages', () => {
    const [rail] = build([makeKpi()], { rails: [makeRail({ metric: 'refundShare' })] }).guardRails ?? []
    expect([rail?.actual.because, rail?.actual.becauseZh]).toEqual(['no orders with refunds were brought in yet', '尚未导入含退款的订单'])
  })
})
