import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeJobHandlers } from '../job-handlers.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let admin: Pool
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  admin = new Pool({ connectionString: house.adminUrl, max: 2 })
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

const call = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)
function fileForm(text: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.set('file', new File([text], 'list.csv'))
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  return form
}
let made = 0
const listOf = (count = 2, note = '') => {
  made += 1
  const rows = Array.from({ length: count }, (_, at) => `小红书,示例·${made}号,up_${made}_${at},${at === 1 ? '很多' : 100},${note}`)
  return `平台,昵称,账号ID,粉丝数,备注\n${rows.join('\n')}\n`
}
// Above the size from which a csv is read in pieces: there is time to see it being read.
const largeList = () => listOf(40_000, '备'.repeat(60))
const keep = async (text: string, fields: Record<string, string> = {}) => (await call('POST /import-uploads', fileForm(text, fields))).body

/** Every table of both schemas with how many rows it has; events tell what happened and are left out. */
async function countRows(): Promise<Record<string, number>> {
  const { rows } = await admin.query(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname = 'kolibra' AND tablename <> 'events' ORDER BY 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of rows) counts[name] = (await admin.query(`SELECT count(*)::int AS n FROM ${name}`)).rows[0].n
  return counts
}
async function until(uploadId: string, isSo: (upload: { state: string; share: number | null }) => boolean) {
  for (let tries = 0; tries < 3000; tries += 1) {
    const { body } = await call(`GET /import-uploads/${uploadId}`)
    if (isSo(body)) return body
    await pause(5)
  }
  throw new Error('it never came to that')
}

describe('a day that has not come', () => {
  const dayIn = (days: number) => new Date(house.server.clock() + days * 86_400_000).toISOString().slice(0, 10)

  test('is refused when it is said for the whole file, on each of the ways in', async () => {
    const observedOn = dayIn(4)
    const told = { status: 422, body: { fields: [{ field: 'observedOn', problem: `${observedOn} lies in the future` }] } }
    const { uploadId } = await keep(listOf())
    expect(await call('POST /imports', fileForm(listOf(), { observedOn }))).toMatchObject(told)
    expect(await call('POST /import-uploads', fileForm(listOf(), { observedOn }))).toMatchObject(told)
    expect(await call(`POST /import-uploads/${uploadId}/readings`, { observedOn })).toMatchObject(told)
    expect((await call(`POST /import-uploads/${uploadId}/readings`, { observedOn: dayIn(0) })).status).toBe(200)
    await call(`DELETE /import-uploads/${uploadId}`)
  })

  test('in a cell is told and not used, so that the row does not stand as the newest; the rejects say so', async () => {
    const text = '平台,昵称,账号ID,粉丝数,更新时间\n小红书,示例·远年,id_far,100,9999-01-01\n'
    const { body } = await call('POST /imports', fileForm(text))
    expect(body.report.problems).toMatchObject([{ column: '更新时间', code: 'time.to_come', value: '9999-01-01' }])
    const { items } = (await call('GET /creators?q=示例·远年')).body
    const { account } = (await call(`GET /creators/${items[0].id}`)).body
    expect(account.metrics).toMatchObject([{ name: 'followers', value: 100, observedAt: null }])
    const rejects = await owner.send(`GET /api/v1/imports/${body.importId}/rejects?lang=zh`)
    expect(await rejects.text()).toContain('该日期或时间尚未到来')
  })
})

describe('an upload', () => {
  test('is kept sealed, read, found again, and imported; then it is an import and no upload any more', async () => {
    const text = listOf()
    const upload = await keep(text)
    expect(upload).toMatchObject({ file: 'list.csv', sizeBytes: Buffer.byteLength(text), state: 'read', share: null })
    expect(upload).toMatchObject({ report: { accepted: { accounts: 2 } }, reading: { refusal: null, mapping: null } })
    expect(upload.reading.rows[0].account.accountId).toContain('up_')
    expect((await call('GET /creators?q=up_')).body.total).toBe(0)
    const { body: listed } = await call('GET /import-uploads')
    expect(listed.items).toMatchObject([{ uploadId: upload.uploadId, state: 'read', report: { records: 2 } }])
    const { rows } = await admin.query(
      `SELECT sealed, sealed_reading FROM kolibra.import_uploads JOIN kolibra.import_upload_parts USING (workspace_id, upload_id)`,
    )
    for (const { sealed, sealed_reading: reading } of rows)
      for (const bytes of [sealed, reading]) expect(bytes.includes('示例')).toBe(false)
    const { body: answer } = await call(`POST /import-uploads/${upload.uploadId}/commit`)
    expect(answer).toMatchObject({ committed: true, report: { accepted: { accounts: 2 } } })
    expect((await call(`GET /imports/${answer.importId}`)).body).toMatchObject({ file: 'list.csv' })
    expect((await call(`GET /import-uploads/${upload.uploadId}`)).status).toBe(404)
    expect((await call('GET /import-uploads')).body.items).toEqual([])
  })

  test('of a table that nobody knows waits to be mapped; the mapping is remembered', async () => {
    const upload = await keep('谁,多少\nwer_1,12\n')
    expect(upload).toMatchObject({ state: 'refused', report: null, reading: { refusal: { code: 'import.unknown_table' } } })
    expect((await call(`POST /import-uploads/${upload.uploadId}/commit`)).body.code).toBe('upload.not_read')
    const columns = [
      { header: '谁', target: { to: 'identity', field: 'accountId' } },
      { header: '多少', target: { to: 'followers' } },
    ]
    const mapping = { name: '示例上传', base: null, holds: 'accounts', platform: 'douyin', columns }
    const again = await call(`POST /import-uploads/${upload.uploadId}/readings`, { mapping })
    expect(again.body).toMatchObject({ state: 'read', report: { accepted: { accounts: 1 } }, reading: { mapping } })
    expect((await call('GET /import-mappings')).body.items).toEqual([mapping])
    expect((await call(`POST /import-uploads/${upload.uploadId}/commit`)).body).toMatchObject({ committed: true })
    expect(await keep('谁,多少\nwer_2,13\n')).toMatchObject({ state: 'read', reading: { mapping } })
  })

  test('of a known source takes a mapping for the columns that source leaves over', async () => {
    const text = '平台,昵称,账号ID,粉丝数,试驾次数\n小红书,示例·底,base_1,5,7\n'
    const upload = await keep(text)
    const { id: base } = upload.report.source
    expect(upload.report.unmapped).toEqual(['试驾次数'])
    const columns = [{ header: '试驾次数', target: { to: 'metric', name: 'testDrives', unit: 'drives' } }]
    const mapping = { name: '示例补充', base, holds: 'accounts', platform: null, columns }
    const again = await call(`POST /import-uploads/${upload.uploadId}/readings`, { mapping })
    expect(again.body).toMatchObject({ state: 'read', report: { source: { id: base }, unmapped: [] } })
    expect(await keep(`${text}\n`)).toMatchObject({ reading: { mapping: { base } } })
  })

  test('of bytes that were imported before imports nothing twice and is gone', async () => {
    const text = listOf()
    const [first, second] = [await keep(text), await keep(text)]
    const { body: done } = await call(`POST /import-uploads/${first.uploadId}/commit`)
    const before = await countRows()
    const { body: again } = await call(`POST /import-uploads/${second.uploadId}/commit`)
    expect(again.importId).toBe(done.importId)
    const after = await countRows()
    expect(after['kolibra.creators']).toBe(before['kolibra.creators'])
    expect((await call(`GET /import-uploads/${second.uploadId}`)).status).toBe(404)
  })

  test('asked for twice with one key is imported once and answered the same', async () => {
    const upload = await keep(listOf())
    const ask = () => owner.send(`POST /api/v1/import-uploads/${upload.uploadId}/commit`, undefined, { 'Idempotency-Key': 'once' })
    const first = await (await ask()).json()
    expect(await (await ask()).json()).toEqual(first)
  })

  test('sent twice with one key is kept once and answered the same', async () => {
    const text = listOf()
    const send = () => owner.send('POST /api/v1/import-uploads', fileForm(text), { 'Idempotency-Key': 'sent' })
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status, second.headers.get('Idempotency-Replayed')]).toEqual([201, 201, 'true'])
    const body = await first.json()
    expect(body).toMatchObject({ state: 'read', report: { records: 2 } })
    expect(await second.json()).toEqual(body)
  })

  test('goes after a day, by a job, with an event', async () => {
    const upload = await keep(listOf())
    const { rows } = await admin.query(`SELECT run_at, payload FROM graphile_worker._private_jobs WHERE key LIKE '%' || $1`, [
      upload.uploadId,
    ])
    expect([new Date(rows[0].run_at).toISOString(), upload.expiresAt]).toEqual(['2026-11-23T04:00:00.000Z', '2026-11-23T04:00:00.000Z'])
    await makeJobHandlers(house.server)['imports.expire_upload']?.(rows[0].payload)
    expect((await call(`GET /import-uploads/${upload.uploadId}`)).status).toBe(404)
    const events = await admin.query('SELECT name FROM kolibra.events WHERE subject_id = $1 ORDER BY event_id', [upload.uploadId])
    expect(events.rows.map(({ name }) => name)).toEqual(['upload.kept', 'upload.read', 'upload.expired'])
  })

  test('is nobody else’s: not a viewer’s, not another workspace’s', async () => {
    const { uploadId } = await keep(listOf())
    const viewer = await house.visit(owner.workspaceId, 'viewer')
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    for (const line of [
      'GET /import-uploads',
      'POST /import-uploads',
      `GET /import-uploads/${uploadId}`,
      `DELETE /import-uploads/${uploadId}`,
    ])
      expect([line, (await call(line, line.startsWith('POST') ? fileForm(listOf()) : undefined, viewer)).body.code]).toEqual([
        line,
        'permission.denied',
      ])
    expect((await call('GET /import-uploads', undefined, stranger)).body.items).toEqual([])
    for (const line of [`GET /import-uploads/${uploadId}`, `POST /import-uploads/${uploadId}/commit`, `DELETE /import-uploads/${uploadId}`])
      expect([line, (await call(line, undefined, stranger)).status]).toEqual([line, 404])
    expect((await call(`GET /import-uploads/${uploadId}`)).body.state).toBe('read')
  })
})

describe('nothing half stays', () => {
  test('of an upload that is thrown away', async () => {
    const before = await countRows()
    const { uploadId } = await keep(listOf())
    expect(await call(`DELETE /import-uploads/${uploadId}`)).toEqual({ status: 200, body: { uploadId } })
    expect(await countRows()).toEqual(before)
    expect((await call(`DELETE /import-uploads/${uploadId}`)).status).toBe(404)
  })

  test('of a spoilt file', async () => {
    const before = await countRows()
    const upload = await keep('平台,昵称\n"小红书,示例')
    expect(upload).toMatchObject({ state: 'refused', reading: { refusal: { code: 'file.bad_line' } } })
    await call(`POST /import-uploads/${upload.uploadId}/commit`)
    await call(`DELETE /import-uploads/${upload.uploadId}`)
    expect((await call('POST /imports', fileForm('平台,昵称\n"小红书,示例'))).body.code).toBe('import.refused')
    expect(await countRows()).toEqual(before)
  })

  test('of one that is cancelled while it is read; its progress was there to see', async () => {
    const before = await countRows()
    const { uploadId, state } = await keep(largeList(), { wait: 'false' })
    expect(state).toBe('reading')
    expect((await call(`POST /import-uploads/${uploadId}/commit`)).body.code).toBe('upload.not_read')
    const seen = await until(uploadId, ({ share }) => share !== null && share > 0.1)
    expect([seen.state, seen.share < 1]).toEqual(['reading', true])
    expect((await call(`DELETE /import-uploads/${uploadId}`)).status).toBe(200)
    expect(await countRows()).toEqual(before)
  })

  test.each([0.1, 0.55])(
    'of one that is cancelled while it is imported, at %f of the way',
    async (at) => {
      const before = await countRows()
      const { uploadId } = await keep(largeList())
      const committed = call(`POST /import-uploads/${uploadId}/commit`)
      const seen = await until(uploadId, ({ state, share }) => state === 'committing' && (share ?? 0) > at)
      expect(seen.share).toBeLessThan(1)
      expect((await call(`POST /import-uploads/${uploadId}/commit`)).body.code).toBe('upload.busy')
      expect((await call(`POST /import-uploads/${uploadId}/readings`, {})).body.code).toBe('upload.busy')
      expect((await call(`DELETE /import-uploads/${uploadId}`)).status).toBe(200)
      expect((await committed).body.code).toBe('upload.cancelled')
      expect(await countRows()).toEqual(before)
    },
    120_000,
  )

  test('of one whose database connection is cut while it is imported; the upload waits, and goes in later', async () => {
    const { uploadId, report } = await keep(largeList())
    const before = await countRows()
    const committed = call(`POST /import-uploads/${uploadId}/commit`)
    await until(uploadId, ({ state, share }) => state === 'committing' && (share ?? 0) > 0.52)
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'kolibra_owner' AND datname = current_database() AND state <> 'idle'`,
    )
    expect((await committed).status).toBeGreaterThanOrEqual(500)
    expect(await countRows()).toEqual(before)
    expect((await call(`GET /import-uploads/${uploadId}`)).body).toMatchObject({ state: 'read', share: null })
    expect((await call(`POST /import-uploads/${uploadId}/commit`)).body).toMatchObject({ committed: true, report })
  })
})

test('a server that starts again finds an upload stopped that was being read, and reads it again when asked', async () => {
  const { uploadId } = await keep(listOf())
  // As a server leaves it that is killed while it reads.
  await admin.query(`UPDATE kolibra.import_uploads SET state = 'kept', sealed_reading = NULL WHERE upload_id = $1`, [uploadId])
  expect((await call(`GET /import-uploads/${uploadId}`)).body).toMatchObject({ state: 'stopped', report: null })
  expect((await call(`POST /import-uploads/${uploadId}/commit`)).body.code).toBe('upload.not_read')
  expect((await call(`POST /import-uploads/${uploadId}/readings`, {})).body).toMatchObject({ state: 'read', report: { records: 2 } })
})
