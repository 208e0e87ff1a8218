import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCampaign, makeKpi } from '../campaigns/test/campaign-fixture.ts'
import { newQuote } from '../creators/index.ts'
import { AS_OF, makePool } from '../planning/test/make-account.ts'
import { chosenPlanSchema, forecastChoice, planCampaign, type PlanResult } from './index.ts'

const quote = newQuote({ format: 'note_video', source: 'typed', listFen: 1_000_000, filed: true })
const accounts = makePool(9).map((account) => ({
  ...account,
  creatorType: { value: 'micro' as const, basis: 'entered by a person' },
  quotes: [quote],
}))
const kpis = [
  makeKpi({ name: 'views', target: 300_000 }),
  makeKpi({ name: 'interactions', target: 5000 }),
  makeKpi({ name: 'reach', target: 100_000 }),
]
const campaign = makeCampaign({
  platforms: ['douyin'],
  budgetFen: 7_700_000,
  mix: [],
  audience: { gender: { female: 1 }, age: {}, size: 1_000_000 },
  goal: { primary: 'awareness', reasonForOtherGoal: null, kpis },
})
const plan = planCampaign({ campaign, accounts, asOf: AS_OF, clock: () => 0 })
const ids = plan.creators.map(({ id }) => id)
const choose = (creatorIds: readonly string[], accepted: readonly string[] = [], of: PlanResult = plan) =>
  forecastChoice(of, { creatorIds, accepted }, campaign)
const chances = ({ kpis: told }: Pick<PlanResult, 'kpis'>) => told.map(({ pTarget }) => pTarget ?? -1)

describe('what a choice from a plan costs and brings', () => {
  test('all of it without answers yet: the numbers of the plan, kept or fresh', () => {
    const kept = JSON.parse(JSON.stringify(plan)) as PlanResult
    expect(ids.length).toBe(7)
    for (const of of [plan, kept])
      expect(choose(ids, [], of)).toEqual({
        creators: of.creators,
        audience: of.audience,
        costFen: plan.costFen,
        feeRoomFen: plan.feeRoomFen,
        kpis: plan.kpis,
        costPer: plan.costPer,
        budgetFor: plan.budgetFor,
        whole: null,
        unplanned: 0,
        unanswered: null,
      })
  })

  test('a yes changes the numbers and keeps those from before beside them', () => {
    const [first = ''] = ids
    const answered = choose(ids, [first])
    expect(chances(answered)).not.toEqual(chances(plan))
    expect(answered.unanswered).toEqual({ kpis: plan.kpis, costPer: plan.costPer })
    expect(chosenPlanSchema.parse(answered)).toEqual(answered)
  })

  test('a part has its own cost and chance, and says of what it is a part', () => {
    const part = choose(ids.slice(0, 2))
    expect(part.costFen).toBe(2 * 1_100_000)
    expect(part.feeRoomFen).toBe(2 * 100_000)
    expect(part.whole).toEqual({ creators: 7, kpis: plan.kpis, budgetFor: plan.budgetFor })
    expect(part.budgetFor).toBeNull()
    expect(part.creators.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    const [views] = [part.kpis.find(({ name }) => name === 'views')]
    expect(views?.pTarget).toBeLessThan(plan.kpis.find(({ name }) => name === 'views')?.pTarget ?? 0)
    expect(chosenPlanSchema.parse(part)).toEqual(part)
  })

  test('fewer never make a target likelier, a yes never less likely', () => {
    fc.assert(
      fc.property(fc.subarray(ids), fc.subarray(ids), fc.nat(6), (some, yes, at) => {
        const fewer = chances(choose(some.filter((_, index) => index !== at)))
        chances(choose(some)).forEach((chance, index) => expect(chance).toBeGreaterThanOrEqual(fewer[index] ?? 0))
        const sure = chances(choose(some, yes))
        chances(choose(some)).forEach((chance, index) => expect(sure[index]).toBeGreaterThanOrEqual(chance))
      }),
      { numRuns: 30 },
    )
  })

  test('costs per result hold whoever may decline: full cost is never divided by thinned views', () => {
    const [lone = ''] = ids
    const [open, sure] = [choose([lone]), choose([lone], [lone])]
    expect(sure.kpis[0]?.p50).toBeGreaterThan(0)
    expect((open.costPer?.views?.p50 ?? 0) / (sure.costPer?.views?.p50 ?? 1)).toBeCloseTo(1, 1)
    const views = plan.creators[0]?.forecast?.p50 ?? 1
    expect(sure.costPer?.views?.p50).toBeCloseTo(1_100_000 / views, 0)
  })

  test('nobody chosen brings nothing and costs nothing; a cost per view is then unknown', () => {
    expect(choose([])).toMatchObject({ costFen: 0, creators: [], costPer: { views: null, interactions: null } })
    expect(chances(choose([]))).toEqual([0, 0, 0])
  })

  test('whom the plan does not know makes its numbers unknown, not smaller', () => {
    const strange = choose([...ids, 'stranger'])
    expect(strange).toMatchObject({ kpis: [], unplanned: 1, costPer: { views: null, interactions: null } })
    const silent = { ...plan, creators: plan.creators.map((creator, at) => (at === 0 ? { ...creator, forecast: null } : creator)) }
    expect(choose(ids, [], silent)).toMatchObject({ kpis: [], unplanned: 1 })
  })

  const bare = { ...plan, creators: plan.creators.map((creator) => ({ ...creator, perView: undefined })) }
  const { audience: _audience, ...sizeless } = plan
  test.each([
    { why: 'without shares of the audience', of: bare },
    { why: 'without the sizes of the audience', of: sizeless },
  ])('a plan kept $why has its reach as a whole, and of a part none', ({ of }) => {
    expect(choose(ids, [], of).kpis).toEqual(plan.kpis)
    expect(choose(ids.slice(0, 2), [], of).kpis.map(({ name }) => name)).toEqual(['views', 'interactions'])
  })

  test('a plan kept before answers were weighed says as a whole what it said, and of a part nothing', () => {
    const older = { ...plan, creators: plan.creators.map((creator) => ({ ...creator, pAccepts: undefined })), costPer: undefined }
    const none = { views: null, interactions: null }
    expect(choose(ids, ids.slice(0, 1), older)).toMatchObject({ kpis: plan.kpis, costPer: none, unplanned: 0, unanswered: null })
    expect(choose(ids, [], { ...older, costPer: plan.costPer }).costPer).toEqual(plan.costPer)
    expect(choose(ids.slice(0, 2), [], older)).toMatchObject({ kpis: [], unplanned: 2 })
    expect(choose([...ids, 'stranger'], [], older)).toMatchObject({ kpis: [], costPer: none })
  })

  test('interactions known of nobody are those of the whole plan, of a part unknown and no nothing', () => {
    const silence = (from: number) => ({
      ...plan,
      creators: plan.creators.map((creator, at) => (at >= from ? { ...creator, interactions: undefined } : creator)),
    })
    const named = (told: PlanResult['kpis']) => told.map(({ name }) => name)
    const of = (told: PlanResult['kpis']) => told.find(({ name }) => name === 'interactions')
    expect(of(choose(ids, [], silence(0)).kpis)).toEqual(of(plan.kpis))
    expect(named(choose(ids.slice(0, 2), [], silence(0)).kpis)).toEqual(['views', 'reach'])
    expect(named(choose(ids.slice(0, 2), [], silence(1)).kpis)).toEqual(['views', 'interactions', 'reach'])
  })
})
