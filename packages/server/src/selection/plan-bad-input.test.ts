import type { Campaign } from '@kolibra/core/campaigns'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
const ids: Record<string, string> = {}
const ask = (line: string, body?: unknown) => askJson(owner, line, body)

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  const creators = {
    whole: exampleCreator(0),
    noPrice: { ...exampleCreator(1), quotes: [] },
    noPosts: { ...exampleCreator(2), posts: [] },
    nothingKnown: { ...exampleCreator(3), posts: [], followers: null },
    noAudience: { ...exampleCreator(4), audience: null },
  }
  for (const [name, creator] of Object.entries(creators)) ids[name] = (await ask('POST /creators', creator)).body.id
})
afterAll(() => house.close())

const planWith = async (known: Partial<Campaign>) => {
  const { body: campaign } = await ask('POST /campaigns', { ...CAMPAIGN, ...known })
  return (await ask(`POST /campaigns/${campaign.id}/plans`)).body.plan
}
const rule = (minCount: number | null, maxCount: number | null = null) => [
  { type: 'micro' as const, minCount, maxCount, minShare: null, maxShare: null },
]

describe('what a plan is made from may be poor; what is missing is named', () => {
  test('creators without price or anything to forecast from are left out by reason, those without posts or audience are told as less certain', async () => {
    const plan = await planWith({})
    const reasonOf = (name: string) => plan.left.find(({ id }: { id: string }) => id === ids[name])?.because
    expect(reasonOf('noPrice')).toContain('price unknown: no quote is recorded')
    expect(reasonOf('nothingKnown')).toContain('nothing to forecast from')
    const tell = (name: string) => plan.creators.find(({ id }: { id: string }) => id === ids[name])?.because.join(' ')
    expect(tell('noPosts')).toContain('No post and no median of this account is known')
    expect(plan.chosen.toSorted()).toEqual([ids['whole'], ids['noPosts'], ids['noAudience']].toSorted())
    // The campaign of this test names no audience, so nothing is asked of anybody's.
    const asked = await planWith({ audience: { gender: { female: 1 }, age: {}, size: 1_000_000 } })
    expect(asked.because.join(' ')).toContain('The audience of 1 of 3 creators is not fully known')
  })

  test.each([
    ['a pool smaller than the minimum', { mix: rule(9) }, ['micro.minCount']],
    ['limits against each other', { mix: rule(3, 1) }, ['micro.minCount', 'micro.maxCount']],
  ])('%s is refused by name, with the smallest change', async (_, known, clash) => {
    const { infeasible, chosen } = await planWith(known)
    expect([infeasible.clash, chosen]).toEqual([clash, []])
    expect(infeasible.smallest.length).toBeGreaterThan(0)
  })

  test('a must-have that the campaign also rules out clashes', async () => {
    const { infeasible } = await planWith({ mustHave: ['test-0'], never: ['test-0'] })
    expect(infeasible.clash).toEqual([`mustHave.${ids['whole']}`])
    expect(infeasible.barred).toMatchObject([{ id: ids['whole'], because: { zh: '本项目已列入「不合作」名单。' } }])
  })
})

describe('numbers that cannot be', () => {
  test.each([
    ['a budget of nothing', { budgetFen: 0 }, 'budgetFen'],
    ['a budget below nothing', { budgetFen: -1 }, 'budgetFen'],
    ['a budget that is no number', { budgetFen: Number.NaN }, 'budgetFen'],
    ['a share above all', { mix: [{ type: 'micro', minCount: null, maxCount: null, minShare: 2, maxShare: null }] }, 'mix.0.minShare'],
    ['a minimum below nothing', { constraints: { minimum: { views: -5 } } }, 'constraints.minimum.views'],
  ])('%s is refused by the name of the field', async (_, known, field) => {
    const { status, body } = await ask('POST /campaigns', { ...CAMPAIGN, ...known })
    expect([status, body.code]).toEqual([422, 'request.invalid'])
    expect(body.fields.map((one: { field: string }) => one.field)).toContain(field)
  })

  test.each([
    ['a price below nothing', { quotes: [{ ...exampleCreator(9).quotes?.[0], listFen: -5 }] }, 'quotes.0.listFen'],
    ['fewer followers than none', { followers: -1 }, 'followers'],
  ])('%s of a creator is refused by the name of the field', async (_, known, field) => {
    const { body } = await ask('POST /creators', { ...exampleCreator(9), ...known })
    expect(body.fields.map((one: { field: string }) => one.field)).toContain(field)
  })

  test('an account that is typed in twice is one candidate', async () => {
    await ask('POST /creators', exampleCreator(0))
    const plan = await planWith({})
    expect(plan.chosen).toEqual([...new Set(plan.chosen)])
    expect(plan.creators.filter(({ id }: { id: string }) => id === ids['whole'])).toHaveLength(1)
  })
})
