import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { BRIEF, CAMPAIGN } from '../test/campaign-example.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

const createdSchema = z.object({ id: z.string() })
const gatesSchema = z.object({
  gates: z.array(
    z.object({
      gate: z.string(),
      judgements: z.array(z.object({ findings: z.array(z.object({ code: z.string(), because: z.object({ zh: z.string() }) })) })),
    }),
  ),
})

let house: TestHouse
let owner: Visitor

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

/** What the Brief gate says of this brief about a word. */
async function findingsOn(word: string, change: Partial<typeof BRIEF>) {
  const { id } = createdSchema.parse(await (await owner.send('POST /api/v1/campaigns', CAMPAIGN)).json())
  expect((await owner.send(`POST /api/v1/campaigns/${id}/briefs`, { ...BRIEF, ...change })).status).toBe(201)
  const { gates } = gatesSchema.parse(await (await owner.send(`GET /api/v1/campaigns/${id}/gates`)).json())
  const brief = gates.find(({ gate }) => gate === 'brief')
  return brief?.judgements.flatMap(({ findings }) => findings).filter(({ because }) => because.zh.includes(word)) ?? []
}

const line = (zh: string, en: string) => ({ zh, en })

describe('the linter reads what a brief asks a creator to say', () => {
  test.each([
    { why: 'a point to make', change: { mustSay: [{ weight: 'must' as const, text: line('说这是药妆。', 'Call it a drug cosmetic.') }] } },
    { why: 'words demanded verbatim', change: { verbatim: ['这是药妆'] } },
    { why: 'the key message', change: { keyMessage: line('一瓶药妆。', 'A drug cosmetic.') } },
  ])('caught: $why', async ({ change }) => {
    expect(await findingsOn('药妆', change)).not.toEqual([])
  })

  test.each([
    { why: 'a line that forbids it', change: { mustNot: [line('不要说「药妆」。', 'Do not say “drug cosmetic”.')] } },
    {
      why: 'the background, which nobody repeats',
      change: { background: line('竞品自称药妆。', 'A competitor calls itself a drug cosmetic.') },
    },
  ])('left alone: $why', async ({ change }) => {
    expect(await findingsOn('药妆', change)).toEqual([])
  })
})
