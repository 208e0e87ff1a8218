import { describe, expect, test } from 'vitest'
import { campaignSchema, type MixConstraints } from '../campaigns/index.ts'
import { makeCampaign } from '../campaigns/test/campaign-fixture.ts'
import { newQuote } from '../creators/index.ts'
import { AS_OF, makeAccount, makePosts } from '../planning/test/make-account.ts'
import { planCampaign } from './index.ts'

const campaign = makeCampaign({
  platforms: ['douyin', 'xiaohongshu'],
  budgetFen: 4_000_000,
  audience: { gender: {}, age: {}, size: 3_000_000 },
  mix: [{ type: 'micro', minCount: 1, maxCount: null, minShare: null, maxShare: null }],
})

// The ones on Douyin are seen more: without a limit the plan takes no others.
const accounts = Array.from({ length: 12 }, (_, index) =>
  makeAccount({
    accountId: `a${index + 10}`,
    platform: index < 6 ? 'douyin' : 'xiaohongshu',
    categories: index % 2 === 0 ? ['beauty'] : ['mother and child'],
    creatorType: { value: 'micro', basis: 'entered by a person' },
    posts: makePosts(index < 6 ? [90_000, 110_000, 100_000] : [30_000, 40_000, 35_000]),
    quotes: [newQuote({ format: 'note', source: 'typed', listFen: 1_000_000, platformFee: 0, filed: true })],
  }),
)

const VIEWS = {
  name: 'views',
  unit: 'views',
  definition: 'Views.',
  baseline: null,
  deadline: '2026-12-31',
  deliveredBy: 'agency',
  deliveredWhen: 'T+7',
} as const

const plan = (constraints: MixConstraints | null) =>
  planCampaign({ campaign: { ...campaign, constraints }, accounts, asOf: AS_OF, clock: () => 0 })
const onXiaohongshu = (ids: readonly string[]) => ids.filter((id) => Number(id.slice(1)) >= 16).length
const onBeauty = (ids: readonly string[]) => ids.filter((id) => Number(id.slice(1)) % 2 === 0).length

describe('constraints beside the types', () => {
  test('none: the ones that are seen most', () => {
    expect(onXiaohongshu(plan(null).chosen)).toBe(0)
    expect(plan(null).chosen).toHaveLength(4)
  })

  test.each([
    { why: 'at least so many', rule: { minCount: 2 }, count: 2 },
    { why: 'a share of the budget', rule: { minShare: 0.75 }, count: 3 },
    { why: 'nothing asked', rule: { minCount: null }, count: 0 },
  ])('by platform: $why', ({ rule, count }) => {
    expect(onXiaohongshu(plan({ platforms: [{ platform: 'xiaohongshu', ...rule }] }).chosen)).toBe(count)
  })

  test('by category, at most and at least', () => {
    expect(onBeauty(plan({ categories: [{ category: 'beauty', maxCount: 0 }] }).chosen)).toBe(0)
    expect(onBeauty(plan({ categories: [{ category: 'beauty', minCount: 4 }] }).chosen)).toBe(4)
  })

  test('more of a category than there are: named in both languages', () => {
    const { infeasible, because, becauseZh } = plan({ categories: [{ category: 'beauty', minCount: 7 }] })
    expect(infeasible?.clash).toContain('category beauty.minCount')
    expect(because.join(' ')).toContain('the minimum number of creators on beauty')
    expect(becauseZh?.join('')).toContain('「beauty」类达人最少人数')
  })

  test('of a pair at most one', () => {
    const [first = '', second = '', ...others] = plan(null).chosen
    const apart = plan({ apart: [[first, second]] }).chosen
    expect([first, second].filter((id) => apart.includes(id))).toHaveLength(1)
    expect(apart).toEqual(expect.arrayContaining(others))
    expect(plan({ apart: [[first, 'nobody']] }).chosen).toContain(first)
  })

  test('an id that nobody has is named in both languages; near miss: ids that somebody has are not', () => {
    const [first = '', second = ''] = plan(null).chosen
    const { because, becauseZh } = plan({ apart: [[first, 'nobody']] })
    expect(because.filter((line) => line.includes('Among the creators weighed nobody is nobody'))).toHaveLength(1)
    expect(becauseZh?.join('')).toContain('参与测算的达人中没有「nobody」')
    expect(plan({ apart: [[first, second]] }).because.join(' ')).not.toContain('Among the creators weighed')
  })

  test('a table of acceptance of its own', () => {
    const [own] = plan({ accepts: { micro: 0.2 } }).creators
    expect(own?.pAccepts).toMatchObject({ p: 0.2, basis: 'type' })
  })

  test('what a person writes is checked', () => {
    const written = { ...campaign, constraints: { apart: [['a']], platforms: [{ platform: 'myspace' }], accepts: { micro: 1.2 } } }
    const { error } = campaignSchema.safeParse(written)
    expect(error?.issues.map(({ path }) => path.join('.')).sort()).toEqual([
      'constraints.accepts.micro',
      'constraints.apart.0',
      'constraints.platforms.0.platform',
    ])
  })
})

describe('what the plan has to bring', () => {
  const metOf = (constraints: MixConstraints) => plan(constraints).met ?? []

  test('a minimum that the best plan has anyway changes nobody', () => {
    const result = plan({ minimum: { views: 1000 } })
    expect(result.chosen).toEqual(plan(null).chosen)
    expect(result.met).toMatchObject([{ constraint: 'minimum.kpis.views', kpi: 'views', asked: 1000 }])
    expect(plan(null).met).toBeUndefined()
  })

  test('counts middle forecasts with the chance of a yes', () => {
    const { creators, met } = plan({ minimum: { views: 1000 } })
    const expected = creators.reduce((sum, { forecast, pAccepts }) => sum + (forecast?.p50 ?? 0) * (pAccepts?.p ?? 0), 0)
    expect(met?.[0]?.reached).toBeCloseTo(expected, 3)
  })

  test('a minimum beyond the pool names itself with what can be had, in both languages', () => {
    const { infeasible, because, becauseZh } = plan({ minimum: { views: 90_000_000 } })
    expect(infeasible?.clash).toContain('minimum.kpis.views')
    const [smallest] = infeasible?.smallest.filter(({ constraint }) => constraint === 'minimum.kpis.views') ?? []
    expect(plan({ minimum: { views: smallest?.to ?? 0 } }).infeasible).toBeNull()
    expect(because.join(' ')).toContain('the minimum of views')
    expect(becauseZh?.join('')).toContain('最低阅读/播放')
  })

  test('a chance is the one that the plan shows', () => {
    const chance = { kpi: 'views', target: 150_000, atLeast: 0.1 } as const
    const [met] = metOf({ chance })
    const goal = { ...campaign.goal, primary: 'awareness', reasonForOtherGoal: null, kpis: [{ ...VIEWS, target: 150_000 }] } as const
    const shown = planCampaign({ campaign: campaignSchema.parse({ ...campaign, goal }), accounts, asOf: AS_OF, clock: () => 0 })
    expect(plan({ chance }).chosen).toEqual(shown.chosen)
    expect(met?.reached).toBe(shown.kpis.find(({ name }) => name === 'views')?.pTarget)
  })

  test('a chance that nobody can give is refused with the largest that can be had', () => {
    const chance = { kpi: 'views', target: 400_000, atLeast: 0.99 } as const
    const { infeasible } = plan({ chance })
    expect(infeasible?.clash).toContain('chance')
    const [smallest] = infeasible?.smallest.filter(({ constraint }) => constraint === 'chance') ?? []
    expect(smallest?.to).toBeLessThan(0.99)
    expect(plan({ chance: { ...chance, atLeast: smallest?.to ?? 0 } }).infeasible).toBeNull()
  })

  test('every other plan that is shown keeps to it', () => {
    const chance = { kpi: 'views', target: 150_000, atLeast: 0.3 } as const
    const { alternatives } = plan({ chance })
    for (const { plan: other } of alternatives ?? []) {
      if (other === null) continue
      const alone = planCampaign({
        campaign: { ...campaign, constraints: { chance }, mustHave: other.chosen, budgetFen: Math.max(1, other.costFen) },
        accounts: accounts.filter(({ accountId }) => other.chosen.includes(accountId)),
        asOf: AS_OF,
        clock: () => 0,
      })
      expect(alone.chosen).toHaveLength(other.chosen.length)
    }
  })

  test('a pool without anybody cannot bring it', () => {
    const empty = planCampaign({
      campaign: { ...campaign, mix: [], constraints: { minimum: { views: 10 } } },
      accounts: [],
      asOf: AS_OF,
      clock: () => 0,
    })
    expect(empty.infeasible?.clash).toEqual(['minimum.kpis.views'])
  })

  test.each([
    ['a KPI that no account data forecasts', { minimum: { sales: 3 } }],
    ['a chance in percent', { chance: { kpi: 'views', target: 10, atLeast: 80 } }],
    ['a target of nothing', { chance: { kpi: 'views', target: 0, atLeast: 0.8 } }],
    ['a negative minimum', { minimum: { views: -1 } }],
  ])('%s is refused', (_, constraints) => expect(campaignSchema.safeParse({ ...campaign, constraints }).success).toBe(false))
})
