import { assessmentSchema } from '@kolibra/core/selection'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { refreshRows } from './index.ts'

let house: TestHouse
let owner: Visitor
let campaignId: string
const ids: string[] = []

const call = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
const read = async (creators: readonly string[], who = owner) =>
  call(`GET /campaigns/${campaignId}/assessments?creators=${creators.join(',')}`, undefined, who)

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  for (const index of [0, 1, 2]) ids.push((await call('POST /creators', { ...exampleCreator(index), categories: ['护肤'] })).body.id)
  await house.inWorkspace(owner.workspaceId, refreshRows)
  const audience = { gender: { female: 1 }, age: {}, size: null }
  campaignId = (await call('POST /campaigns', { ...CAMPAIGN, audience, competitors: ['Bergquell'] })).body.id
})
afterAll(() => house.close())

describe('creators held against a campaign', () => {
  test('fit with its parts, the conflicts of the gate, and what is paid in all; in the order asked for', async () => {
    const bound = { brand: 'Talmilch', category: 'cosmetics', from: '2026-12-01', to: '2026-12-31', exclusive: true, source: '达人自述' }
    await call(`POST /creators/${ids[1]}/engagements`, { ...bound, platforms: ['xiaohongshu'] })
    const items = z.array(assessmentSchema).parse((await read([ids[1] ?? '', ids[0] ?? ''])).body.items)
    expect(items.map(({ creatorId }) => creatorId)).toEqual([ids[1], ids[0]])
    expect(items.map(({ conflicts }) => conflicts.map(({ code }) => code))).toEqual([['choice.exclusivity'], ['choice.conflict_unknown']])
    expect(items[0]?.fit.parts.find(({ code }) => code === 'content')?.value).toBe(1)
    expect(items[0]?.price.costFen).toBeGreaterThan(0)
  })

  test('once somebody entered that there is no other work, it is known', async () => {
    await call(`POST /creators/${ids[0]}/clearances`, { askedOn: '2026-11-20', source: '示例·微信' })
    const [cleared] = z.array(assessmentSchema).parse((await read([ids[0] ?? ''])).body.items)
    expect(cleared?.conflicts).toEqual([])
  })

  test('a plan leaves out who is bound, and says so', async () => {
    const { plan } = (await call(`POST /campaigns/${campaignId}/plans`)).body
    expect(plan.chosen).not.toContain(ids[1])
    expect(plan.left.find(({ id }: { id: string }) => id === ids[1]).because).toContain('Bound to Talmilch')
  })

  test('an engagement without platforms binds on all of them, one on another platform on none of ours', async () => {
    const work = { brand: 'Talmilch', category: 'cosmetics', from: '2026-12-01', to: '2026-12-31', exclusive: true, source: '达人自述' }
    await call(`POST /creators/${ids[2]}/engagements`, { ...work, platforms: ['weibo'] })
    const codesOf = async () =>
      z
        .array(assessmentSchema)
        .parse((await read([ids[2] ?? ''])).body.items)[0]
        ?.conflicts.map(({ code }) => code)
    expect(await codesOf()).toEqual([])
    await call(`POST /creators/${ids[2]}/engagements`, work)
    expect(await codesOf()).toEqual(['choice.exclusivity'])
  })

  test.each([
    ['no ids', ''],
    ['a word that is no id', 'nobody'],
    [
      'more than fifty',
      Array.from({ length: 51 }, (_, at) => `00000000-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`).join(','),
    ],
  ])('%s is refused', async (_, creators) => {
    expect((await read([creators])).status).toBe(422)
  })

  test('nobody of another workspace sees them, and creators that are gone are left out', async () => {
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await read([ids[0] ?? ''], stranger)).status).toBe(404)
    expect((await read(['00000000-0000-7000-8000-000000000000'])).body.items).toEqual([])
  })
})
