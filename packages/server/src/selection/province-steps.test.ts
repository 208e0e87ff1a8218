import { discoveryQuerySchema } from '@kolibra/core/selection'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrateDatabase } from '../platform/migrate.ts'
import { mintId } from '../platform/mint-id.ts'
import { openTestHouse, TEST_NOW, type TestHouse } from '../test/test-house.ts'
import { searchRows } from './discovery-store.ts'

const BEFORE = '0060-copies-go-on.sql'
const [HERE, EMPTY] = [mintId(TEST_NOW), mintId(TEST_NOW)]
const KNOWN = mintId(TEST_NOW)
const UNKNOWN = mintId(TEST_NOW)
let house: TestHouse
let admin: Client

beforeAll(async () => {
  house = await openTestHouse(BEFORE)
  admin = new Client({ connectionString: house.adminUrl, options: '-c search_path=kolibra' })
  await admin.connect()
  for (const id of [HERE, EMPTY])
    await admin.query(`INSERT INTO workspaces (workspace_id, name, is_demo, created_at) VALUES ($1, '示例', false, now())`, [id])
  for (const [id, provinces] of [
    [KNOWN, ['上海', '浙江']],
    [UNKNOWN, []],
  ]) {
    await admin.query(
      `INSERT INTO creators (workspace_id, creator_id, platform, account_id, created_at) VALUES ($1, $2::uuid, 'douyin', $2::text, now())`,
      [HERE, id],
    )
    await admin.query(
      `INSERT INTO creator_rows (workspace_id, creator_id, platform, search_text, categories, sources, languages, audience_provinces)
       VALUES ($1, $2, 'douyin', '', '{}', '{}', '{}', $3)`,
      [HERE, id, provinces],
    )
  }
  await admin.query('DELETE FROM creator_changes')
  await migrateDatabase(house.adminUrl, { ownerUrl: house.ownerUrl, appUrl: house.appUrl })
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

const find = (query: unknown) =>
  house.inWorkspace(HERE, async (ctx) => (await searchRows(ctx, discoveryQuerySchema.parse(query))).ids.toSorted())

test('rows kept before shares were chosen are found as before until they are worked out anew, for which a job stands', async () => {
  const filters = [{ field: 'audienceProvinces', any: ['上海'] }]
  expect(await find({ filters })).toEqual([KNOWN])
  expect(await find({ filters, provinceShare: 0.1 })).toEqual([KNOWN])
  expect(await find({ filters, provinceShare: 0.2 }), 'a tenth is all that was known').toEqual([])
  expect(await find({ filters: [{ field: 'audienceProvinces', any: [null] }] })).toEqual([UNKNOWN])
  const { rows } = await admin.query<{ key: string }>('SELECT key FROM graphile_worker.jobs')
  expect(rows.map(({ key }) => key)).toEqual([`creators.refresh_rows:${HERE}:`])
})

test('the change feed is not told of every row: an index that is held is loaded anew at the start anyway', async () => {
  expect((await admin.query('SELECT count(*)::int AS n FROM creator_changes')).rows).toEqual([{ n: 0 }])
})
