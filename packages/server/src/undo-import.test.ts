import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { waitForImports } from './imports/index.ts'
import { refreshRows } from './selection/index.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

const call = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)

const listOf = (...rows: [string, number][]) => {
  const lines = rows.map(([id, followers]) => `小红书\t示例·${id}\t${id}\t${followers}`)
  return ['平台\t昵称\t账号ID\t粉丝数', ...lines].join('\n')
}
const bring = async (text: string): Promise<string> => (await call('POST /imports/pasted', { text })).body.importId
const heldIds = async (): Promise<string[]> => {
  const { body } = await call('GET /creators?limit=200')
  return body.items.map(({ accountId }: { accountId: string }) => accountId).sort()
}
const idOf = async (accountId: string): Promise<string> =>
  (await call(`GET /creators?q=${accountId}`)).body.items.find((item: { accountId: string }) => item.accountId === accountId).id

test('whatever hangs on an import is found by an index: an undo reads no table from end to end', async () => {
  const { rows } = await house.inWorkspace(owner.workspaceId, (ctx) =>
    sql`
      SELECT key.conrelid::regclass::text AS table FROM pg_constraint AS key
      WHERE key.contype = 'f' AND key.confrelid = 'kolibra.imports'::regclass AND NOT EXISTS (
        SELECT FROM pg_index WHERE indrelid = key.conrelid AND (indkey::int2[])[0:cardinality(key.conkey) - 1] = key.conkey)`.execute(
      ctx.tx,
    ),
  )
  expect(rows).toEqual([])
})

describe('an import that is taken back', () => {
  test('goes with what only it brought; what another brought too stays, with that one’s numbers', async () => {
    const first = await bring(listOf(['undo-a', 100], ['undo-b', 200]))
    const second = await bring(listOf(['undo-b', 250], ['undo-c', 300]))
    expect(await heldIds()).toEqual(['undo-a', 'undo-b', 'undo-c'])
    expect(await call(`DELETE /imports/${second}`)).toEqual({ status: 200, body: { creators: 1, posts: 0 } })
    await house.inWorkspace(owner.workspaceId, refreshRows)
    expect(await heldIds()).toEqual(['undo-a', 'undo-b'])
    const { body } = await call(`GET /creators/${await idOf('undo-b')}`)
    expect(body.account.metrics.map(({ value }: { value: number }) => value)).toEqual([200])
    const { body: listed } = await call('GET /imports')
    expect(listed.items.map(({ importId }: { importId: string }) => importId)).toEqual([first])
    const events = await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx.selectFrom('events').select(['name', 'actor_id']).where('subject_id', '=', second).orderBy('event_id').execute(),
    )
    expect(events).toEqual(['import.committed', 'import.undone'].map((name) => ({ name, actor_id: owner.userId })))
  })

  test('leaves no raw file, and the same bytes may come again', async () => {
    const text = listOf(['undo-d', 400])
    const importId = await bring(text)
    await call(`DELETE /imports/${importId}`)
    const { rows } = await house.inWorkspace(owner.workspaceId, (ctx) =>
      sql`SELECT 1 FROM raw_files WHERE import_id = ${importId}::uuid UNION ALL SELECT 1 FROM raw_file_keys WHERE import_id = ${importId}::uuid`.execute(
        ctx.tx,
      ),
    )
    expect(rows).toEqual([])
    const again = await call('POST /imports/pasted', { text })
    expect(again.body).toMatchObject({ committed: true, report: { accepted: { accounts: 1 } } })
    expect(again.body.importId).not.toBe(importId)
    expect(await heldIds()).toContain('undo-d')
  })

  test('does not take a creator whom a person typed in', async () => {
    await call('POST /creators', { platform: 'xiaohongshu', accountId: 'undo-typed', followers: 5 })
    const importId = await bring(listOf(['undo-typed', 9]))
    expect((await call(`DELETE /imports/${importId}`)).body).toEqual({ creators: 0, posts: 0 })
    await house.inWorkspace(owner.workspaceId, refreshRows)
    expect(await heldIds()).toContain('undo-typed')
  })

  test('is refused while somebody works with a creator that would go, and then nothing goes', async () => {
    const importId = await bring(listOf(['undo-e', 1], ['undo-f', 2]))
    const { body: dossier } = await call(`POST /creators/${await idOf('undo-e')}/notes`, { text: '示例' })
    const before = await heldIds()
    const refused = await call(`DELETE /imports/${importId}`)
    expect(refused).toMatchObject({ status: 409, body: { code: 'import.in_use', uses: { notes: 1 } } })
    expect(await heldIds()).toEqual(before)
    await call(`DELETE /notes/${dossier.notes[0].id}`)
    expect((await call(`DELETE /imports/${importId}`)).body).toMatchObject({ creators: 2 })
  })

  test.each([
    ['corrections', 'POST', 'corrections', { field: 'followers', value: 7 }],
    ['loans', 'PUT', 'loan', { basis: 'consent', since: '2026-11-01', until: null, source: '授权书' }],
    ['shortlists', 'POST', null, null],
  ])('is refused while %s would go with it', async (use, method, path, body) => {
    const importId = await bring(listOf([`undo-of-${use}`, 1]))
    const id = await idOf(`undo-of-${use}`)
    const made = await (path === null
      ? call('POST /shortlists', { name: '示例名单', creatorIds: [id] })
      : call(`${method} /creators/${id}/${path}`, body))
    expect([200, 201]).toContain(made.status)
    expect(await call(`DELETE /imports/${importId}`)).toMatchObject({ status: 409, body: { code: 'import.in_use', uses: { [use]: 1 } } })
    expect(await heldIds()).toContain(`undo-of-${use}`)
  })

  test('is not held up by a typed value that was taken back', async () => {
    const importId = await bring(listOf(['undo-withdrawn', 1]))
    const { body } = await call(`POST /creators/${await idOf('undo-withdrawn')}/corrections`, { field: 'followers', value: 7 })
    await call(`DELETE /corrections/${body.items[0].id}`)
    expect((await call(`DELETE /imports/${importId}`)).body).toMatchObject({ creators: 1 })
  })

  test('is not held up by a loan that was ended, nor by a person whose accounts were taken apart again', async () => {
    const importId = await bring(listOf(['undo-lent', 1]))
    const id = await idOf('undo-lent')
    const { body: other } = await call('POST /creators', { platform: 'douyin', accountId: 'undo-lent-other' })
    await call(`PUT /creators/${id}/loan`, { basis: 'consent', since: '2026-11-01', until: null, source: '授权书' })
    await call(`POST /creators/${id}/merges`, { otherId: other.id, personId: id, otherPersonId: other.id })
    expect((await call(`DELETE /imports/${importId}`)).body).toMatchObject({ code: 'import.in_use', uses: { loans: 1, links: 1 } })
    await call(`POST /creators/${id}/loan-endings`, { reason: '示例·填错' })
    expect((await call(`DELETE /imports/${importId}`)).body).toMatchObject({ code: 'import.in_use', uses: { links: 1 } })
    await call(`POST /creators/${id}/splits`, { personId: id })
    expect((await call(`DELETE /imports/${importId}`)).body).toMatchObject({ creators: 1 })
  })

  test('waits for an erasure on its way, which rewrites the files of imports', async () => {
    const importId = await bring(listOf(['undo-late', 1]))
    let undone: ReturnType<typeof call> | null = null
    const waited = await house.inWorkspace(owner.workspaceId, async (ctx) => {
      await waitForImports(ctx)
      undone = call(`DELETE /imports/${importId}`)
      const answers: unknown[] = []
      void undone.then((answer) => answers.push(answer))
      const isWaiting = async () =>
        (await sql`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`.execute(ctx.tx)).rows.length > 0
      while (answers.length === 0) if (await isWaiting()) return true
      return false
    })
    expect(waited).toBe(true)
    expect(await undone).toMatchObject({ status: 200, body: { creators: 1 } })
  })

  test('of two who take it back at once, one finds nothing', async () => {
    const importId = await bring(listOf(['undo-g', 1]))
    const answers = await Promise.all([1, 2].map(() => call(`DELETE /imports/${importId}`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
  })

  test('is not taken back by an analyst, nor from another workspace', async () => {
    const importId = await bring(listOf(['undo-h', 1]))
    const analyst = await house.visit(owner.workspaceId, 'analyst')
    expect((await call(`DELETE /imports/${importId}`, undefined, analyst)).body).toMatchObject({ code: 'permission.denied' })
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await call(`DELETE /imports/${importId}`, undefined, stranger)).body).toMatchObject({ code: 'request.not_found' })
    expect(await heldIds()).toContain('undo-h')
  })
})
