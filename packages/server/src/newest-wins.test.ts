import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refreshRows } from './selection/index.ts'
import { openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

async function call(line: string, body?: unknown) {
  const [method, path] = line.split(' ')
  return (await owner.send(`${method} /api/v1${path}`, body)).json()
}

/** A list of one account as of a day; null: nobody says as of when. */
async function bring(asOf: string | null, said: Partial<Record<'昵称' | '粉丝数' | '地区' | '简介', string>>): Promise<string> {
  const cells = { 平台: '小红书', 账号ID: 'newest-1', ...said }
  const form = new FormData()
  const text = `${Object.keys(cells).join(',')}\n${Object.values(cells).join(',')}\n`
  form.set('file', new File([text], asOf === null ? 'list.csv' : `list_${asOf}.csv`))
  return (await call('POST /imports', form)).importId
}

async function open() {
  await house.inWorkspace(owner.workspaceId, refreshRows)
  const { items } = await call('GET /creators?q=newest-1')
  const { account, history } = await call(`GET /creators/${items[0].id}/page`)
  return { account, history: history.map(({ followers }: { followers: number }) => followers) }
}

describe('what is newest, of names and of numbers', () => {
  test('an older export overwrites neither; it fills what is not known', async () => {
    await bring('2026-11-01', { 昵称: '示例·新名字', 粉丝数: '900', 简介: '示例·新简介' })
    await bring('2024-03-01', { 昵称: '示例·旧名字', 粉丝数: '100', 简介: '示例·旧简介', 地区: '杭州' })
    const { account } = await open()
    expect(account).toMatchObject({ displayName: '示例·新名字', bio: '示例·新简介', followers: 900, region: '杭州' })
    await bring('2026-11-02', { 昵称: '示例·最新', 粉丝数: '950' })
    expect((await open()).account).toMatchObject({ displayName: '示例·最新', bio: '示例·新简介', followers: 950 })
  })

  test('a file that says no day is as of the day it was imported', async () => {
    await bring(null, { 昵称: '示例·今天', 粉丝数: '900' })
    await bring('2020-01-01', { 昵称: '示例·从前', 粉丝数: '100' })
    expect(await open()).toMatchObject({ account: { displayName: '示例·今天', followers: 900 }, history: [100, 900] })
  })

  test('what a person types is as of now: an older file does not beat it, a newer one does', async () => {
    const typed = { displayName: '示例·手填', followers: 90_000, person: { gender: null, ageBand: null, languages: ['zh'] } }
    await call('POST /creators', { platform: 'xiaohongshu', accountId: 'newest-1', ...typed })
    await bring('2020-01-01', { 昵称: '示例·从前', 粉丝数: '100' })
    expect(await open()).toMatchObject({ account: { displayName: '示例·手填', followers: 90_000 }, history: [100, 90_000] })
    await bring('2026-11-23', { 昵称: '示例·以后', 粉丝数: '91000' })
    expect((await open()).account).toMatchObject({ displayName: '示例·以后', followers: 91_000, person: { languages: ['zh'] } })
  })

  test('after an undo the newest import that is left is what the next one is held against', async () => {
    await bring('2025-01-01', { 昵称: '示例·一', 粉丝数: '1' })
    const wrong = await bring('2036-01-01', { 昵称: '示例·错年', 粉丝数: '2' })
    await call(`DELETE /imports/${wrong}`)
    await bring('2024-01-01', { 昵称: '示例·更早', 粉丝数: '3' })
    expect((await open()).account.displayName).not.toBe('示例·更早')
    await bring('2026-01-01', { 昵称: '示例·二', 粉丝数: '4' })
    expect((await open()).account.displayName).toBe('示例·二')
  })
})

test('a later file that leaves a count of a post out takes nothing away', async () => {
  await call('POST /creators', { platform: 'xiaohongshu', accountId: 'newest-1' })
  const bringPost = async (known: object, lastUpdateAt: string) => {
    const note = { note_id: 'post-1', type: 'normal', title: '示例', desc: '示例', user_id: 'newest-1', nickname: '示例', ...known }
    const form = new FormData()
    const stamp = Date.parse(lastUpdateAt)
    form.set('file', new File([JSON.stringify([{ ...note, time: 1_763_600_000_000, last_modify_ts: stamp }])], 'notes.json'))
    expect((await call('POST /imports', form)).committed).toBe(true)
  }
  await bringPost({ liked_count: '12', comment_count: '3', share_count: '1', collected_count: '4' }, '2026-11-20T00:00:00Z')
  await bringPost({ liked_count: '15', comment_count: '', share_count: '', collected_count: '' }, '2026-11-21T00:00:00Z')
  const { items } = await call('GET /creators?q=newest-1')
  const { posts } = await call(`GET /creators/${items[0].id}/page`)
  expect(posts).toMatchObject([{ likes: 15, comments: 3, shares: 1, saves: 4, observedAt: '2026-11-21T00:00:00.000Z' }])
})

test('a typed number keeps its passport, and is as of the moment it was typed', async () => {
  const metric = {
    name: 'views',
    value: 1200,
    low: null,
    high: null,
    unit: 'plays',
    proof: 'unproved',
    period: '30d',
    noteType: 'sponsored',
    flow: 'natural',
    definition: '30 天内自然流量播放',
    formula: null,
    source: 'typed',
    tab: null,
    column: '播放量',
    observedAt: null,
    importId: 'typed',
  }
  const post = { postId: 'p1', publishedAt: null, sponsored: null, views: 5, likes: null, comments: null, shares: null, saves: null }
  const dated = { ...metric, name: 'likes', observedAt: '2025-05-05T00:00:00.000Z' }
  const body = { platform: 'xiaohongshu', accountId: 'newest-1', metrics: [metric, dated], posts: [{ ...post, observedAt: null }] }
  const now = '2026-11-22T04:00:00.000Z'
  await call('POST /creators', body)
  const { account } = await open()
  expect(account.metrics).toHaveLength(2)
  expect(account.metrics).toEqual(expect.arrayContaining([dated, { ...metric, observedAt: now }]))
  expect(account.posts).toMatchObject([{ postId: 'p1', observedAt: now }])
})
