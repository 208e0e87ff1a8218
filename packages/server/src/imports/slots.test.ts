import { importRecords } from '@kolibra/core/imports'
import { readExport } from '@kolibra/files/read'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../platform/secrets.ts'
import { keepRecords, readInPieces } from '../test/keep-in-pieces.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import type { ReadRecords } from './index.ts'

let house: TestHouse
let admin: Pool
/** Two workspaces that are given the same files: the one holds them whole, the other reads them in pieces. */
let whole: { id: string; owner: Visitor }
let pieces: { id: string; owner: Visitor }
beforeAll(async () => {
  house = await openTestHouse()
  admin = new Pool({ connectionString: house.adminUrl, max: 1 })
  const open = async () => {
    const id = await house.openWorkspace()
    return { id, owner: await house.visit(id, 'owner') }
  }
  whole = await open()
  pieces = await open()
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

const HEADER = '小红书昵称,小红书号,机构,地址,粉丝数,账号类型,图文报价,视频报价,合作_阅读中位数,女性粉丝占比,数据更新至'
const csvOf = (...lines: string[]) => new TextEncoder().encode(`${HEADER}\n${lines.join('\n')}\n`)
const OLDER = csvOf(
  '示例·小鹿,kol1,示例·春芽,上海,1200,美妆/护肤,400,--,3000,64.6%,2026-11-10',
  '示例·蓝莓,kol2,,,10万+,,,,,,2026-11-10',
  '示例·青柠,kol3,,北京,1.2万,美食,,900,0,0.4,2026-11-10',
  '示例·云朵,kol5,示例·春芽,,800,美食/旅行,300,600,0,31%,2026-11-10',
  '示例·山茶,kol6,,,1.5万,,,,,,2026-11-10',
)
const NEWER = csvOf(
  '示例·新人,kol4,,,900,旅行,100,,80,12%,2026-11-12',
  '示例·小鹿,kol1,,上海,1300,护肤,500,,3100,60%,2026-11-12',
  '示例·青柠,kol3,示例·南风,北京,,,,,4,,2026-11-12',
)

const SOURCE = 'pugongying.creators'

async function readWhole(bytes: Uint8Array): Promise<ReadRecords> {
  const file = await readExport(bytes, { name: 'pgy.csv' })
  const imported = file.ok ? importRecords(file.value, { source: SOURCE, importId: `sha256:${sha256(bytes)}` }) : file
  if (!imported.ok) throw new Error('refused')
  return imported.value
}

async function keepInBoth(bytes: Uint8Array): Promise<void> {
  await keepRecords(house, whole.id, { bytes, records: await readWhole(bytes) })
  await keepRecords(house, pieces.id, { bytes, records: readInPieces(bytes, SOURCE) })
}

async function showAll({ owner }: { owner: Visitor }) {
  const { items } = await (await owner.send('GET /api/v1/creators?sort=followers')).json()
  const shown = items.map(async ({ id, ...row }: { id: string }) => {
    const { account } = await (await owner.send(`GET /api/v1/creators/${id}`)).json()
    const exported = await (await owner.send(`POST /api/v1/creators/${id}/exports`)).json()
    const observed: { observed_values: { followers?: number } }[] = exported.accounts[0].observations
    return { row, account, seenFollowers: observed.map((each) => each.observed_values.followers ?? null) }
  })
  return (await Promise.all(shown)).toSorted((a, b) => a.account.accountId.localeCompare(b.account.accountId))
}

const countIn = async (workspaceId: string, what: string) =>
  (await admin.query(`SELECT count(*)::int AS n FROM kolibra.creator_observations WHERE workspace_id = $1 AND ${what}`, [workspaceId]))
    .rows[0].n

describe('an import of plain rows', () => {
  test('keeps numbers in slots, and shows what the same file shows that was held whole', async () => {
    await keepInBoth(OLDER)
    // A range fits no slot, and the first price is read in full for its note.
    expect(await countIn(pieces.id, 'slots IS NOT NULL')).toBeGreaterThan(0)
    expect(await countIn(whole.id, 'slots IS NOT NULL')).toBe(0)
    expect(await showAll(pieces)).toEqual(await showAll(whole))
  })

  test('of creators that are held, among new ones, adds observations to them', async () => {
    await keepInBoth(NEWER)
    expect(await countIn(pieces.id, 'true')).toBe(8)
    const shown = await showAll(pieces)
    expect(shown).toHaveLength(6)
    expect(shown).toEqual(await showAll(whole))
  })
})
