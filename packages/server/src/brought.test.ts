import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from './platform/secrets.ts'
import { refreshRows } from './selection/index.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

let house: TestHouse
let admin: Pool
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  admin = new Pool({ connectionString: house.adminUrl, max: 2 })
})
beforeEach(async () => {
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

const call = (line: string, body?: unknown) => askJson(owner, line, body)
async function upload(text: string, name: string) {
  const form = new FormData()
  form.set('file', new File([text], name))
  return call('POST /imports', form)
}
const find = async (words: string): Promise<string[]> =>
  (await call(`GET /creators?q=${encodeURIComponent(words)}`)).body.items.map(({ accountId }: { accountId: string }) => accountId)
const idOf = async (accountId: string): Promise<string> => (await call(`GET /creators?q=${accountId}`)).body.items[0]?.id

const LIST = ['平台,昵称,账号ID,粉丝数,简介', '小红书,示例·甲,brought-a,1000,爱喝普洱茶的 Barista', '小红书,示例·乙,brought-b,2000,'].join(
  '\n',
)

describe('a bio that a file brings', () => {
  test('stands on the page and is found by one character, by pinyin and by Latin letters', async () => {
    expect((await upload(LIST, 'bios.csv')).body.report.unmapped).toEqual([])
    for (const words of ['普', '洱茶', 'puer', 'barista']) expect([words, await find(words)]).toEqual([words, ['brought-a']])
    expect((await call(`GET /creators/${await idOf('brought-a')}`)).body.account.bio).toBe('爱喝普洱茶的 Barista')
    expect((await call(`GET /creators/${await idOf('brought-b')}`)).body.account.bio).toBeNull()
  })

  test('goes with the person', async () => {
    await upload(LIST, 'bios.csv')
    const id = await idOf('brought-a')
    const exported = await call(`POST /creators/${id}/exports`)
    expect(exported.body.accounts[0].profile[0].bio).toBe('爱喝普洱茶的 Barista')
    await call(`POST /creators/${id}/erasures`, { personId: id })
    for (const table of ['creators', 'creator_rows', 'creator_observations']) {
      const { rows } = await admin.query(`SELECT 1 FROM kolibra.${table} AS t WHERE workspace_id = $1 AND t::text LIKE '%普洱%'`, [
        owner.workspaceId,
      ])
      expect([table, rows.length]).toEqual([table, 0])
    }
  })
})

test('brands a source names are kept with it, found by the filter, and stand in the report on the image', async () => {
  const brands = [{ brand: '示例·雪岭', source: 'pugongying.creators', observedAt: null }]
  await call('POST /creators', { platform: 'xiaohongshu', accountId: 'brought-c', displayName: '示例·丙', brands })
  await house.inWorkspace(owner.workspaceId, refreshRows)
  const { body } = await call(`GET /creators/${await idOf('brought-c')}`)
  expect(body.account.brands).toEqual(brands)
  const { rows } = await admin.query('SELECT brands FROM kolibra.creator_rows WHERE workspace_id = $1', [owner.workspaceId])
  expect(rows).toEqual([{ brands: ['示例·雪岭'] }])
  const { image } = (await call(`GET /creators/${await idOf('brought-c')}/vetting`)).body.vetting
  expect(image.brandsTold).toEqual([{ brand: '示例·雪岭', source: 'pugongying.creators', isCompetitor: false }])
})

describe('brands worked with, from an imported file to the filtered list', () => {
  const FILE = [
    '博主昵称,千瓜指数,粉丝数,小红书号,合作品牌',
    '示例·甲,800,1000,brand-red-1,"示例·雪岭、Bergquell"',
    '示例·乙,700,2000,brand-red-2,bergquell',
    '示例·丙,600,3000,brand-red-3,12',
    '示例·丁,500,4000,brand-red-4,--',
  ].join('\n')
  const search = async (brands: readonly (string | null)[]) => {
    const { status, body } = await call('POST /creator-searches', { joined: { brands } })
    expect(status).toBe(200)
    return { from: body.from, ids: body.items.map(({ accountId }: { accountId: string }) => accountId).sort() }
  }
  const expected = [
    { brands: ['示例·雪岭'], ids: ['brand-red-1'] },
    { brands: ['BERGQUELL'], ids: ['brand-red-1', 'brand-red-2'] },
    { brands: ['示例·雪'], ids: [] },
    { brands: ['12'], ids: [] },
    { brands: [null], ids: ['brand-red-3', 'brand-red-4'] },
    { brands: ['示例·雪岭', null], ids: ['brand-red-1', 'brand-red-3', 'brand-red-4'] },
  ]

  test('found by each brand of a cell, whatever its case; a count of brands and an empty cell are unknown', async () => {
    const { body } = await upload(FILE, 'list.csv')
    expect(body.report).toMatchObject({ source: { id: 'qiangua.creators' }, accepted: { accounts: 4 }, unmapped: [] })
    await house.inWorkspace(owner.workspaceId, refreshRows)
    for (const { brands, ids } of expected) expect([brands, (await search(brands)).ids]).toEqual([brands, ids])
    await expect.poll(async () => (await search([])).from).toBe('index')
    for (const { brands, ids } of expected) expect([brands, await search(brands)]).toEqual([brands, { from: 'index', ids }])
  })

  test('exported as seen, joined by what a later file names, and gone with the import that named them', async () => {
    await upload(FILE, 'list.csv')
    const later = await upload(FILE.replace('bergquell', '示例·雪岭').replace('--', 'Talmilch'), 'later.csv')
    await house.inWorkspace(owner.workspaceId, refreshRows)
    expect((await search(['示例·雪岭'])).ids).toEqual(['brand-red-1', 'brand-red-2'])
    expect((await search(['bergquell', 'talmilch'])).ids).toEqual(['brand-red-1', 'brand-red-2', 'brand-red-4'])
    const csv = await (
      await owner.send('POST /api/v1/creator-exports', { query: { joined: { brands: ['talmilch'] } }, format: 'csv' })
    ).text()
    expect([csv.includes('brand-red-4'), csv.includes('brand-red-1')]).toEqual([true, false])
    await call(`DELETE /imports/${later.body.importId}`)
    await house.inWorkspace(owner.workspaceId, refreshRows)
    expect([(await search(['talmilch'])).ids, (await search(['示例·雪岭'])).ids]).toEqual([[], ['brand-red-1']])
  })
})

test('a file that says nothing of the languages of a creator leaves those that are known', async () => {
  const person = { gender: null, ageBand: null, languages: ['zh', 'de'] }
  await call('POST /creators', { platform: 'xiaohongshu', accountId: 'brought-l', displayName: '示例·双语', person })
  await upload('平台,昵称,账号ID,粉丝数,性别\n小红书,示例·双语,brought-l,4000,女', 'languages.csv')
  expect((await call(`GET /creators/${await idOf('brought-l')}`)).body.account.person).toEqual({ ...person, gender: 'female' })
})

describe('posts that carry only the pseudonym of their author', () => {
  const post = (note_id: string, author: string) => ({
    note_id,
    type: 'normal',
    title: '示例·标题',
    desc: '示例正文',
    creator_hash: sha256(author).slice(0, 16),
    nickname: '示例·某',
    liked_count: '1',
    comment_count: '1',
    share_count: '1',
    collected_count: '1',
    time: 1_763_600_000_000,
    note_url: 'https://example.com/n1',
  })
  const NOTES = JSON.stringify([post('hash-note-1', 'brought-a'), post('hash-note-2', 'nobody-held')])
  const authors = async () =>
    (
      await admin.query('SELECT platform_post_id, account_id, attached_by_hash FROM kolibra.posts WHERE workspace_id = $1 ORDER BY 1', [
        owner.workspaceId,
      ])
    ).rows.map(({ platform_post_id, account_id, attached_by_hash }) => [platform_post_id, account_id, attached_by_hash])
  const ATTACHED = [
    ['hash-note-1', 'brought-a', true],
    ['hash-note-2', null, false],
  ]

  test('go to an account already held, never to an unknown one, and nobody is added', async () => {
    await upload(LIST, 'bios.csv')
    await upload(NOTES, 'notes.json')
    expect(await authors()).toEqual(ATTACHED)
    expect((await call('GET /creators')).body.items).toHaveLength(2)
  })

  test('go to one that comes later, and are let go when that import is undone', async () => {
    await upload(NOTES, 'notes.json')
    const { body } = await upload(LIST, 'bios.csv')
    expect(await authors()).toEqual(ATTACHED)
    await call(`DELETE /imports/${body.importId}`)
    expect((await authors()).map(([, accountId]) => accountId)).toEqual([null, null])
  })

  test('say beside the post why they stand there, in both languages; one can be taken off and put back, and both are on record', async () => {
    await upload(LIST, 'bios.csv')
    await upload(JSON.stringify([post('hash-note-1', 'brought-a'), post('hash-note-3', 'brought-a')]), 'notes.json')
    const id = await idOf('brought-a')
    const pageOf = async () => (await call(`GET /creators/${id}/page`)).body
    const shown = async () => (await pageOf()).posts.map(({ postId }: { postId: string }) => postId).sort()
    const hash = sha256('brought-a').slice(0, 16)
    const { posts } = await pageOf()
    expect(posts[0].matched.hash).toBe(hash)
    for (const sentence of [posts[0].matched.because.en, posts[0].matched.because.zh]) {
      expect(sentence).toContain(hash)
      expect(sentence).toContain('brought-a')
      expect(sentence).toContain('SHA-256')
    }
    expect((await call(`POST /creators/${id}/split-posts`, { postId: 'hash-note-1' })).status).toBe(201)
    expect((await call(`POST /creators/${id}/split-posts`, { postId: 'hash-note-1' })).body.code).toBe('state.lost_race')
    expect([await shown(), (await pageOf()).splitPosts]).toEqual([
      ['hash-note-3'],
      [expect.objectContaining({ postId: 'hash-note-1', title: '示例·标题' })],
    ])
    expect((await call(`GET /creators/${id}/vetting`)).body.vetting.image.postsHeld).toBe(1)
    await upload(JSON.stringify([post('hash-note-1', 'brought-a')]), 'newer.json')
    expect(await shown()).toEqual(['hash-note-3'])
    expect((await call(`DELETE /creators/${id}/split-posts/hash-note-1`)).body.items).toEqual([])
    expect([await shown(), (await pageOf()).splitPosts]).toEqual([['hash-note-1', 'hash-note-3'], []])
    const { rows } = await admin.query(
      "SELECT name, actor_id FROM kolibra.events WHERE workspace_id = $1 AND name LIKE 'post.%' ORDER BY event_id",
      [owner.workspaceId],
    )
    expect(rows).toEqual(['post.split_off', 'post.rejoined'].map((name) => ({ name, actor_id: owner.userId })))
  })

  test('taken off, still go with the erased person; a post whose file names its author cannot be taken off', async () => {
    await upload(LIST, 'bios.csv')
    await upload(NOTES, 'notes.json')
    const id = await idOf('brought-a')
    await call(`POST /creators/${id}/split-posts`, { postId: 'hash-note-1' })
    const { creator_hash: _hash, ...named } = post('named-note', 'brought-a')
    await upload(JSON.stringify([{ ...named, user_id: 'brought-a' }]), 'named.json')
    expect((await call(`POST /creators/${id}/split-posts`, { postId: 'named-note' })).status).toBe(404)
    expect((await call(`GET /creators/${id}/page`)).body.posts[0]).toMatchObject({ postId: 'named-note', matched: null })
    await call(`POST /creators/${id}/erasures`, { personId: id })
    expect((await authors()).map(([postId]) => postId)).toEqual(['hash-note-2'])
  })

  test('go with an erased person and do not come back', async () => {
    await upload(LIST, 'bios.csv')
    await upload(NOTES, 'notes.json')
    const id = await idOf('brought-a')
    await call(`POST /creators/${id}/erasures`, { personId: id })
    expect((await authors()).map(([postId]) => postId)).toEqual(['hash-note-2'])
    const again = await upload(JSON.stringify([post('hash-note-3', 'brought-a')]), 'again.json')
    expect(again.body.report).toMatchObject({ accepted: { posts: 0 }, problems: [{ code: 'id.erased' }] })
  })
})
