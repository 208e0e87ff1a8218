import { toneFitsSchema } from '@kolibra/core/selection'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { refreshRows } from './index.ts'

let house: TestHouse
let owner: Visitor

const call = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
const NOTE = {
  note_id: '64f0aa11bb22cc33dd442000',
  type: 'normal',
  title: '换季',
  desc: '姐妹们，脸颊又红了。先在耳后试。',
  time: 1_785_000_000_000,
  user_id: 'test-0',
  liked_count: '900',
  collected_count: '410',
  comment_count: '9',
  share_count: '30',
  last_modify_ts: 1_790_000_000_000,
}
let campaignId: string
const ids: string[] = []

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  for (const index of [0, 1]) ids.push((await call('POST /creators', exampleCreator(index))).body.id)
  const form = new FormData()
  form.set('file', new File([JSON.stringify(NOTE)], 'notes.jsonl'))
  expect((await call('POST /imports', form)).body.report.accepted.posts).toBe(1)
  await house.inWorkspace(owner.workspaceId, refreshRows)
  campaignId = (await call('POST /campaigns', { ...CAMPAIGN, mustHave: ids })).body.id
})
afterAll(() => house.close())

const read = async (who = owner) => call(`GET /campaigns/${campaignId}/plans/latest/tone-fits`, undefined, who)
const wish = async (wishedTone: unknown) => {
  const { version, campaign } = (await call(`GET /campaigns/${campaignId}`)).body
  expect((await call(`PUT /campaigns/${campaignId}`, { version, campaign: { ...campaign, wishedTone } })).status).toBe(200)
}

test('wish by wish for those whose texts are held, unknown for the others, nothing where nothing is wished', async () => {
  expect((await read()).body).toEqual({ isWished: false, items: [] })
  await call(`POST /campaigns/${campaignId}/plans`)
  expect((await read()).body).toEqual({ isWished: false, items: [] })
  await wish({ sentenceLength: [2, 8], address: 'polite' })
  const fits = toneFitsSchema.parse((await read()).body)
  expect(fits.isWished).toBe(true)
  expect(fits.items.map(({ creatorId }) => creatorId).toSorted()).toEqual(ids.toSorted())
  const [written, silent] = ids.map((id) => fits.items.find(({ creatorId }) => creatorId === id))
  expect(written).toMatchObject({
    textsHeld: 1,
    fit: [
      { measure: 'sentenceLength', isMet: true },
      { measure: 'address', isMet: false },
    ],
  })
  expect(silent).toMatchObject({ textsHeld: 0, fit: null })
  const stranger = await house.visit(await house.openWorkspace(), 'owner')
  expect((await read(stranger)).status).toBe(404)
})
