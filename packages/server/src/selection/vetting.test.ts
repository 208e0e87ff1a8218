import { vetAccounts } from '@kolibra/core/creators'
import { vettedCreatorSchema } from '@kolibra/core/selection'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { refreshRows } from './index.ts'

let house: TestHouse
let owner: Visitor
const ids: string[] = []

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  for (let index = 0; index < 12; index += 1) {
    const posts = Array.from({ length: 8 }, (_, n) => ({
      postId: `v${index}-${n}`,
      publishedAt: '2026-11-01T04:00:00Z',
      sponsored: n < 2,
      views: 10_000 + 900 * index + 100 * n,
      likes: (index === 0 ? 4000 : 300 + 10 * index) + n,
      comments: 20 + index + n,
      shares: 10,
      saves: 50,
      observedAt: null,
    }))
    const account = { ...exampleCreator(index), followers: 60_000 + index, categories: ['护肤'], posts }
    ids.push((await (await owner.send('POST /api/v1/creators', account)).json()).id)
  }
  await house.inWorkspace(owner.workspaceId, refreshRows)
})
afterAll(() => house.close())

const read = async (id: string | undefined, who = owner) => {
  const answer = await who.send(`GET /api/v1/creators/${id}/vetting`)
  return { status: answer.status, body: await answer.json() }
}

describe('the vetting of a creator', () => {
  test('fits its schema, holds it against its peers, and says as of when', async () => {
    const { status, body } = await read(ids[0])
    expect(status).toBe(200)
    expect(vettedCreatorSchema.parse(body)).toEqual(body)
    expect(body.peers).toBe(11)
    const rate = body.vetting.authenticity.signals.find(({ code }: { code: string }) => code === 'engagement.rate')
    expect(rate.weight).toBeGreaterThan(0)
    expect(rate.becauseZh).toContain('与同类账号不一致')
    expect(body.vetting.standing.percentiles.length).toBeGreaterThan(0)
  })

  test('says what `kolibra vet` says of a file of the same accounts', async () => {
    const accounts = await Promise.all(ids.map(async (id) => (await (await owner.send(`GET /api/v1/creators/${id}`)).json()).account))
    const fromFile = vetAccounts(accounts, []).map(({ authenticity: { score, completeness } }) => ({ score, completeness }))
    const onPage = await Promise.all(ids.map(async (id) => (await read(id)).body.vetting.authenticity))
    expect(onPage.map(({ score, completeness }) => ({ score, completeness }))).toEqual(fromFile)
  })

  test('without the text of a post the image is unknown, not clean', async () => {
    const { body } = await read(ids[1])
    expect(body.vetting.image).toMatchObject({
      postsHeld: 8,
      textsHeld: 0,
      sponsoredShare: 0.25,
      incidents: null,
      safety: { score: null, atMost: 100 },
    })
  })

  test('an incident that a person entered lowers what can be promised', async () => {
    const incident = { kind: 'ban', on: '2026-01-01', until: null, what: '示例', source: 'a newspaper', url: null }
    expect((await owner.send(`POST /api/v1/creators/${ids[2]}/incidents`, incident)).status).toBe(201)
    const { body } = await read(ids[2])
    expect(body.vetting.image.incidents).toHaveLength(1)
    expect(body.vetting.image.safety).toMatchObject({ score: null, atMost: 40 })
  })

  test('posts that came with their texts are read by the rules of their day', async () => {
    const note = {
      note_id: 'n-vet',
      type: 'normal',
      title: '示例·一篇笔记',
      desc: '全国最佳的面霜',
      user_id: exampleCreator(3).accountId,
      nickname: '示例',
      liked_count: '12',
      comment_count: '3',
      share_count: '1',
      collected_count: '4',
      time: Date.parse('2026-11-02T04:00:00Z'),
      last_modify_ts: Date.parse('2026-11-20T04:00:00Z'),
      note_url: 'https://example.com/n-vet',
    }
    const filled = new FormData()
    filled.set('file', new File([`${JSON.stringify(note)}\n`], 'notes.jsonl'))
    filled.set('source', 'mediacrawler.xhs.contents')
    expect((await owner.send('POST /api/v1/imports', filled)).status).toBeLessThan(300)
    const { body } = await read(ids[3])
    expect(body.vetting.image).toMatchObject({ postsHeld: 9, textsHeld: 1, rules: { linted: 1, undated: 0 } })
    // Nobody answered and nobody looked for incidents: texts alone promise nothing.
    expect(body.vetting.image.safety.score).toBeNull()
    expect(body.vetting.image.safety.atMost).toBeLessThan(100)
  })

  test('for a campaign the posts are held against the tone it wishes, and only then', async () => {
    const open = async (wishedTone: unknown) => (await (await owner.send('POST /api/v1/campaigns', { ...CAMPAIGN, wishedTone })).json()).id
    const image = async (campaignId: string) =>
      (await (await owner.send(`GET /api/v1/creators/${ids[3]}/vetting?campaign=${campaignId}`)).json()).vetting.image
    const { toneFit } = await image(await open({ sentenceLength: [1, 20], emojiPer100: [1, 5], address: 'sisters' }))
    expect(toneFit.map(({ measure, isMet }: { measure: string; isMet: boolean }) => [measure, isMet])).toEqual([
      ['sentenceLength', true],
      ['emojiPer100', false],
      ['address', false],
    ])
    expect((await image(await open(null))).toneFit).toBeNull()
    expect((await read(ids[3])).body.vetting.image.toneFit).toBeNull()
  })

  test('for a campaign that is not there or not ours it is not told', async () => {
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    const { id } = await (await stranger.send('POST /api/v1/campaigns', CAMPAIGN)).json()
    expect((await owner.send(`GET /api/v1/creators/${ids[3]}/vetting?campaign=${id}`)).status).toBe(404)
  })

  test('is not there for a stranger', async () => {
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await read(ids[0], stranger)).status).toBe(404)
  })
})
