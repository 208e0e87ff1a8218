import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrateDatabase } from '../platform/migrate.ts'
import { mintId } from '../platform/mint-id.ts'
import { openTestHouse, TEST_NOW, type TestHouse } from '../test/test-house.ts'
import { loadAccounts } from './creator-store.ts'

const BEFORE = '0044-freedom-tables.sql'
const [HERE, THERE] = [mintId(TEST_NOW), mintId(TEST_NOW)]
const NOBODY = { gender: null, ageBand: null, languages: [] }
const DEER = {
  display_name: '示例·小鹿',
  handle: 'deer_01',
  region: '上海',
  verification: '美妆达人',
  person: { gender: 'female', ageBand: '25-34', languages: ['zh'] },
  bio: '示例·每天试一件',
  observed_at: '2026-11-02',
}
const NAMELESS = { display_name: null, handle: 'deer_02', region: null, verification: null, person: NOBODY, bio: null, observed_at: null }

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(BEFORE)
  const admin = new Client({ connectionString: house.adminUrl, options: '-c search_path=kolibra' })
  await admin.connect()
  for (const id of [HERE, THERE])
    await admin.query(`INSERT INTO workspaces (workspace_id, name, is_demo, created_at) VALUES ($1, '示例', false, now())`, [id])
  await keepCreator(admin, HERE, 'a1', DEER)
  await keepCreator(admin, HERE, 'a2', NAMELESS)
  await keepCreator(admin, HERE, 'a3', null)
  await keepCreator(admin, THERE, 'a1', { ...DEER, display_name: '示例·别处' })
  await admin.end()
  await migrateDatabase(house.adminUrl, { ownerUrl: house.ownerUrl, appUrl: house.appUrl })
})
afterAll(() => house.close())

/** A creator as it was kept before: the profile, if there was one, in a table of its own. */
async function keepCreator(admin: Client, workspaceId: string, accountId: string, profile: typeof DEER | typeof NAMELESS | null) {
  const creatorId = mintId(TEST_NOW)
  await admin.query(
    `INSERT INTO creators (workspace_id, creator_id, platform, account_id, created_at) VALUES ($1, $2, 'xiaohongshu', $3, now())`,
    [workspaceId, creatorId, accountId],
  )
  if (profile === null) return
  await admin.query(`INSERT INTO creator_profiles SELECT * FROM jsonb_populate_record(NULL::creator_profiles, $1::jsonb)`, [
    JSON.stringify({ workspace_id: workspaceId, creator_id: creatorId, ...profile }),
  ])
}

const readHeld = (workspaceId: string) =>
  house.inWorkspace(workspaceId, async (ctx) => {
    const accounts = await loadAccounts(ctx, null)
    return Object.fromEntries(accounts.map(({ account }) => [account.accountId, account]))
  })

describe('creators kept before names stood with them', () => {
  test('are read with all that was known of them', async () => {
    const { a1 } = await readHeld(HERE)
    expect(a1).toMatchObject({ displayName: '示例·小鹿', handle: 'deer_01', region: '上海', verification: '美妆达人', person: DEER.person })
    expect(a1?.bio).toBe('示例·每天试一件')
  })

  test('whose profile named nobody, or who had none, stay unknown', async () => {
    const { a2, a3 } = await readHeld(HERE)
    expect(a2).toMatchObject({ displayName: null, handle: 'deer_02', region: null, person: NOBODY })
    expect(a3).toMatchObject({ displayName: null, handle: null, region: null, person: NOBODY })
  })

  test('of another workspace keep their own name, though the account is the same', async () => {
    expect(Object.values(await readHeld(THERE)).map(({ displayName }) => displayName)).toEqual(['示例·别处'])
  })

  test('keep the day as of which their names are: an older export does not overwrite them', async () => {
    const { rows } = await house.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM kolibra.creators')
    expect(rows, 'nothing is read outside a workspace, before and after').toEqual([{ n: 0 }])
    const days = await house.inWorkspace(HERE, (ctx) => ctx.tx.selectFrom('creators').select(['account_id', 'observed_at']).execute())
    expect(Object.fromEntries(days.map((row) => [row.account_id, row.observed_at]))).toEqual({ a1: '2026-11-02', a2: null, a3: null })
  })
})
