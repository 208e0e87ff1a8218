import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { authorizeOwner, OWNER } from '../accounts/index.ts'
import { makeContext, type Context } from '../platform/context.ts'
import { inFence } from '../platform/database.ts'
import { openStaging } from '../platform/staging-store.ts'
import { openTestHouse, type TestHouse } from '../test/test-house.ts'
import { hasSuppressedRows, suppressAccounts } from './suppression-store.ts'

let house: TestHouse
let workspaceId: string
beforeAll(async () => {
  house = await openTestHouse()
  workspaceId = await house.openWorkspace()
})
afterAll(() => house.close())

function asOwner<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  return inFence(house.server.owner, { workspaceId, userId: OWNER.id }, (tx) =>
    work(makeContext({ workspaceId: authorizeOwner(workspaceId), actor: OWNER, tx, clock: house.server.clock })),
  )
}

const stage = (ctx: Context, target: string, from: number, to: number) =>
  sql`
    INSERT INTO staged_rows (target, row_id, first_row_id, platform, own_id, identity, tab, observed_values)
    SELECT ${target}, gen_random_uuid(), gen_random_uuid(), 'douyin', 'own-' || n,
      CASE ${target} WHEN 'post' THEN jsonb_build_object('accountId', 'id-' || n) ELSE '{}' END, '', '{}'
    FROM generate_series(${from}::int, ${to}::int) AS n`.execute(ctx.tx)

test('rows are held against a long list of erased people that nobody has analysed, one look for each', async () => {
  await asOwner(async (ctx) => {
    await suppressAccounts(ctx, [{ platform: 'douyin', accountId: 'own-7' }])
    await sql`INSERT INTO suppressions SELECT ${workspaceId}::uuid, 'douyin', md5(n::text), now() FROM generate_series(1, 10000) AS n`.execute(
      ctx.tx,
    )
    await openStaging(ctx)
    await stage(ctx, 'account', 1001, 5000)
    const startedMs = performance.now()
    expect(await hasSuppressedRows(ctx)).toBe(false)
    expect(performance.now() - startedMs).toBeLessThan(3000)
    await stage(ctx, 'account', 7, 7)
    expect(await hasSuppressedRows(ctx)).toBe(true)
  })
})

test('a post is held against the list by its author, not by its own id, and another platform’s account is another one', async () => {
  await asOwner(async (ctx) => {
    await suppressAccounts(ctx, [
      { platform: 'douyin', accountId: 'id-3' },
      { platform: 'bilibili', accountId: 'own-9' },
    ])
    await openStaging(ctx)
    await stage(ctx, 'account', 9, 9)
    await stage(ctx, 'post', 7, 7)
    expect(await hasSuppressedRows(ctx)).toBe(false)
    await stage(ctx, 'post', 3, 3)
    expect(await hasSuppressedRows(ctx)).toBe(true)
  })
})
