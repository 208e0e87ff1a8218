import { creatorPageSchema } from '@kolibra/core/selection'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleCreator } from '../test/campaign-example.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { refreshCohorts, refreshRows } from './index.ts'

let house: TestHouse
let owner: Visitor
const ids: string[] = []

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  for (let index = 0; index < 9; index += 1) {
    const example = exampleCreator(index)
    const quotes = example.quotes?.map((quote) => ({ ...quote, listFen: 100_000 * (index + 1) }))
    const answer = await owner.send('POST /api/v1/creators', { ...example, quotes, followers: 60_000 + index, categories: ['护肤'] })
    ids.push((await answer.json()).id)
  }
  await house.inWorkspace(owner.workspaceId, refreshRows)
})
afterAll(() => house.close())

const readPage = async (id: string | undefined, who = owner) => {
  const answer = await who.send(`GET /api/v1/creators/${id}/page`)
  return { status: answer.status, page: await answer.json() }
}
const refresh = () => house.inWorkspace(owner.workspaceId, refreshCohorts)

describe('the page of a creator', () => {
  test('fits its schema and tells type, tier, forecast, prices and what is unknown', async () => {
    const { status, page } = await readPage(ids[0])
    expect(status).toBe(200)
    expect(creatorPageSchema.parse(page)).toEqual(page)
    expect(page).toMatchObject({ id: ids[0], tier: 'mid', type: { value: 'micro' } })
    expect(page.forecast.p50).toBeGreaterThan(0)
    expect(page.prices.prices[page.prices.chosen].totalFen).toBeGreaterThan(0)
    expect(page.groups.reduce((sum: number, { posts }: { posts: number }) => sum + posts, 0)).toBe(page.posts.length)
    expect(page.unknown.map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining(['mcn', 'languages']))
  })

  test('is not there for a stranger, nor for an id of nobody', async () => {
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await readPage(ids[0], stranger)).status).toBe(404)
    expect((await readPage('01a20000-0000-7000-8000-000000000001')).status).toBe(404)
  })

  test('shows posts that came as posts beside those of the account, newest counts first', async () => {
    const note = {
      note_id: 'n-page',
      type: 'normal',
      title: '示例·一篇笔记',
      desc: '示例正文',
      user_id: exampleCreator(1).accountId,
      nickname: '示例',
      liked_count: '12',
      comment_count: '3',
      share_count: '1',
      collected_count: '4',
      time: 1_763_600_000_000,
      note_url: 'https://example.com/n-page',
    }
    const form = new FormData()
    form.set('file', new File([JSON.stringify([note])], 'notes.json'))
    expect((await owner.send('POST /api/v1/imports', form)).status).toBe(200)
    const { page } = await readPage(ids[1])
    expect(page.posts.find(({ postId }: { postId: string }) => postId === 'n-page')).toMatchObject({
      title: '示例·一篇笔记',
      likes: 12,
      views: null,
      interactions: 20,
      sponsored: null,
    })
  })
})

describe('the peers of a creator', () => {
  const listMoments = () =>
    house.inWorkspace(owner.workspaceId, async (ctx) => {
      const { rows } = await sql<{ as_of: string }>`SELECT DISTINCT as_of FROM creator_cohorts`.execute(ctx.tx)
      return rows.map(({ as_of }) => as_of)
    })

  test('are said to be not worked out yet before they are', async () => {
    expect((await readPage(ids[0])).page.peers).toMatchObject({ asOf: null, category: '护肤' })
  })

  test('are only worked out for somebody who would get a place from it', async () => {
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    const waits = () =>
      house.inWorkspace(stranger.workspaceId, async (ctx) => {
        const { rows } = await sql<{ waits: boolean }>`SELECT waits_for_job('creators.refresh_cohorts') AS waits`.execute(ctx.tx)
        return rows[0]?.waits
      })
    const open = async (known: object) => {
      const { id } = await (await stranger.send('POST /api/v1/creators', known)).json()
      await house.inWorkspace(stranger.workspaceId, refreshRows)
      expect((await readPage(id, stranger)).status).toBe(200)
    }
    await open({ platform: 'xiaohongshu', accountId: 'nothing-to-place', categories: ['护肤'] })
    await open({ ...exampleCreator(60), followers: 60_000, categories: [] })
    expect(await waits()).toBe(false)
    await open({ ...exampleCreator(61), followers: 60_000, categories: ['护肤'] })
    expect(await waits()).toBe(true)
  })

  test('give the cheapest of nine the lowest place and say as of when', async () => {
    await refresh()
    const { page } = await readPage(ids[0])
    expect(page.peers.asOf).toBe(new Date(house.clock.nowMs).toISOString())
    const price = page.peers.ranks.find(({ measure }: { measure: string }) => measure === 'priceFen')
    expect(price).toMatchObject({ n: 9, rank: 0 })
    const last = (await readPage(ids[8])).page.peers.ranks.find(({ measure }: { measure: string }) => measure === 'priceFen')
    expect(last.rank).toBe(1)
    expect(price.median).toBeGreaterThan(price.value)
  })

  test('are worked out again without anything left of before', async () => {
    house.clock.nowMs += 1000
    await refresh()
    expect(await listMoments()).toEqual([new Date(house.clock.nowMs).toISOString()])
  })

  test('of whom there are fewer than eight give no place', async () => {
    const answer = await owner.send('POST /api/v1/creators', { ...exampleCreator(50), followers: 61_000, categories: ['垂钓'] })
    const { id } = await answer.json()
    await refresh()
    const { ranks } = (await readPage(id)).page.peers
    expect(ranks.length).toBeGreaterThan(0)
    for (const rank of ranks) expect(rank).toMatchObject({ n: 1, rank: null, median: null })
  })
})

describe('the vetting of a creator', () => {
  const vet = async (id: string | undefined, who = owner) => (await who.send(`GET /api/v1/creators/${id}/vetting`)).json()

  test('is held against the accounts of the same tier and category, says as of when, and speaks of signals', async () => {
    const { asOf, peers, vetting } = await vet(ids[0])
    expect(asOf).toBe(new Date(house.clock.nowMs).toISOString())
    expect(peers).toBeGreaterThanOrEqual(8)
    expect(vetting.authenticity.score).toBeGreaterThan(50)
    expect(vetting.authenticity.completeness).toBeGreaterThan(0)
    expect(vetting.authenticity.missing.length).toBeGreaterThan(0)
    expect(JSON.stringify(vetting)).not.toMatch(/fraud|fake follower/i)
  })

  test('of somebody of whom nothing is held is unknown, never clean', async () => {
    const { id } = await (await owner.send('POST /api/v1/creators', { platform: 'douyin', accountId: 'nothing-held' })).json()
    expect(await vet(id)).toMatchObject({ peers: 0, vetting: { authenticity: { score: null, completeness: 0, signals: [] } } })
  })

  test('is not there for a stranger', async () => {
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect(await vet(ids[0], stranger)).toMatchObject({ code: 'request.not_found' })
  })
})
