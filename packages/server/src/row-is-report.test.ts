import { assert, asyncProperty, integer, nat, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeJobHandlers } from './job-handlers.ts'
import { refreshRows } from './selection/index.ts'
import { exampleCreator } from './test/campaign-example.ts'
import { openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

let house: TestHouse
let owner: Visitor
const ids: string[] = []

async function call(line: string, body?: unknown) {
  const [method, path] = line.split(' ')
  const answer = await owner.send(`${method} /api/v1${path}`, body)
  expect(answer.status).toBeLessThan(300)
  return answer.json()
}
async function upload(name: string, content: string, source = 'auto') {
  const form = new FormData()
  form.set('file', new File([content], name))
  form.set('source', source)
  return call('POST /imports', form)
}

/** A note of a creator, as a crawler writes it. */
const note = (index: number, n: number) => ({
  note_id: `note-${index}-${n}`,
  type: 'normal',
  title: '示例',
  desc: '示例',
  user_id: exampleCreator(index).accountId,
  nickname: '示例',
  liked_count: String(500 + 40 * index + n),
  comment_count: '30',
  share_count: '1',
  collected_count: '4',
  time: Date.UTC(2026, 9, 1 + n),
  note_url: `https://example.com/note-${index}-${n}`,
})
const comment = (index: number, n: number) => ({
  comment_id: `c-${index}-${n}`,
  create_time: Date.UTC(2026, 9, 20, n % 24, n % 60),
  note_id: `note-${index}-0`,
  content: n % 2 === 0 ? '好看好看真的很好看呀姐妹们' : '已下单',
  user_id: `stranger-${n % 7}`,
  pictures: '',
  parent_comment_id: '0',
  like_count: '2',
})
const lines = (things: readonly object[]) => things.map((thing) => JSON.stringify(thing)).join('\n')
const AT = Array.from({ length: 14 }, (_, index) => index)
const TREND = [
  '平台,账号ID,日期,粉丝数',
  ...Array.from(
    { length: 25 },
    (_, n) => `小红书,test-2,2026-10-${String(n + 1).padStart(2, '0')},${60_000 + 90 * n + (n >= 12 ? 30_000 : 0)}`,
  ),
].join('\n')

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  for (const index of AT) {
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
    ids.push((await call('POST /creators', { ...exampleCreator(index), followers: 60_000 + index, categories: ['护肤'], posts })).id)
  }
})
afterAll(() => house.close())

async function readRows(): Promise<ReadonlyMap<string, number | null>> {
  const { items } = await call('GET /creators?limit=200')
  return new Map(items.map(({ id, authenticity }: { id: string; authenticity: number | null }) => [id, authenticity]))
}
async function reportOf(id: string): Promise<{ score: number | null; missing: string[] }> {
  return (await call(`GET /creators/${id}/vetting`)).vetting.authenticity
}
/** All rows are read before the first report: a report mends its own row. */
async function expectOneAnswer(): Promise<void> {
  const rows = await readRows()
  expect(rows.size).toBe(ids.length)
  for (const id of ids) {
    const { score } = await reportOf(id)
    expect([id, rows.get(id)]).toEqual([id, score === null ? null : score / 100])
  }
}

test('the authenticity in a row is that of the report, whatever evidence comes in', async () => {
  await house.inWorkspace(owner.workspaceId, refreshRows)
  await expectOneAnswer()
  const before = await readRows()
  await upload('notes.jsonl', lines(AT.flatMap((index) => [0, 1].map((n) => note(index, n)))), 'mediacrawler.xhs.contents')
  await expectOneAnswer()
  const comments = Array.from({ length: 120 }, (_, n) => comment(1, n))
  expect((await upload('comments.jsonl', lines(comments))).report.accepted.comments).toBe(120)
  expect((await readRows()).get(ids[1] ?? '')).not.toBe(before.get(ids[1] ?? ''))
  await expectOneAnswer()
  expect((await upload('trend.csv', TREND)).report.accepted.series).toBe(25)
  expect((await reportOf(ids[2] ?? '')).missing).not.toContain('followers.spike')
  await expectOneAnswer()
})

test('a job says the same, of all and of whom one import spoke', async () => {
  const handlers = makeJobHandlers(house.server)
  const forget = () =>
    house.inWorkspace(owner.workspaceId, (ctx) => ctx.tx.updateTable('creator_rows').set({ authenticity: null }).execute())
  await forget()
  await handlers['creators.refresh_rows']?.({ workspaceId: owner.workspaceId, subjectId: null })
  await expectOneAnswer()
  await forget()
  const { importId } = await upload('more.jsonl', lines([comment(3, 1)]))
  await forget()
  await handlers['creators.refresh_rows']?.({ workspaceId: owner.workspaceId, subjectId: importId })
  await expectOneAnswer()
})

test('after any typed value the own row follows at once, and those of its peers with the job', async () => {
  const handlers = makeJobHandlers(house.server)
  const typed = record({ at: nat(ids.length - 1), followers: integer({ min: 55_000, max: 400_000 }) })
  await assert(
    asyncProperty(typed, async ({ at, followers }) => {
      const id = ids[at] ?? ''
      await call(`POST /creators/${id}/corrections`, { field: 'followers', value: followers })
      const { items } = await call('GET /creators?limit=200')
      expect(items.find((item: { id: string }) => item.id === id)).toMatchObject({ followers })
      await handlers['creators.refresh_row']?.({ workspaceId: owner.workspaceId, subjectId: id })
      await expectOneAnswer()
    }),
    { numRuns: 4 },
  )
})

test('a row that fell behind is mended by reading the report', async () => {
  const [id = ''] = ids
  await house.inWorkspace(owner.workspaceId, (ctx) => ctx.tx.updateTable('creator_rows').set({ authenticity: 0.123 }).execute())
  const { score } = await reportOf(id)
  expect((await readRows()).get(id)).toBe((score ?? Number.NaN) / 100)
})
