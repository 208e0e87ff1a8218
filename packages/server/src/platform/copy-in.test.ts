import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authorizeOwner, OWNER } from '../accounts/index.ts'
import { openTestHouse, type TestHouse } from '../test/test-house.ts'
import { makeContext } from './context.ts'
import { CopyFeed } from './copy-in.ts'
import { inFence } from './database.ts'
import { CopyRows } from './copy-rows.ts'
import { openStaging, stageRows, writeStagedRow, type StagedRow } from './staging-store.ts'

let house: TestHouse
let workspaceId: string
beforeAll(async () => {
  house = await openTestHouse()
  workspaceId = await house.openWorkspace()
})
afterAll(() => house.close())

const ID = '01a20000-0000-7000-8000-000000000009'
const row: StagedRow = {
  target: 'account',
  rowId: ID,
  firstRowId: ID,
  platform: 'douyin',
  ownId: 'a\tb\\N',
  displayName: 'line\nbreak\r"quoted"',
  handle: null,
  region: '\\.',
  verification: '\\N',
  identity: { text: 'tab\there \\ and "there"' },
  tab: '',
  observedAt: null,
  values: { metrics: [1.5, null, [0, null]] },
}

/** The same in slots, beside a text longer than a block. */
const slotted: StagedRow = {
  ...row,
  ownId: '示例',
  bio: '长'.repeat(500_000),
  identity: null,
  values: null,
  slots: new Float64Array([0, Number.NaN, 0.1, -1e300]),
  mcn: '示例·春芽',
  categories: ['美妆', 'a"b,{}', ''],
}

const inside = <T>(work: Parameters<typeof inFence<T>>[2]) => inFence(house.server.owner, { workspaceId, userId: null }, work)

describe('rows by the copy protocol', () => {
  test('arrive as they were, whatever signs are in them, inside the transaction', async () => {
    const seen = await inside(async (tx) => {
      const ctx = makeContext({ workspaceId: authorizeOwner(workspaceId), actor: OWNER, tx, clock: house.server.clock })
      await openStaging(ctx)
      const rowsToCopy = new CopyRows()
      for (const each of [row, slotted]) writeStagedRow(rowsToCopy, each)
      await stageRows(ctx, rowsToCopy.take())
      const { rows } = await sql<{ row: object }>`SELECT to_jsonb(r) AS row FROM staged_rows AS r`.execute(tx)
      return rows.map((each) => each.row)
    })
    expect(seen).toEqual([
      expect.objectContaining({
        own_id: row.ownId,
        display_name: row.displayName,
        handle: null,
        region: row.region,
        verification: row.verification,
        identity: row.identity,
        observed_values: row.values,
        slots: null,
        categories: null,
      }),
      expect.objectContaining({
        own_id: slotted.ownId,
        bio: slotted.bio,
        identity: null,
        observed_values: null,
        slots: [0, null, 0.1, -1e300],
        mcn: slotted.mcn,
        categories: slotted.categories,
      }),
    ])
  })

  const copy = (text: AsyncGenerator<string>) =>
    inside(async (tx) => {
      await sql`CREATE TEMPORARY TABLE plain (id uuid) ON COMMIT DROP`.execute(tx)
      return tx.executeQuery(CompiledQuery.raw('COPY plain FROM STDIN', [new CopyFeed(text)]))
    })

  test('whose feed fails throw its error, and the connection goes on', async () => {
    const failing = async function* failing() {
      yield ''
      throw new Error('the file ended early')
    }
    await expect(copy(failing())).rejects.toThrow('the file ended early')
    await expect(inside((tx) => sql`SELECT 1 AS one`.execute(tx))).resolves.toMatchObject({ rows: [{ one: 1 }] })
  })

  test('that the database refuses throw its error', async () => {
    const wrong = async function* wrong() {
      yield 'no uuid\n'
    }
    await expect(copy(wrong())).rejects.toThrow(/invalid input syntax for type uuid/)
    await expect(inside((tx) => sql`SELECT 1 AS one`.execute(tx))).resolves.toMatchObject({ rows: [{ one: 1 }] })
  })
})
