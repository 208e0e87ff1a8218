import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { authorizeOwner, OWNER } from '../accounts/index.ts'
import { RECEIVERS } from '../import-receivers.ts'
import { finishing } from '../test/finishing.ts'
import { commitImport, type Receivers } from '../imports/index.ts'
import { makeContext, type Context } from '../platform/context.ts'
import { inFence } from '../platform/database.ts'
import { openFile } from '../platform/secrets.ts'
import { exampleRecords } from '../test/records-example.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

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

function asOwner<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  const { workspaceId } = owner
  return inFence(house.server.owner, { workspaceId, userId: OWNER.id }, (tx) =>
    work(makeContext({ workspaceId: authorizeOwner(workspaceId), actor: OWNER, tx, clock: house.server.clock })),
  )
}
const records = exampleRecords('flight.json', 3)
const bytes = new TextEncoder().encode(JSON.stringify(records.accounts.map(({ accountId }) => ({ accountId }))))
const commit = (contentHash: string, receivers: Receivers = RECEIVERS) =>
  asOwner((ctx) => commitImport(ctx, receivers, { contentHash, bytes, records, saidObservedOn: null }))
const leaving = records.accounts[0]?.accountId ?? ''
const findId = async (): Promise<string> => {
  const { rows } = await admin.query('SELECT creator_id AS id FROM kolibra.creators WHERE workspace_id = $1 AND account_id = $2', [
    owner.workspaceId,
    leaving,
  ])
  return rows[0]?.id
}
const erase = (id: string) => owner.send(`POST /api/v1/creators/${id}/erasures`, { personId: id })
const countAbout = async (table: string) =>
  (
    await admin.query(`SELECT 1 FROM kolibra.${table} AS t WHERE workspace_id = $1 AND t::text LIKE $2`, [
      owner.workspaceId,
      `%${leaving}%`,
    ])
  ).rows.length

test('a person erased while a file with them is being kept is erased from what it brought, too', async () => {
  await commit('first')
  const id = await findId()
  let erasing: Promise<Response> | null = null
  const slow = finishing(async (theirs) => {
    await theirs()
    erasing = erase(id)
    const isWaiting = async () => (await admin.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).rows.length > 0
    while (!(await isWaiting())) await new Promise(setImmediate)
  })
  await commit('second', slow)
  expect((await (erasing as unknown as Promise<Response>)).status).toBe(201)
  for (const table of ['creators', 'posts', 'creator_observations']) expect([table, await countAbout(table)]).toEqual([table, 0])
  const { rows } = await admin.query(
    'SELECT sealed, key FROM kolibra.raw_files JOIN kolibra.raw_file_keys USING (workspace_id, import_id) WHERE workspace_id = $1',
    [owner.workspaceId],
  )
  expect(rows.filter(({ sealed, key }) => openFile(sealed, key).includes(leaving))).toEqual([])
})

test('a file that was read before somebody in it was erased is not kept: it has to be read again', async () => {
  await commit('first')
  await erase(await findId())
  await expect(commit('second')).rejects.toMatchObject({ code: 'state.lost_race' })
  expect(await findId()).toBeUndefined()
  const { rows } = await admin.query('SELECT content_hash FROM kolibra.imports WHERE workspace_id = $1', [owner.workspaceId])
  expect(rows.map(({ content_hash }) => content_hash)).toEqual(['first'])
  expect((await admin.query(`SELECT 1 FROM pg_class WHERE relname = 'staged_rows'`)).rows).toEqual([])
})

test('a person erased while a file is read that names them in a rejected row only is not in what is kept of it: it is read once more', async () => {
  await commit('first')
  const id = await findId()
  const rows = Array.from({ length: 40_000 }, (_, at) => `小红书,示例·${at}号,id-${at},100,${'备'.repeat(30)}`)
  const form = new FormData()
  form.set('file', new File([['平台,昵称,账号ID,粉丝数,备注', `某站,示例,${leaving},100,`, ...rows].join('\n')], 'large.csv'))
  const { uploadId } = await (await owner.send('POST /api/v1/import-uploads', form)).json()
  const committing = owner.send(`POST /api/v1/import-uploads/${uploadId}/commit`)
  const isReading = async () => {
    const { state, share } = await (await owner.send(`GET /api/v1/import-uploads/${uploadId}`)).json()
    return state === 'committing' && share > 0
  }
  while (!(await isReading())) await new Promise(setImmediate)
  expect(await (await erase(id)).json()).toMatchObject({ uploads: 1 })
  const answer = await (await committing).json()
  expect(answer).toMatchObject({ committed: true, report: { accepted: { accounts: 40_000 }, rejected: 1 } })
  const { rows: parts } = await admin.query(
    'SELECT sealed, key FROM kolibra.raw_files JOIN kolibra.raw_file_keys USING (workspace_id, import_id) WHERE import_id = $1 ORDER BY part',
    [answer.importId],
  )
  const kept = Buffer.concat(parts.map(({ sealed, key }) => openFile(sealed, key)))
  expect([kept.includes(leaving), kept.includes('id-39999')]).toEqual([false, true])
})
