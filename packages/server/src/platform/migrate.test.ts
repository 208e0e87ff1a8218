import { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../test/test-house.ts'
import { migrateDatabase } from './migrate.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const again = () => migrateDatabase(house.adminUrl, { ownerUrl: house.ownerUrl, appUrl: house.appUrl })

test('a database that is up to date is left as it is, by two machines at once', async () => {
  expect(await Promise.all([again(), again()])).toEqual([{ applied: [] }, { applied: [] }])
})

test('a database that a newer version moved on is refused', async () => {
  const admin = new Pool({ connectionString: house.adminUrl, max: 1 })
  await admin.query(`INSERT INTO kolibra_history.migrations (name) VALUES ('9999-later.sql')`)
  await expect(again()).rejects.toThrow(/newer Kolibra \(9999-later.sql\)/)
  await admin.query(`DELETE FROM kolibra_history.migrations WHERE name = '9999-later.sql'`)
  await admin.end()
})

test('a database that does not answer is named in one sentence', async () => {
  const nowhere = 'postgres://u:p@127.0.0.1:1/none'
  await expect(migrateDatabase(nowhere, { ownerUrl: nowhere, appUrl: nowhere })).rejects.toThrow(/127\.0\.0\.1:1 does not answer/)
})
