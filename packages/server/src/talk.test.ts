import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openFile, sha256 } from './platform/secrets.ts'
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
async function upload(records: unknown, name: string) {
  const form = new FormData()
  form.set('file', new File([typeof records === 'string' ? records : JSON.stringify(records)], name))
  return call('POST /imports', form)
}
const idOf = async (accountId: string): Promise<string> => (await call(`GET /creators?q=${accountId}`)).body.items[0]?.id
const imageOf = async (accountId: string) => (await call(`GET /creators/${await idOf(accountId)}/vetting`)).body.vetting.image
const rowsOf = async (table: string): Promise<number> =>
  (await admin.query(`SELECT 1 FROM kolibra.${table} WHERE workspace_id = $1`, [owner.workspaceId])).rows.length

const LIST = ['平台,昵称,账号ID,粉丝数', '小红书,示例·阿禾,talk-author-1,1000', '小红书,示例·旁人,talk-other-1,2000'].join('\n')
const NOTE = {
  note_id: 'talk-note-1',
  type: 'normal',
  title: '示例·标题',
  desc: '示例正文',
  user_id: 'talk-author-1',
  nickname: '示例·阿禾',
  liked_count: '1',
  comment_count: '3',
  share_count: '1',
  collected_count: '1',
  time: 1_763_600_000_000,
  note_url: 'https://example.com/n1',
}
const comment = (comment_id: string, content: string, more: object = {}) => ({
  comment_id,
  create_time: 1_763_600_100_000,
  note_id: 'talk-note-1',
  content,
  user_id: 'talk-stranger',
  pictures: '',
  parent_comment_id: '0',
  like_count: '2',
  ...more,
})
const COMMENTS = [
  comment('c1', '多少钱？'),
  comment('c2', '用了过敏', { user_id: 'talk-second' }),
  comment('c3', '九十九元', { user_id: 'talk-author-1', parent_comment_id: 'c1' }),
]

async function fill(): Promise<string> {
  await upload(LIST, 'list.csv')
  await upload([NOTE], 'notes.json')
  return (await upload(COMMENTS, 'comments.json')).body.importId
}

describe('comments that a file brings', () => {
  test('are kept, without names, and what they say stands in the report on the image', async () => {
    expect(await fill()).not.toBeNull()
    const image = await imageOf('talk-author-1')
    expect(image).toMatchObject({ postsHeld: 1, commentsHeld: 3, dialogue: { comments: 2, answeredShare: 0.5 } })
    expect(image.dialogue.asked).toMatchObject([{ key: 'price', count: 1 }])
    expect(image.severity).toMatchObject({ comments: 3, kinds: [{ key: 'harm', count: 1 }] })
    expect(image.safety.parts[1].off).toBeGreaterThan(0)
    const { rows } = await admin.query('SELECT author_hash FROM kolibra.post_comments WHERE workspace_id = $1', [owner.workspaceId])
    expect(rows.map(({ author_hash }) => author_hash)).toContain(sha256('talk-stranger').slice(0, 16))
    expect(await imageOf('talk-other-1')).toMatchObject({ commentsHeld: 0, severity: null, dialogue: null })
  })

  test('of a newer export stand in place of the older ones, and give way when that import is undone', async () => {
    const first = await fill()
    const { body } = await upload([comment('c2', '已经好了', { user_id: 'talk-second' }), comment('c4', '求链接')], 'later.json')
    expect(await imageOf('talk-author-1')).toMatchObject({ commentsHeld: 4, severity: { kinds: [] } })
    await call(`DELETE /imports/${body.importId}`)
    expect(await imageOf('talk-author-1')).toMatchObject({ commentsHeld: 3, severity: { kinds: [{ key: 'harm' }] } })
    await call(`DELETE /imports/${first}`)
    expect([await rowsOf('post_comments'), (await imageOf('talk-author-1')).severity]).toEqual([0, null])
  })

  test('beyond the newest 20,000 are counted and not read: the report says how many of how many', async () => {
    const importId = await fill()
    await admin.query(
      `INSERT INTO kolibra.post_comments (workspace_id, import_id, platform, platform_post_id, platform_comment_id, commented_at, content)
       SELECT $1, $2, 'xiaohongshu', 'talk-note-1', 'old-' || n, '2020-01-01T00:00:00Z', '用了过敏' FROM generate_series(1, 20000) AS n`,
      [owner.workspaceId, importId],
    )
    const image = await imageOf('talk-author-1')
    expect(image).toMatchObject({ commentsHeld: 20_003, commentsRead: 20_000, severity: { comments: 20_000 } })
  })

  test('again with the same bytes change nothing', async () => {
    await fill()
    await upload(COMMENTS, 'comments.json')
    expect(await rowsOf('post_comments')).toBe(3)
  })

  test('go into what is handed out of a person: those under their posts, and their own', async () => {
    await fill()
    const { body } = await call(`POST /creators/${await idOf('talk-author-1')}/exports`)
    const [{ comments }] = body.accounts
    expect(comments.map((each: { content: string; is_own: boolean }) => [each.content, each.is_own])).toEqual([
      ['多少钱？', false],
      ['用了过敏', false],
      ['九十九元', true],
    ])
  })

  test('go with the person under whose posts they stand, from the raw file too, and what the person said elsewhere', async () => {
    await fill()
    const elsewhere = [
      comment('c8', '我来说一句', { note_id: 'talk-note-9', user_id: 'talk-author-1' }),
      comment('c9', '留下', { note_id: 'talk-note-9' }),
    ]
    await upload(elsewhere, 'elsewhere.json')
    const id = await idOf('talk-author-1')
    expect((await call(`POST /creators/${id}/erasures`, { personId: id })).status).toBe(201)
    const { rows } = await admin.query('SELECT content FROM kolibra.post_comments WHERE workspace_id = $1', [owner.workspaceId])
    expect(rows).toEqual([{ content: '留下' }])
    const { rows: files } = await admin.query(
      'SELECT sealed, key FROM kolibra.raw_files JOIN kolibra.raw_file_keys USING (workspace_id, import_id) WHERE workspace_id = $1',
      [owner.workspaceId],
    )
    const raw = files.map(({ sealed, key }) => openFile(sealed, key).toString('utf8')).join('\n')
    expect([raw.includes('多少钱'), raw.includes('我来说一句'), raw.includes('留下')]).toEqual([false, false, true])
  })

  test('of a person who was erased do not come back, be their author an id or a hash', async () => {
    await fill()
    const id = await idOf('talk-author-1')
    await call(`POST /creators/${id}/erasures`, { personId: id })
    const { user_id: _id, ...hashed } = comment('c11', '又来了', { creator_hash: sha256('talk-author-1').slice(0, 16) })
    const byHash = await upload([hashed], 'hashed.json')
    expect(byHash.body.report).toMatchObject({ accepted: { comments: 0 }, problems: [{ code: 'id.erased', value: null }] })
    const byId = await upload([comment('c12', '又来了', { user_id: 'talk-author-1' }), comment('c13', '别人')], 'ids.json')
    expect(byId.body.report).toMatchObject({ accepted: { comments: 1 }, rejected: 1 })
  })
})
