import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCampaign, makeKpi } from '../campaigns/test/campaign-fixture.ts'
import { newQuote, type Account } from '../creators/index.ts'
import { reachBySegments } from '../planning/index.ts'
import { AS_OF, makeAccount, makePosts } from '../planning/test/make-account.ts'
import { splitAudience, splitNiche } from './audience-segments.ts'
import { planCampaign, planResultSchema, type PlanRequest, type PlanResult } from './index.ts'

const creator = (id: string, views: number, known: Partial<Account> = {}) =>
  makeAccount({
    accountId: id,
    creatorType: { value: 'micro', basis: 'entered by a person' },
    posts: makePosts([views, views * 1.2, views * 0.9]),
    quotes: [newQuote({ format: 'note_video', source: 'typed', listFen: 1_000_000, platformFee: 0, filed: true })],
    ...known,
  })

const campaign = makeCampaign({
  platforms: ['douyin'],
  budgetFen: 5_000_000,
  audience: { gender: { female: 1 }, age: {}, size: 1_000_000 },
  goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi({ name: 'views', target: 200_000 })] },
})

const team = (count: number) => Array.from({ length: count }, (_, index) => creator(`m${index}`, 40_000 + 1000 * index))

const plan = (accounts: Account[], known: Partial<PlanRequest> = {}) =>
  planCampaign({ campaign, accounts, asOf: AS_OF, clock: () => 0, ...known })

const chanceOf = ({ creators }: PlanResult, id: string) => creators.find((one) => one.id === id)?.pAccepts

describe('a plan and its parts', () => {
  const accounts = [...team(8), creator('k', 300_000, { creatorType: { value: 'kol', basis: 'entered by a person' } })]
  const whole = plan(accounts)

  test('reads back as it was made', () => expect(planResultSchema.parse(whole)).toEqual(whole))

  test('the cost per tier adds up to the cost of the plan', () => {
    const tiers = whole.costByTier ?? []
    expect(tiers.reduce((sum, { costFen }) => sum + costFen, 0)).toBe(whole.costFen)
    expect(tiers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
    expect(tiers.map(({ type }) => type)).toEqual(['kol', 'micro'])
  })

  test('the views of a tier are drawn together: its range is narrower than the sum of ranges, and no median is added', () => {
    const micro = whole.costByTier?.find(({ type }) => type === 'micro')
    const members = whole.creators.filter(({ type }) => type === 'micro').map(({ forecast }) => forecast)
    const added = (level: 'p10' | 'p90') => members.reduce((sum, forecast) => sum + (forecast?.[level] ?? 0), 0)
    expect(micro?.viewsP10).toBeLessThan(micro?.views ?? 0)
    expect(micro?.viewsP90).toBeLessThan(added('p90'))
    // Of four creators who say yes seven times in ten, about that part comes.
    expect(micro?.views).toBeLessThan(0.9 * members.reduce((sum, forecast) => sum + (forecast?.p50 ?? 0), 0))
  })

  test('a thousand views of a tier cost what those who say yes cost, however likely a yes is', () => {
    const sure = plan(accounts, { accepted: accounts.map(({ accountId }) => accountId) })
    const perThousand = ({ costByTier = [] }: PlanResult) => costByTier.find(({ type }) => type === 'kol')?.perThousandViewsFen ?? 0
    expect(sure.chosen.toSorted()).toEqual(whole.chosen.toSorted())
    expect(perThousand(whole) / perThousand(sure)).toBeCloseTo(1, 1)
  })

  test('the curve ends at cost and value of the plan and never falls', () => {
    const curve = whole.curve ?? []
    expect(curve.map(({ id }) => id).toSorted()).toEqual(whole.chosen.toSorted())
    expect(curve.at(-1)).toMatchObject({ costFen: whole.costFen, value: expect.closeTo(whole.value, 6) })
    curve.slice(1).forEach((point, at) => expect(point.reach).toBeGreaterThanOrEqual(curve[at]?.reach ?? 0))
  })

  test('nobody is chosen and in reserve; each role ranks its own', () => {
    const standing = (whole.reserveByRole ?? []).flatMap(({ ranked }) => ranked.map(({ id }) => id))
    expect(standing.length).toBeGreaterThan(0)
    expect(standing.filter((id) => whole.chosen.includes(id))).toEqual([])
    expect(standing).toContain(whole.reserve[0])
  })

  test('a tenth more or less is told with who joins and leaves', () => {
    const [less, more] = whole.sensitivity ?? []
    expect([less?.budgetFen, more?.budgetFen]).toEqual([4_500_000, 5_500_000])
    expect(less?.plan?.costFen).toBeLessThanOrEqual(4_500_000)
    expect(less?.plan?.value).toBeLessThan(whole.value)
    expect(less?.plan?.leaves).toHaveLength(1)
    expect(less?.because.en).toContain('10% less')
  })

  test('the certificate is a sentence of both languages', () => {
    expect(whole.certificate?.en).toMatch(/best possible/)
    expect(whole.certificate?.zh).toMatch(/最优/)
  })
})

const audience = { gender: { female: 0.8, male: 0.2 }, age: {}, cityTier: {}, province: {}, basis: 'viewers' as const, n: null }

describe('one basis of cost', () => {
  const feeless = team(9).map((account) => ({ ...account, quotes: account.quotes.map((quote) => ({ ...quote, platformFee: null })) }))
  const made = plan(feeless, { campaign: { ...campaign, budgetFen: 4_400_000 } })

  test('plan, tiers, curve and reserve count the room for fees', () => {
    const { costFen, creators, costByTier = [], curve = [], reserveByRole = [], feeRoomFen } = made
    expect([costFen, feeRoomFen]).toEqual([4_400_000, 400_000])
    expect(creators.reduce((sum, one) => sum + one.costFen + (one.feeRoomFen ?? 0), 0)).toBe(costFen)
    expect(costByTier.reduce((sum, tier) => sum + tier.costFen, 0)).toBe(costFen)
    expect(curve.at(-1)?.costFen).toBe(costFen)
    expect(reserveByRole.flatMap(({ ranked }) => ranked.map((one) => one.costFen))).toEqual([
      1_100_000, 1_100_000, 1_100_000, 1_100_000, 1_100_000,
    ])
    expect(reserveByRole[0]?.ranked[0]?.because.en).toContain('CNY 11,000.00, platform fee included')
    expect(creators[0]?.because.join(' ')).toContain('CNY 11,000.00 with CNY 1,000.00 kept for the platform fee')
  })
})

test('another plan that is the plan itself says so', () => {
  const few = plan(team(3))
  const told = (few.alternatives ?? []).filter(({ plan: other }) => other !== null && other.joins.length + other.leaves.length === 0)
  expect(told.length).toBeGreaterThan(0)
  for (const { because } of told)
    expect([because.en, because.zh]).toEqual([expect.stringMatching(/^The same as the plan\. /), expect.stringMatching(/^与主方案相同。/)])
  const others = (few.alternatives ?? []).filter((one) => !told.includes(one))
  for (const { because } of others) expect(because.en).not.toContain('same as the plan')
})

describe('overlap and reach', () => {
  const seen = team(5).map((account) => ({ ...account, audience }))
  const { reach, overlap } = plan(seen)

  test('of audiences that nobody told it is unknown with whom they are shared, never a number', () => {
    const [blind, ...others] = seen
    const { overlap: map } = plan([{ ...blind, audience: null } as Account, ...others])
    const at = map?.ids.indexOf(blind?.accountId ?? '') ?? -1
    expect(at).toBeGreaterThanOrEqual(0)
    for (const table of [map?.shares, map?.low, map?.high])
      table?.forEach((row, index) => {
        expect(row.map((share) => share === null)).toEqual(row.map((_, column) => index !== column && (index === at || column === at)))
      })
  })

  test('the middle lies in its range, the range in the outer bounds', () => {
    const { low = 0, middle = 0, high = 0, hunterHigh = 0, frechet = { low: 0, high: 0 } } = reach ?? {}
    expect(frechet.low).toBeLessThanOrEqual(low)
    expect(low).toBeLessThan(middle)
    expect(middle).toBeLessThan(high)
    expect(high).toBeLessThanOrEqual(frechet.high)
    expect(hunterHigh).toBeLessThanOrEqual(frechet.high)
    expect(hunterHigh).toBeGreaterThanOrEqual(middle)
  })

  test('each pair between its bounds, both ways the same, each with itself whole', () => {
    const { ids = [], shares = [], low = [], high = [], of } = overlap ?? {}
    expect(of).toBe(5)
    ids.forEach((_, a) => {
      expect(shares[a]?.[a]).toBe(1)
      ids.forEach((__, b) => {
        expect(shares[a]?.[b]).toBe(shares[b]?.[a])
        expect(low[a]?.[b]).toBeLessThanOrEqual(shares[a]?.[b] ?? 0)
        expect(shares[a]?.[b]).toBeLessThanOrEqual(high[a]?.[b] ?? 0)
      })
    })
  })

  test('property: two audiences split by niche overlap as often as stated', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 3, noNaN: true }), fc.double({ min: 0.001, max: 0.2, noNaN: true }), (duplication, p) => {
        const whole = splitAudience({ audience: { gender: {}, age: {}, size: 1000 } })
        const split = splitNiche(whole, duplication)
        const row = split.map(({ size, part = 1 }) => (1000 * p * part) / size)
        const reached = reachBySegments(
          split.map(({ size }) => size),
          [row, row],
        )
        expect(split.reduce((sum, { size }) => sum + size, 0)).toBeCloseTo(1000, 6)
        expect(2000 * p - reached).toBeCloseTo(1000 * duplication * p * p, 6)
      }),
    )
  })
})

describe('solving again', () => {
  const accounts = team(8)
  const first = plan(accounts)

  test('who declined is out with the reason, the others stay', () => {
    const [gone = '', ...others] = first.chosen
    const next = plan(accounts, { keep: others, drop: [gone] })
    expect(next.chosen).not.toContain(gone)
    expect(next.chosen).toEqual(expect.arrayContaining(others))
    expect(next.left.find(({ id }) => id === gone)).toMatchObject({ because: 'has declined.', becauseZh: '已婉拒邀约。' })
    expect(next.resolved).toEqual({ keep: others, drop: [gone] })
  })

  test('a creator who is not in the pool cannot be kept, and the plan says which', () => {
    expect(plan(accounts, { keep: ['nobody'] }).infeasible?.clash).toEqual(['mustHave.nobody'])
  })

  test('a yes counts as certain, and the ranges rise', () => {
    const [one = ''] = first.chosen
    const next = plan(accounts, { keep: first.chosen, accepted: first.chosen })
    expect(chanceOf(first, one)).toMatchObject({ p: 0.7, basis: 'type' })
    expect(chanceOf(next, one)).toMatchObject({ p: 1, basis: 'answered' })
    expect(next.kpis[0]?.p50).toBeGreaterThan(first.kpis[0]?.p50 ?? 0)
  })

  test('of two alike the one who says yes more often is chosen', () => {
    const twins = [creator('a', 50_000), creator('b', 50_000)]
    const history = new Map([
      ['a', { invited: 10, accepted: 1 }],
      ['b', { invited: 10, accepted: 10 }],
    ])
    expect(plan(twins, { history, campaign: { ...campaign, budgetFen: 1_000_000 } }).chosen).toEqual(['b'])
  })
})
