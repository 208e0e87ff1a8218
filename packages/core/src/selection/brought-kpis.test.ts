import { describe, expect, test } from 'vitest'
import type { Campaign, Kpi, PastResult } from '../campaigns/index.ts'
import { newAccount, newQuote } from '../creators/index.ts'
import { addDays } from '../shared/index.ts'
import { drawKpi, listBroughtKpis, listUnforecast } from './brought-kpis.ts'
import { planCampaign } from './index.ts'

const AS_OF = '2026-11-22'

const kpi = (name: Kpi['name'], target: number, baseline: number | null = null): Kpi => ({
  name,
  unit: name === 'sales' ? 'CNY' : name,
  definition: name,
  baseline,
  target,
  deadline: '2027-01-31',
  deliveredBy: 'brand',
  deliveredWhen: 'T+21',
})

const past = (known: Partial<PastResult> = {}): PastResult => ({ source: '示例 618', views: 1_000_000, ...known })

const campaign = (kpis: readonly Kpi[], known: Partial<Campaign> = {}): Campaign => ({
  name: '示例·小鹿护肤',
  brand: '示例·小鹿护肤',
  stage: 'established',
  category: 'cosmetics',
  product: { name: '示例面霜', cosmeticClass: 'ordinary', registrationNo: null, ownBrandWords: [] },
  platforms: ['douyin'],
  budgetFen: 6_000_000,
  secondCurrency: null,
  starts: '2026-12-01',
  ends: '2027-01-10',
  audience: null,
  localAgency: null,
  competitors: [],
  goal: { primary: 'product', reasonForOtherGoal: null, kpis: [...kpis] },
  mix: [],
  mustHave: [],
  never: [],
  seed: 7,
  ...known,
})

const team = Array.from({ length: 8 }, (_, index) =>
  newAccount({
    platform: 'douyin',
    accountId: `m${index}`,
    creatorType: { value: 'micro', basis: 'entered by a person' },
    followers: 100_000,
    quotes: [newQuote({ format: 'video_21_60s', listFen: 1_000_000, filed: true, source: 'agency sheet', observedAt: AS_OF })],
    posts: [60_000, 80_000, 70_000].map((views, post) => ({
      postId: `${index}-${post}`,
      publishedAt: addDays(AS_OF, -20 - post),
      sponsored: false,
      views,
      likes: 900,
      comments: 100,
      shares: 50,
      saves: 10,
      observedAt: AS_OF,
    })),
  }),
)
const plan = (asked: Campaign) => planCampaign({ campaign: asked, accounts: team, asOf: AS_OF, clock: () => 0 })
const find = (asked: Campaign, name: string) => plan(asked).kpis.find((each) => each.name === name)

describe('a plan forecasts what its views bring', () => {
  const counted = [past({ newFollowers: 800, mentions: 90, orders: 300, paidFen: 4_500_000, refundFen: 900_000 })]

  test('followers, mentions and sales of one product, each with its basis and its reason', () => {
    const asked = campaign([kpi('newFollowers', 100), kpi('mentions', 5), kpi('sales', 500)], { pastResults: counted })
    const brought = plan(asked).kpis.slice(3)
    expect(brought.map(({ name, unit, basis }) => [name, unit, basis])).toEqual([
      ['newFollowers', 'newFollowers', 'own'],
      ['mentions', 'mentions', 'own'],
      ['sales', 'CNY', 'own'],
    ])
    for (const { p10, p50, p90, pTarget, because } of brought) {
      expect(p10 < p50 && p50 < p90).toBe(true)
      expect(pTarget).toBeGreaterThan(0.5)
      expect(because?.en).toContain('示例 618')
      expect(because?.zh).toContain('此前统计')
    }
  })

  test('in proportion to the views: the middle is near rate times middle', () => {
    const asked = campaign([kpi('mentions', 5)], { pastResults: counted })
    const { kpis } = plan(asked)
    const [views, mentions] = ['views', 'mentions'].map((name) => kpis.find((each) => each.name === name))
    expect((mentions?.p50 ?? 0) / ((views?.p50 ?? 0) * 90e-6)).toBeCloseTo(1, 0)
    // The views scatter and the rate scatters: the range is the wider one.
    const width = (one: typeof views) => Math.log((one?.p90 ?? 0) / (one?.p10 ?? 1))
    expect(width(mentions)).toBeGreaterThan(width(views))
  })

  test('what comes anyway is in the range: the KPI is counted with it', () => {
    const without = find(campaign([kpi('mentions', 5)], { pastResults: counted }), 'mentions')
    const beside = find(campaign([kpi('mentions', 5, 1000)], { pastResults: counted }), 'mentions')
    expect((beside?.p50 ?? 0) - (without?.p50 ?? 0)).toBe(1000)
    expect(beside?.because?.en).toContain('The baseline of 1,000 is in the range.')
    expect(without?.because?.en).toContain('Its baseline is unknown')
    const nil = find(campaign([kpi('mentions', 5, 0)], { pastResults: counted }), 'mentions')
    expect(nil?.because?.en).not.toContain('baseline')
  })

  test('an assumed rate is told and decides nothing', () => {
    const { kpis, budgetFor, because } = plan(campaign([kpi('newFollowers', 9_000_000)]))
    const followers = kpis.find(({ name }) => name === 'newFollowers')
    expect(followers).toMatchObject({ basis: 'assumed', pTarget: 0 })
    expect(budgetFor).toEqual({ p50Fen: null, p80Fen: null })
    expect(because.join(' ')).not.toContain('No budget in this pool')
    expect(because.join(' ')).toContain('Forecast of new followers: views × what a view brings. No earlier campaign tells')
  })

  test('an own rate decides: the budget that would make it likely is named', () => {
    const { kpis, budgetFor } = plan(campaign([kpi('newFollowers', 260)], { pastResults: counted }))
    expect(kpis.at(-1)?.pTarget).toBeLessThan(0.5)
    expect(budgetFor?.p50Fen).toBeGreaterThan(6_000_000)
  })

  test('without goal or such KPIs nothing is added', () => {
    expect(plan(campaign([kpi('views', 10)])).kpis.map(({ name }) => name)).toEqual(['views', 'interactions', 'reach'])
    expect(listBroughtKpis({ goal: null })).toEqual([])
  })
})

describe('what cannot be forecast names the missing input', () => {
  test.each([
    { why: 'mentions without a count', kpis: [kpi('mentions', 5)], names: ['mentions'], says: 'pastResults' },
    { why: 'sales without what an order is worth', kpis: [kpi('sales', 5)], names: ['sales'], says: 'orderValue' },
    { why: 'a search index', kpis: [kpi('searchIndex', 5)], names: ['searchIndex'], says: 'search index' },
    { why: 'near miss: followers are assumed', kpis: [kpi('newFollowers', 5)], names: [], says: '' },
    { why: 'near miss: what posts tell', kpis: [kpi('views', 5), kpi('reach', 5)], names: [], says: '' },
  ])('$why', ({ kpis, names, says }) => {
    const found = listUnforecast(campaign(kpis))
    expect(found.map(({ name }) => name)).toEqual(names)
    expect(found.map(({ missing }) => missing.en).join(' ')).toContain(says)
  })

  test('sales need no count of orders where their worth is said: a funnel of assumptions, marked', () => {
    const orderValue = { fen: 15_000, source: '店铺后台' }
    const drawn = drawKpi({ ...kpi('sales', 5), name: 'sales' }, new Float64Array(9).fill(1e6), campaign([], { orderValue }))
    expect(drawn).toMatchObject({ basis: 'assumed' })
  })
})
