import { sql } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLoginLink, OWNER } from '../accounts/index.ts'
import { judgeCampaignAgain, recordPasses } from '../gates/index.ts'
import { remindTurns } from '../portal/index.ts'
import { scoreForecast } from '../reports/index.ts'
import { refreshCohorts, refreshRows } from '../selection/index.ts'
import { BRIEF, CAMPAIGN, OWN_RULES, PRODUCT } from '../test/campaign-example.ts'
import { examplePack } from '../test/pack-example.ts'
import { keepRecords, readInPieces } from '../test/keep-in-pieces.ts'
import { openPortal, usePortal } from '../test/portal-example.ts'
import { openTestHouse, type TestHouse } from '../test/test-house.ts'
import { walkCampaign } from '../test/walk-campaign.ts'
import { inFence } from './database.ts'
import { sha256 } from './secrets.ts'

/** A post as MediaCrawler writes it, of an invented author. */
const NOTE = {
  note_id: 'n1',
  type: 'normal',
  title: '示例·围栏',
  desc: '示例正文',
  user_id: 'u1',
  nickname: '示例·阿白',
  liked_count: '1',
  comment_count: '1',
  share_count: '1',
  collected_count: '1',
  time: 1_763_600_000_000,
  note_url: 'https://example.com/n1',
}

const COMMENT = { comment_id: 'c1', create_time: NOTE.time, note_id: 'n1', content: '示例', user_id: 'u2', pictures: '', like_count: '1' }
// A post of which only the pseudonym of its author is known.
const { user_id: _author, ...WITHOUT_AUTHOR } = NOTE
const HASHED = { ...WITHOUT_AUTHOR, note_id: 'n2', creator_hash: sha256('fence-hash-1').slice(0, 16) }
/** What only files bring. */
const FILES = [
  ['notes.json', JSON.stringify([NOTE])],
  ['hashed.json', JSON.stringify([HASHED])],
  ['comments.json', JSON.stringify([COMMENT])],
  ['days.csv', '时间,付款金额,付款佣金支出\n2026-03-18,4000,400'],
] as const

/** A row that a large csv keeps as numbers by slot. */
const PLAIN = new TextEncoder().encode(
  [
    '小红书昵称,小红书号,机构,地址,粉丝数,账号类型,图文报价,视频报价',
    '示例·小鹿,fence-1,,上海,1200,美食,400,',
    '示例·蓝莓,fence-2,,上海,800,美食,300,',
    '',
  ].join('\n'),
)

let house: TestHouse
let admin: Pool
let mine: string
let theirs: string
let campaignId: string
const counts = new Map<string, number>()

beforeAll(async () => {
  house = await openTestHouse()
  admin = new Pool({ connectionString: house.adminUrl, max: 2 })
  mine = await house.openWorkspace()
  theirs = await house.openWorkspace()
  const owner = await house.visit(theirs, 'owner')
  const walked = await walkCampaign(owner, { refresh: () => house.inWorkspace(theirs, refreshRows), seen: async () => undefined })
  campaignId = walked.campaignId
  await owner.send('POST /api/v1/campaigns', CAMPAIGN, { 'Idempotency-Key': 'kept' })
  await house.inWorkspace(theirs, (ctx) => recordPasses(ctx, campaignId, house.server.rulebook))
  // A rule on a word of the walked post: looked at before and after, it leaves an impact.
  const judgeAgain = () => house.inWorkspace(theirs, (ctx) => judgeCampaignAgain(ctx, campaignId, house.server.rulebook))
  await judgeAgain()
  await owner.send('POST /api/v1/rules/own', { text: OWN_RULES.replaceAll('own.', 'own.fence-').replaceAll('示例竞品', '偏厚') })
  await judgeAgain()
  await house.inWorkspace(theirs, (ctx) => createLoginLink(ctx.tx, { workspaceId: theirs, userId: OWNER.id, nowMs: house.server.clock() }))
  await house.inWorkspace(theirs, refreshCohorts)
  const { nowMs } = house.clock
  house.clock.nowMs = Date.parse(`${CAMPAIGN.ends}T20:00:00Z`) + 8 * 86_400_000
  await house.inWorkspace(theirs, (ctx) => scoreForecast(ctx, campaignId, house.server.rulebook))
  await house.inWorkspace(theirs, (ctx) => remindTurns(ctx, campaignId))
  house.clock.nowMs = nowMs
  await owner.send('POST /api/v1/saved-searches', { name: '示例·围栏', isShared: true, query: {} })
  const { items: creators } = await (await owner.send('GET /api/v1/creators?limit=1')).json()
  await owner.send('POST /api/v1/shortlists', { name: '示例·围栏', creatorIds: [creators[0].id] })
  await owner.send(`PUT /api/v1/campaigns/${campaignId}/brief-copy`, { revision: 0, brief: BRIEF })
  const { rows: uncontracted } = await admin.query<{ id: string }>(
    `SELECT creator_id AS id FROM kolibra.deliverables LEFT JOIN kolibra.contracts USING (workspace_id, deliverable_id)
     WHERE workspace_id = $1 AND contract_id IS NULL LIMIT 1`,
    [theirs],
  )
  await owner.send(`PUT /api/v1/campaigns/${campaignId}/product-proofs/${uncontracted[0]?.id}`, { ...PRODUCT, revision: 0 })
  // Whoever is under contract stays locked.
  const { rows: contracted } = await admin.query<{ id: string; person: string }>(
    `SELECT creator_id AS id, coalesce(person_id, creator_id) AS person FROM kolibra.deliverables JOIN kolibra.contracts USING (workspace_id, deliverable_id)
     LEFT JOIN kolibra.creator_links USING (workspace_id, creator_id) WHERE workspace_id = $1 LIMIT 1`,
    [theirs],
  )
  const erasure = await owner.send(`POST /api/v1/creators/${contracted[0]?.id}/erasures`, { personId: contracted[0]?.person })
  expect(erasure.status).toBe(201)
  const hashed = { platform: 'xiaohongshu', accountId: 'fence-hash-1', displayName: '示例·围栏' }
  const { id: hashedId } = await (await owner.send('POST /api/v1/creators', hashed)).json()
  for (const [name, text] of FILES) {
    const form = new FormData()
    form.set('file', new File([text], name))
    expect([name, (await owner.send('POST /api/v1/imports', form)).status]).toEqual([name, 200])
  }
  expect((await owner.send(`POST /api/v1/creators/${hashedId}/split-posts`, { postId: HASHED.note_id })).status).toBe(201)
  await keepRecords(house, theirs, { bytes: PLAIN, records: readInPieces(PLAIN, 'pugongying.creators') })
  const portal = await openPortal(house, owner)
  await usePortal(portal)
  await owner.send('PUT /api/v1/erasure-clock', { revision: 0, table: { workingDays: 10 } })
  const { items: notes } = await (await owner.send(`GET /api/v1/campaigns/${portal.campaignId}/party-notes`)).json()
  const note = { partyId: notes[0]?.partyId, after: 0, words: '示例·围栏', way: 'copied' }
  expect((await owner.send(`POST /api/v1/campaigns/${portal.campaignId}/party-notes`, note)).status).toBe(201)
  expect((await owner.send(`PUT /api/v1/campaigns/${portal.campaignId}/note-rhythm`, { revision: 0, everyDays: 14 })).status).toBe(200)
  const pack = examplePack({ version: '2999-01-01', text: '- { kind: words, id: fence-words, terms: [示例围栏] }' })
  expect((await owner.send('POST /api/v1/rulebook/packs', { text: pack })).status).toBe(201)
  const waiting = new FormData()
  waiting.set('file', new File(['平台,昵称,账号ID,粉丝数\n小红书,示例·待定,fence-up-1,100'], 'waiting.csv'))
  expect((await owner.send('POST /api/v1/import-uploads', waiting)).ok).toBe(true)
  const { rows } = await admin.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'kolibra' ORDER BY 1`)
  for (const { name } of rows) {
    const counted = await admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM kolibra.${name} WHERE workspace_id = $1`, [theirs])
    counts.set(name, counted.rows[0]?.n ?? 0)
  }
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

const filled = () => [...counts].filter(([, count]) => count > 0).map(([table]) => table)

test('every table that anything writes yet holds rows, so that the fence has something to hide', () => {
  const empty = [...counts].filter(([, count]) => count === 0).map(([table]) => table)
  expect(filled().length).toBeGreaterThan(20)
  expect(empty).toEqual([])
})

describe.each(['app', 'owner'] as const)('the role of %s, standing in another workspace', (role) => {
  const inMine = <T>(work: (tx: Parameters<Parameters<typeof inFence>[2]>[0]) => Promise<T>) =>
    inFence(role === 'app' ? house.server.app : house.server.owner, { workspaceId: mine, userId: null }, work)

  test('sees none of the rows of any table', async () => {
    for (const table of filled()) {
      const { rows } = await inMine((tx) => sql`SELECT 1 FROM ${sql.table(table)} WHERE workspace_id = ${theirs}::uuid`.execute(tx))
      expect([table, rows.length]).toEqual([table, 0])
    }
  })

  test('changes and deletes none of them', async () => {
    for (const table of filled()) {
      const deleted = await inMine((tx) => sql`DELETE FROM ${sql.table(table)} WHERE workspace_id = ${theirs}::uuid`.execute(tx)).catch(
        (error: unknown) => ({ numAffectedRows: 0n, refused: String(error) }),
      )
      expect([table, deleted.numAffectedRows]).toEqual([table, 0n])
    }
    for (const [table, count] of counts) {
      const { rows } = await admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM kolibra.${table} WHERE workspace_id = $1`, [theirs])
      expect([table, rows[0]?.n]).toEqual([table, count])
    }
  })

  test('moves none of its own rows over', async () => {
    const move = inMine((tx) => sql`UPDATE workspaces SET workspace_id = ${theirs}::uuid WHERE workspace_id = ${mine}::uuid`.execute(tx))
    await expect(move).rejects.toThrow()
  })
})

/** What a read that has to be told something is asked for. */
const ASKED: Readonly<Record<string, string>> = {
  '/campaigns/{id}/assessments': '?creators=01a20000-0000-7000-8000-000000000001',
  '/series/values': `?metric=mentions&subject=${encodeURIComponent('brand:示例')}`,
}

/** Reads that are no lists; what they tell a stranger is looked at by itself. */
const SHAPED = [
  '/rules',
  '/rules/sources',
  '/rules/timeline',
  '/rulebook',
  '/session',
  '/tier-table',
  '/fit-table',
  '/fee-table',
  '/freedom-table',
  '/forecast-record',
  '/forecast-backtest',
  '/freedom-record',
  '/erasure-clock',
]

describe('over HTTP, a stranger with every right in a workspace of their own', () => {
  test('reads nothing of the other: every route with an id answers 404, every list is without it', async () => {
    const stranger = await house.visit(mine, 'owner')
    const document: { paths: Record<string, Record<string, unknown>> } = await (await house.fetch('/api/openapi.json')).json()
    const reads = Object.entries(document.paths)
      .filter(([, item]) => 'get' in item)
      .map(([path]) => path)
    for (const path of reads.filter((each) => each.startsWith('/campaigns/{id}'))) {
      const answer = await stranger.send(`GET /api/v1${path.replace(/\{\w+\}/g, campaignId)}${ASKED[path] ?? ''}`)
      expect([path, answer.status]).toEqual([path, 404])
    }
    for (const path of reads.filter((each) => !each.includes('{id}') && !SHAPED.includes(each))) {
      const body = await (await stranger.send(`GET /api/v1${path}${ASKED[path] ?? ''}`)).json()
      expect([path, body.items]).toEqual([path, []])
    }
    expect(await (await stranger.send('GET /api/v1/forecast-backtest')).json()).toMatchObject({ backtest: null })
    expect(await (await stranger.send('GET /api/v1/forecast-record')).json()).toEqual({ outcomes: [], summaries: [] })
    expect(await (await stranger.send('GET /api/v1/erasure-clock')).json()).toMatchObject({ revision: 0 })
    // What is shipped is everybody's; own rules of the other are in none of it.
    for (const path of ['/rules', '/rules/sources', '/rules/timeline', '/rulebook'])
      expect(await (await stranger.send(`GET /api/v1${path}`)).text()).not.toContain('own.fence-')
    expect(await (await (await house.visit(theirs, 'owner')).send('GET /api/v1/rulebook')).text()).toContain('own.fence-')
  })
})
