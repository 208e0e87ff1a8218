import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { insertUpload } from './upload-store.ts'

let house: TestHouse
let admin: Pool
let owner: Visitor
let leaving: string
beforeAll(async () => {
  house = await openTestHouse()
  admin = new Pool({ connectionString: house.adminUrl, max: 2 })
})
beforeEach(async () => {
  owner = await house.visit(await house.openWorkspace(), 'owner')
  const typed = await call('POST /creators', { platform: 'xiaohongshu', accountId: 'id-leaving', displayName: '示例·离开' })
  leaving = typed.body.id
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

const call = (line: string, body?: unknown) => askJson(owner, line, body)
async function keep(text: string, fields: Record<string, string> = {}) {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  form.set('file', new File([text], 'list.csv'))
  return (await call('POST /import-uploads', form)).body
}
const erase = () => call(`POST /creators/${leaving}/erasures`, { personId: leaving })
const listOf = (...rows: string[]) => ['平台,昵称,账号ID,粉丝数', ...rows].join('\n')
const OTHER = '小红书,示例·留下,id-staying,2000'
const THEIRS = '小红书,示例·离开,id-leaving,1000'
const stateOf = async (uploadId: string): Promise<string> => (await call(`GET /import-uploads/${uploadId}`)).body.state
const partsOf = async (uploadId: string): Promise<number> =>
  (
    await admin.query(
      `SELECT 1 FROM kolibra.import_upload_parts WHERE upload_id = $1 UNION ALL SELECT 1 FROM kolibra.import_upload_keys WHERE upload_id = $1`,
      [uploadId],
    )
  ).rows.length

describe('an upload that waits while somebody in it is erased', () => {
  test.each([
    ['in a row', listOf(OTHER, THEIRS), {}],
    ['in a row that would be rejected', listOf(OTHER, '某站,示例·离开,id-leaving,1000'), {}],
    ['in pasted cells', listOf(OTHER, THEIRS).replaceAll(',', '\t'), { pasted: 'true' }],
    ['in a file that cannot be read', `${listOf(THEIRS)}\n"小红书`, {}],
  ])('%s is thrown away and says why', async (_, text, fields) => {
    const { uploadId } = await keep(text, fields)
    expect((await erase()).body).toMatchObject({ uploads: 1 })
    expect((await call(`GET /import-uploads/${uploadId}`)).body).toMatchObject({ state: 'withdrawn', reading: null, report: null })
    expect(await partsOf(uploadId)).toBe(0)
    const events = await admin.query('SELECT fields FROM kolibra.events WHERE subject_id = $1 AND name = $2', [
      uploadId,
      'upload.withdrawn',
    ])
    expect(events.rows).toEqual([{ fields: [] }])
    for (const verb of ['commit', 'readings'])
      expect((await call(`POST /import-uploads/${uploadId}/${verb}`, {})).body).toMatchObject({ status: 409, code: 'upload.withdrawn' })
    expect((await call(`DELETE /import-uploads/${uploadId}`)).status).toBe(200)
  })

  test('stays when it does not speak of them, and in another workspace', async () => {
    const { uploadId } = await keep(listOf(OTHER))
    const here = owner
    owner = await house.visit(await house.openWorkspace(), 'owner')
    const elsewhere = await keep(listOf(THEIRS))
    const there = owner
    owner = here
    expect((await erase()).body).toMatchObject({ uploads: 0 })
    expect((await call(`POST /import-uploads/${uploadId}/commit`)).body).toMatchObject({ committed: true })
    owner = there
    expect(await stateOf(elsewhere.uploadId)).toBe('read')
  })

  test('sent again, is read without them', async () => {
    await keep(listOf(OTHER, THEIRS))
    await erase()
    expect(await keep(listOf(OTHER, THEIRS))).toMatchObject({ state: 'read', report: { accepted: { accounts: 1 }, rejected: 1 } })
  })

  test('and is being read is not kept as read afterwards', async () => {
    const rows = Array.from({ length: 70_000 }, (_, at) => `小红书,示例·${at}号,id-${at},100,${'备'.repeat(30)}`)
    const kept = keep(listOf(THEIRS, ...rows))
    const isReading = async () =>
      (await call('GET /import-uploads')).body.items.some(({ share }: { share: number | null }) => (share ?? 0) > 0)
    while (!(await isReading())) await new Promise(setImmediate)
    expect((await erase()).body).toMatchObject({ uploads: 1 })
    // What reads it comes to its end, and its write finds nothing to keep.
    expect(await kept).toMatchObject({ status: 409, code: 'upload.withdrawn' })
    expect((await call('GET /import-uploads')).body.items).toMatchObject([{ state: 'withdrawn', report: null }])
  })

  test('and is being kept at that moment is found once it is', async () => {
    let erasing: ReturnType<typeof erase> | null = null
    const uploadId = await house.inWorkspace(owner.workspaceId, async (ctx) => {
      const draft = { isPasted: false, source: 'auto', saidObservedOn: null, mapping: undefined, expiresAt: ctx.now }
      const bytes = new TextEncoder().encode(listOf(THEIRS))
      const kept = await insertUpload(ctx, { ...draft, name: 'late.csv', bytes, contentHash: 'late' })
      erasing = erase()
      const isWaiting = async () =>
        (await admin.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).rows.length > 0
      while (!(await isWaiting())) await new Promise(setImmediate)
      return kept
    })
    expect((await (erasing as unknown as ReturnType<typeof erase>)).body).toMatchObject({ uploads: 1 })
    expect(await partsOf(uploadId)).toBe(0)
  })
})
