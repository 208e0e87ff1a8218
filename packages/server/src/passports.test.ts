import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadAccounts } from './creators/index.ts'
import { openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

const bring = async (accountId: string, followers: number) => {
  const text = `平台\t昵称\t账号ID\t粉丝数\n小红书\t示例·${accountId}\t${accountId}\t${followers}`
  await owner.send('POST /api/v1/imports/pasted', { text })
}

test('an account is put together from the passports of its own imports, however many others there are', async () => {
  await bring('passport-a', 100)
  await bring('passport-b', 200)
  await bring('passport-a', 300)
  const read = new Set<unknown>()
  const watching: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      for (const row of result.rows) if (row['column_name'] !== undefined) read.add(row['import_id'])
      return result
    },
  }
  const { accounts, importIds } = await house.inWorkspace(owner.workspaceId, async (ctx) => {
    const { creator_id: id } = await ctx.tx
      .selectFrom('creators')
      .select('creator_id')
      .where('account_id', '=', 'passport-a')
      .executeTakeFirstOrThrow()
    const rows = await ctx.tx.selectFrom('creator_observations').select('import_id').where('creator_id', '=', id).execute()
    return {
      accounts: await loadAccounts({ ...ctx, tx: ctx.tx.withPlugin(watching) }, [id]),
      importIds: rows.map(({ import_id: importId }) => importId),
    }
  })
  expect(accounts[0]?.account.metrics.map(({ column, value }) => [column, value])).toEqual([
    ['粉丝数', 100],
    ['粉丝数', 300],
  ])
  expect([...read].sort()).toEqual(importIds.sort())
})
