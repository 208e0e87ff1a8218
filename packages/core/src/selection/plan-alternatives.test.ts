import { describe, expect, test } from 'vitest'
import { makeCampaign, makeKpi } from '../campaigns/test/campaign-fixture.ts'
import { newQuote, type Account } from '../creators/index.ts'
import { fitsMix, type MixProblemInput } from '../planning/index.ts'
import { AS_OF, makeAccount, makePosts } from '../planning/test/make-account.ts'
import type { CreatorType } from '../shared/index.ts'
import { planCampaign, type Alternative, type PlanResult } from './index.ts'

const creator = (id: string, type: CreatorType, views: number, listFen: number): Account =>
  makeAccount({
    accountId: id,
    creatorType: { value: type, basis: 'entered by a person' },
    posts: makePosts([views, views * 1.3, views * 0.8]),
    quotes: [newQuote({ format: 'note_video', source: 'typed', listFen, platformFee: 0, filed: true })],
  })

const pool = [
  creator('k1', 'kol', 300_000, 2_500_000),
  creator('k2', 'kol', 260_000, 2_300_000),
  ...Array.from({ length: 8 }, (_, index) => creator(`m${index}`, 'micro', 40_000 + 3000 * index, 400_000 + 10_000 * index)),
  ...Array.from({ length: 8 }, (_, index) => creator(`o${index}`, 'koc', 4000 + 300 * index, 50_000 + 1000 * index)),
]

const planFor = (target: number | null, known: Partial<Parameters<typeof makeCampaign>[0]> = {}): PlanResult => {
  const kpis = target === null ? [] : [makeKpi({ name: 'views', target })]
  const goal = { primary: 'awareness' as const, reasonForOtherGoal: null, kpis }
  const campaign = makeCampaign({
    platforms: ['douyin'],
    budgetFen: 5_000_000,
    audience: { gender: {}, age: {}, size: 2_000_000 },
    goal,
    mix: [{ type: 'kol', minCount: null, maxCount: 2, minShare: null, maxShare: null }],
    ...known,
  })
  return planCampaign({ campaign, accounts: pool, asOf: AS_OF, clock: () => 0 })
}

const pick = ({ alternatives = [] }: PlanResult, kind: Alternative['kind']): Alternative => {
  const found = alternatives.find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`no alternative ${kind}`)
  return found
}

const chanceOf = ({ plan }: Alternative) => Math.min(1, ...(plan?.kpis ?? []).flatMap(({ pTarget }) => pTarget ?? []))

describe('cheapest that reaches the target', () => {
  const whole = planFor(150_000)
  const cheapest = pick(whole, 'cheapestForTarget')

  test('costs less than the plan and still reaches the target more likely than not', () => {
    expect(cheapest.plan?.costFen).toBeLessThan(whole.costFen)
    expect(chanceOf(cheapest)).toBeGreaterThanOrEqual(0.5)
    expect(cheapest.because.en).toContain('instead of CNY')
  })

  test('a target half as high costs no more', () => {
    const easier = pick(planFor(75_000), 'cheapestForTarget')
    expect(easier.plan?.costFen ?? Infinity).toBeLessThanOrEqual(cheapest.plan?.costFen ?? 0)
  })

  test('without a target, or beyond reach, there is none and it says why', () => {
    expect(pick(planFor(null), 'cheapestForTarget')).toMatchObject({ plan: null, because: { en: expect.stringContaining('No target') } })
    expect(pick(planFor(90_000_000), 'cheapestForTarget')).toMatchObject({
      plan: null,
      because: { zh: expect.stringContaining('没有方案') },
    })
  })
})

describe('most robust', () => {
  test('a bad day of its worst KPI is no worse than that of the plan', () => {
    const whole = planFor(400_000)
    const robust = pick(whole, 'mostRobust')
    const low = (kpis: PlanResult['kpis']) =>
      Math.min(...kpis.map(({ name, p10, target }) => p10 / (target ?? whole.kpis.find((kpi) => kpi.name === name)?.p50 ?? 1)))
    expect(low(robust.plan?.kpis ?? [])).toBeGreaterThanOrEqual(low(whole.kpis))
    expect(robust.because.en).toContain('nine times in ten')
  })
})

describe('most of the creators’ own voice', () => {
  test('gives KOLs no more of the money than the plan does', () => {
    const whole = planFor(400_000)
    const voiced = pick(whole, 'mostOwnVoice')
    const kols = (ids: readonly string[]) => ids.filter((id) => id.startsWith('k')).length
    expect(kols(voiced.plan?.chosen ?? [])).toBeLessThanOrEqual(kols(whole.chosen))
    expect(voiced.because.en).toContain('[A]')
  })
})

test('each alternative keeps the budget and tells who joins and leaves', () => {
  const whole = planFor(150_000)
  expect(whole.alternatives?.map(({ kind }) => kind)).toEqual(['cheapestForTarget', 'mostRobust', 'mostOwnVoice'])
  for (const { plan } of whole.alternatives ?? []) {
    expect(plan?.costFen).toBeLessThanOrEqual(5_000_000)
    expect(plan?.chosen.toSorted()).toEqual([...whole.chosen.filter((id) => !plan?.leaves.includes(id)), ...(plan?.joins ?? [])].toSorted())
  }
})

describe('whether a set fits', () => {
  const problem: MixProblemInput = {
    budgetFen: 10,
    segments: [],
    candidates: ['a', 'b', 'c'].map((id) => ({ id, costFen: 5, value: 1, groups: id === 'c' ? [] : ['g'] })),
    constraints: [{ group: 'g', minCount: 1, maxCount: 1 }],
    mustHave: ['c'],
  }
  test.each([
    [['a', 'c'], true],
    [['a'], false],
    [['c'], false],
    [['a', 'b', 'c'], false],
    [['a', 'c', 'nobody'], false],
  ])('%j: %s', (ids, fits) => expect(fitsMix(problem, ids)).toBe(fits))
})
