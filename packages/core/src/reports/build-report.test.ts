import { describe, expect, test } from 'vitest'
import { freezeGoal, type Campaign, type Kpi } from '../campaigns/index.ts'
import { judgeGates } from '../gates/index.ts'
import { makeCampaign, makeDeliverable, makeGateInput, makeKpi, makePlan } from '../gates/test/gate-fixture.ts'
import type { Platform } from '../shared/index.ts'
import { buildReport, reportSchema, type PostObservation, type ReportInput, type ReportedDeliverable } from './index.ts'
import { sha256 } from '../../test/sha256.ts'

const seen = (change: Partial<PostObservation> = {}): PostObservation => ({
  views: 20_000,
  likes: 900,
  comments: 60,
  shares: 40,
  saves: 500,
  observedAt: '2027-02-05T08:00:00.000Z',
  source: 'pugongying export',
  ...change,
})
const post = (change: Partial<ReportedDeliverable> & { id?: string; platform?: Platform } = {}): ReportedDeliverable => {
  const { id = 'd1', platform = 'xiaohongshu', ...rest } = change
  const deliverable = makeDeliverable({
    id,
    platform,
    state: 'published',
    publishedUrl: 'https://example.com/n1',
    publishedAt: '2027-01-20T04:00:00.000Z',
  })
  return { deliverable, costFen: 1_200_000, costSource: 'order 1', observations: [seen()], ...rest }
}
const goalOf = (...kpis: Kpi[]): Campaign['goal'] => ({ primary: 'awareness', reasonForOtherGoal: null, kpis })
const freeze = (campaign: Campaign) => freezeGoal({ campaign, plan: null, at: '2027-01-05T00:00:00.000Z' }, sha256)
const build = (change: Partial<ReportInput> = {}) => {
  const campaign = change.campaign ?? makeCampaign({ goal: goalOf(makeKpi({ target: 1500, deadline: '2027-01-31' })) })
  const spine = judgeGates(makeGateInput({ campaign }), sha256)
  return buildReport({
    campaign,
    frozen: freeze(campaign),
    plan: null,
    deliverables: [post()],
    spine,
    now: '2027-02-20T00:00:00.000Z',
    ...change,
  })
}
const numberOf = (report: ReturnType<typeof build>, label: string) => report.numbers.find((number) => number.label.en === label)

describe('the report', () => {
  test('is the wire shape and names the freeze', () => {
    const report = build()
    expect(reportSchema.parse(report)).toEqual(report)
    expect(report.frozen?.at).toBe('2027-01-05T00:00:00.000Z')
    expect(report.goalSentence.en).toBe('Goal: make the brand known in China; 1,500 interactions by 2027-01-31.')
    expect(report.goalSentence.zh).toBe('目标：让品牌在中国被知道；2027-01-31 前互动量 1,500。')
    expect(report.gates.map(({ gate }) => gate)).toEqual(['goal', 'choice', 'brief', 'trust', 'rules'])
  })

  test('numbers by hand: 20,000 views, 1,500 interactions, CNY 12,000', () => {
    const report = build()
    expect(numberOf(report, 'Views')?.value).toBe(20_000)
    expect(numberOf(report, 'Interactions')?.value).toBe(1500)
    expect(numberOf(report, 'Cost')).toMatchObject({ value: 1_200_000, unit: 'fen', source: 'order 1' })
    expect(numberOf(report, 'Cost per 1,000 views (CPM), at agreed prices')).toMatchObject({ value: 600, unit: 'CNY per 1000 views' })
    expect(numberOf(report, 'Cost per interaction (CPE), at agreed prices')?.value).toBe(8)
  })

  test('a campaign without goal says so', () => {
    const report = build({ campaign: makeCampaign({ goal: null }), frozen: null })
    expect(report.goalSentence.en).toBe('No goal was stated.')
    expect(report.kpis).toEqual([])
    expect(report.frozen).toBeNull()
  })

  test('an unpublished deliverable is listed but counts in no sum', () => {
    const planned = { ...post({ id: 'd2' }), deliverable: makeDeliverable({ id: 'd2', state: 'approved' }), observations: [] }
    const report = build({ deliverables: [post(), planned] })
    expect(report.posts).toHaveLength(2)
    expect(report.posts[1]?.views).toMatchObject({ value: null, because: 'no observation yet' })
    expect(numberOf(report, 'Views')?.because).toBeNull()
  })

  test('the forecast of a creator stands beside the result', () => {
    const quantiles = { p025: 1, p05: 2, p10: 3, p25: 4, p50: 5, p75: 6, p90: 7, p95: 8, p975: 9, mean: 5 }
    const forecast = {
      id: 'a1',
      metric: 'views',
      posts: 5,
      unit: 'views',
      asOf: null,
      horizon: 'next post',
      cohort: 'c',
      calibrated: false,
      because: [],
      ...quantiles,
    }
    const creator = { id: 'c1', role: 'micro', because: [], costFen: 1_200_000, format: 'note_picture', filed: true, forecast }
    const later = makePlan({ creators: [creator] })
    const deliverables = [post({ forecast: { p10: 30, p50: 50, p90: 70 } })]
    expect(build({ deliverables }).posts[0]).toMatchObject({ forecastP10: 30, forecastP50: 50, forecastP90: 70 })
    // What a later plan forecasts changes nothing about what the post was chosen for.
    expect(build({ deliverables, plan: later }).posts).toEqual(build({ deliverables }).posts)
    expect(build({ plan: later }).posts[0]).toMatchObject({ forecastP10: null, forecastP50: null, forecastP90: null })
  })
})

describe('observations', () => {
  const cases: readonly {
    why: string
    platform: Platform
    observations: PostObservation[]
    interactions: number | null
    because: string | null
  }[] = [
    { why: 'Xiaohongshu counts saves', platform: 'xiaohongshu', observations: [seen()], interactions: 1500, because: null },
    { why: 'Douyin does not', platform: 'douyin', observations: [seen()], interactions: 1000, because: null },
    {
      why: 'near miss: saves unknown is fine on Douyin',
      platform: 'douyin',
      observations: [seen({ saves: null })],
      interactions: 1000,
      because: null,
    },
    {
      why: 'saves unknown is not zero on Xiaohongshu',
      platform: 'xiaohongshu',
      observations: [seen({ saves: null })],
      interactions: null,
      because: 'not in the export: saves',
    },
    {
      why: 'Bilibili needs danmaku and coins',
      platform: 'bilibili',
      observations: [seen()],
      interactions: null,
      because: 'not in the export: danmaku, coins',
    },
    { why: 'Bilibili with both', platform: 'bilibili', observations: [seen({ danmaku: 10, coins: 5 })], interactions: 1015, because: null },
    { why: 'no observation', platform: 'douyin', observations: [], interactions: null, because: 'no observation yet' },
    {
      why: 'the latest wins, in whatever order they come',
      platform: 'douyin',
      observations: [
        seen({ likes: 100, observedAt: '2027-01-25T00:00:00.000Z' }),
        seen(),
        seen({ likes: 1, observedAt: '2027-01-21T00:00:00.000Z' }),
      ],
      interactions: 1000,
      because: null,
    },
    {
      why: 'an incomplete later one does not hide a complete earlier one',
      platform: 'douyin',
      observations: [seen({ observedAt: '2027-01-25T00:00:00.000Z' }), seen({ shares: null })],
      interactions: 1000,
      because: null,
    },
  ]
  test.each(cases)('$why', ({ platform, observations, interactions, because }) => {
    expect(build({ deliverables: [post({ platform, observations })] }).posts[0]?.interactions).toMatchObject({
      value: interactions,
      because,
    })
  })
})

describe('costs', () => {
  test('a post without price or result enters neither side of a ratio', () => {
    const deliverables = [post(), post({ id: 'd2', costFen: null }), post({ id: 'd3', costFen: 99_000_000, observations: [] })]
    const report = build({ deliverables })
    expect(numberOf(report, 'Cost per 1,000 views (CPM), at agreed prices')).toMatchObject({ value: 600, because: '1 of 3 posts known' })
    expect(numberOf(report, 'Cost')).toMatchObject({ value: 100_200_000, because: '2 of 3 known: at least this much' })
  })

  test('a price nobody knows is unknown, with a reason', () => {
    expect(build({ deliverables: [post({ costFen: null, costSource: '' })] }).posts[0]?.costFen).toMatchObject({
      value: null,
      source: 'none',
      because: 'no price is known',
    })
  })

  test('no views known: no ratio', () => {
    expect(
      numberOf(build({ deliverables: [post({ observations: [seen({ views: null })] })] }), 'Cost per 1,000 views (CPM), at agreed prices')
        ?.value,
    ).toBeNull()
  })

  test('zero views give no division by zero', () => {
    expect(
      numberOf(build({ deliverables: [post({ observations: [seen({ views: 0 })] })] }), 'Cost per 1,000 views (CPM), at agreed prices')
        ?.value,
    ).toBeNull()
  })
})

describe('verdict by the frozen goal', () => {
  const late = seen({ observedAt: '2027-02-08T00:00:00.000Z' })
  const cases: readonly { why: string; kpi?: Partial<Kpi>; deliverables?: ReportedDeliverable[]; now?: string; verdict: string }[] = [
    { why: 'reached to the last one', verdict: 'reached' },
    { why: 'one short after it was due', kpi: { target: 1501 }, verdict: 'missed' },
    { why: 'one short, but not due yet', kpi: { target: 1501 }, now: '2027-02-07T15:00:00.000Z', verdict: 'unknown' },
    { why: 'near miss: in Shanghai the next day has begun', kpi: { target: 1501 }, now: '2027-02-07T16:00:00.000Z', verdict: 'missed' },
    { why: 'reached before it was due', now: '2027-02-06T00:00:00.000Z', verdict: 'reached' },
    { why: 'unknown is not missed', deliverables: [post({ observations: [] })], verdict: 'unknown' },
    { why: 'a partial sum can reach', deliverables: [post(), post({ id: 'd2', observations: [] })], verdict: 'reached' },
    {
      why: 'a partial sum never misses',
      kpi: { target: 1501 },
      deliverables: [post(), post({ id: 'd2', observations: [] })],
      verdict: 'unknown',
    },
    { why: 'seen only after it was due', deliverables: [post({ observations: [late] })], verdict: 'unknown' },
    {
      why: 'near miss: T+21 waits for it',
      kpi: { deliveredWhen: 'T+21' },
      deliverables: [post({ observations: [late] })],
      verdict: 'reached',
    },
    { why: 'followers come from a series nobody imported', kpi: { name: 'newFollowers' }, verdict: 'unknown' },
  ]
  test.each(cases)('$why: $verdict', ({ kpi, verdict, ...change }) => {
    const campaign = makeCampaign({ goal: goalOf(makeKpi({ target: 1500, deadline: '2027-01-31', ...kpi })) })
    expect(build({ campaign, ...change }).kpis.map((one) => one.verdict)).toEqual([verdict])
  })

  test('a goal edited after the freeze changes nothing', () => {
    const before = makeCampaign({ goal: goalOf(makeKpi({ target: 2000, deadline: '2027-01-31' })) })
    const after = makeCampaign({ goal: goalOf(makeKpi({ target: 1, deadline: '2027-01-31' })) })
    const [kpi] = build({ campaign: after, frozen: freeze(before) }).kpis
    expect(kpi?.target.value).toBe(2000)
    expect(kpi?.verdict).toBe('missed')
  })

  test('nothing frozen: the target is shown, the verdict is unknown', () => {
    const [kpi] = build({ frozen: null }).kpis
    expect(kpi?.target.source).toBe('campaign, not frozen')
    expect(kpi?.verdict).toBe('unknown')
  })

  test('the plan’s range stands beside the target', () => {
    expect(build({ plan: makePlan() }).kpis[0]).toMatchObject({ p10: 30_000, p50: 60_000, p90: 90_000 })
  })
})

describe('a report speaks both languages', () => {
  const kpi = makeKpi({ target: 3000, deadline: '2027-01-31' })
  const report = build({
    campaign: makeCampaign({
      goal: goalOf(
        kpi,
        { ...kpi, name: 'newFollowers', unit: 'followers' },
        { ...kpi, name: 'sales', unit: 'CNY', target: 250_000.5 },
        { ...kpi, name: 'mentions', unit: 'weighted posts' },
      ),
    }),
    deliverables: [
      post({ costSource: 'contract' }),
      post({ id: 'd2', platform: 'bilibili', costFen: null, costSource: '', observations: [seen({ source: 'xingtu.search' })] }),
      post({ id: 'd3', observations: [] }),
    ],
  })
  const numbers = [
    ...report.numbers,
    ...report.kpis.flatMap(({ target, actual }) => [target, actual]),
    ...report.posts.flatMap(({ views, interactions, costFen }) => [views, interactions, costFen]),
  ]

  test('targets read as people say them', () => {
    expect(report.goalSentence).toEqual({
      en: 'Goal: make the brand known in China; 3,000 interactions by 2027-01-31; 3,000 new followers by 2027-01-31; CNY 250,000.5 of sales by 2027-01-31; 3,000 mentions (weighted posts) by 2027-01-31.',
      zh: '目标：让品牌在中国被知道；2027-01-31 前互动量 3,000；2027-01-31 前新增粉丝 3,000；2027-01-31 前销售额 250,000.5 元；2027-01-31 前提及量 3,000（weighted posts）。',
    })
  })

  test.each(numbers.map((number) => [number.label.en, number] as const))(
    '%s: no number without its Chinese, no key inside it',
    (_, number) => {
      expect(number.label.zh).toMatch(/[一-鿿]/)
      expect(number.sourceZh).toBeTruthy()
      expect(number.becauseZh === null).toBe(number.because === null)
      expect(`${number.label.zh}${number.sourceZh}${number.becauseZh ?? ''}`).not.toMatch(
        /[a-z][A-Z]|[a-z]_[a-z]|[a-z]\.[a-z]|[一-鿿][,;:]/,
      )
    },
  )
})
