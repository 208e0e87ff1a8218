import { sql } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OWNER } from '../accounts/index.ts'
import { RECEIVERS } from '../import-receivers.ts'
import { commitImport, readRecords } from '../imports/index.ts'
import { makeJobHandlers } from '../job-handlers.ts'
import { makeContext } from '../platform/context.ts'
import { inFence } from '../platform/database.ts'
import { authorize } from '../platform/http.ts'
import { openFile } from '../platform/secrets.ts'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { EXPORTED_AS } from './export-store.ts'
import { KEYED_BY_PERSON } from './erasure-store.ts'
import { exampleEntry } from '../test/dossier-example.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse, type Visitor } from '../test/test-house.ts'

const LIST = ['平台,昵称,账号ID,粉丝数', '小红书,示例·离开,id-leaving,1000', '小红书,示例·留下,id-staying,2000'].join('\n')
const NOTE = {
  note_id: 'n1',
  type: 'normal',
  title: '示例·标题',
  desc: '示例正文',
  user_id: 'id-leaving',
  nickname: '示例·离开',
  liked_count: '1',
  comment_count: '1',
  share_count: '1',
  collected_count: '1',
  time: 1_763_600_000_000,
  note_url: 'https://example.com/n1',
}
const OTHER_NOTE = { ...NOTE, note_id: 'n2', user_id: 'id-staying', nickname: '示例·留下' }

let house: TestHouse
let admin: Pool
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  admin = new Pool({ connectionString: house.adminUrl, max: 2 })
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

const call = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
async function upload(text: string, name: string, who = owner) {
  const form = new FormData()
  form.set('file', new File([text], name))
  return call('POST /imports', form, who)
}
const findId = async (words: string, who = owner): Promise<string> =>
  (await call(`GET /creators?q=${words}`, undefined, who)).body.items[0]?.id

/** The id of an account that no search was built for yet. */
async function findHeldId(accountId: string, { workspaceId }: Visitor): Promise<string> {
  const { rows } = await admin.query('SELECT creator_id AS id FROM kolibra.creators WHERE workspace_id = $1 AND account_id = $2', [
    workspaceId,
    accountId,
  ])
  return rows[0].id
}

/** A workspace that holds two people from two files, and one of them in a dossier. */
async function fill(): Promise<{ who: Visitor; leaving: string }> {
  const who = await house.visit(await house.openWorkspace(), 'owner')
  await upload(LIST, 'list.csv', who)
  await upload(JSON.stringify([NOTE, OTHER_NOTE]), 'notes.json', who)
  const leaving = await findId('id-leaving', who)
  for (const kind of ['notes', 'engagements', 'clearances', 'incidents', 'documents'] as const)
    await call(`POST /creators/${leaving}/${kind}`, exampleEntry(kind, '关于示例·离开'), who)
  return { who, leaving }
}

/** Every cell of every table of a workspace that holds these words, raw files opened. */
async function findEverywhere(workspaceId: string, words: string): Promise<string[]> {
  const { rows: tables } = await admin.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'kolibra'`)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await admin.query(`SELECT 1 FROM kolibra.${name} AS t WHERE workspace_id = $1 AND t::text LIKE $2`, [
      workspaceId,
      `%${words}%`,
    ])
    if (rows.length > 0) found.push(name)
  }
  const { rows: files } = await admin.query(
    'SELECT sealed, key FROM kolibra.raw_files JOIN kolibra.raw_file_keys USING (workspace_id, import_id) WHERE workspace_id = $1',
    [workspaceId],
  )
  if (files.some(({ sealed, key }) => openFile(sealed, key).includes(words))) found.push('inside raw files')
  return found
}

describe('everything held of a person', () => {
  test('is handed out in one document: accounts with passports, posts, entries, documents, and that it was handed out', async () => {
    const { who, leaving } = await fill()
    const { status, body } = await call(`POST /creators/${leaving}/exports`, undefined, who)
    expect(status).toBe(201)
    const [held] = body.accounts
    expect(held).toMatchObject({
      account: { accountId: 'id-leaving', displayName: '示例·离开' },
      posts: [{ platform_post_id: 'n1', title: '示例·标题', content: '示例正文', observations: [{ values: { likes: 1 } }] }],
      documents: [{ fileName: '示例合同.pdf' }],
      loan: { loan: null, locked: null },
    })
    expect(held.dossier.notes[0].text).toContain('关于示例·离开')
    expect(held.observations.some(({ content_hash }: { content_hash: string | null }) => content_hash !== null)).toBe(true)
    expect(atob(held.documents[0].contentBase64)).toContain('%PDF')
    expect(body.page).toContain('示例·标题')
    expect(JSON.stringify(body)).not.toContain('示例·留下')
    const events = await admin.query('SELECT name, fields FROM kolibra.events WHERE workspace_id = $1 AND name = $2', [
      who.workspaceId,
      'person.exported',
    ])
    expect(events.rows).toEqual([{ name: 'person.exported', fields: [] }])
  })

  test('names a place for every table that holds rows of somebody, and hands out what was said when they were listed and asked', async () => {
    const who = await house.visit(await house.openWorkspace(), 'owner')
    for (let index = 0; index < 4; index += 1) await call('POST /creators', exampleCreator(index), who)
    const { body: campaign } = await call('POST /campaigns', CAMPAIGN, who)
    const { body: plan } = await call(`POST /campaigns/${campaign.id}/plans`, undefined, who)
    const [chosen] = plan.plan.chosen
    await call(`POST /campaigns/${campaign.id}/choices`, { planId: plan.id, creatorIds: [chosen] }, who)
    const asked = { creatorId: chosen, move: 'invite', from: 'proposed', note: '示例：已私信' }
    expect((await call(`POST /campaigns/${campaign.id}/invitations`, asked, who)).status).toBe(201)
    await call('POST /shortlists', { name: '示例名单', creatorIds: [chosen] }, who)
    await admin.query(`UPDATE kolibra.shortlist_entries SET note = '示例：备选' WHERE creator_id = $1`, [chosen])
    const { body } = await call(`POST /creators/${chosen}/exports`, undefined, who)
    const [held] = body.accounts
    expect(held.invitations).toEqual([expect.objectContaining({ campaign_id: campaign.id, move: 'invite', note: '示例：已私信' })])
    expect(held.shortlists).toEqual([expect.objectContaining({ name: '示例名单', note: '示例：备选' })])
    expect(Object.keys(EXPORTED_AS).sort()).toEqual([...KEYED_BY_PERSON].sort())
    expect({ personId: body.personId, ...held }).toEqual(
      expect.objectContaining(Object.fromEntries(Object.values(EXPORTED_AS).map((place) => [place, expect.anything()]))),
    )
  })

  test('is data and never markup: what a name says does not run in the page', async () => {
    owner = await house.visit(await house.openWorkspace(), 'owner')
    const { body } = await call('POST /creators', { platform: 'douyin', accountId: 'markup-1', displayName: '<script>alert(1)</script>' })
    const exported = await call(`POST /creators/${body.id}/exports`)
    expect(exported.body.page).not.toContain('<script>')
    expect(exported.body.page).toContain('&lt;script&gt;')
  })
})

describe('a person who is erased', () => {
  test('is gone from every table and every raw file; others and other workspaces are untouched', async () => {
    const { who, leaving } = await fill()
    const { who: elsewhere } = await fill()
    expect((await findEverywhere(who.workspaceId, 'id-leaving')).length).toBeGreaterThan(2)
    const before = await findEverywhere(elsewhere.workspaceId, 'id-leaving')
    const { status, body } = await call(`POST /creators/${leaving}/erasures`, { personId: leaving }, who)
    expect([status, body]).toMatchObject([201, { accounts: 1, posts: 1, lockedUntil: null }])
    expect(body.files.map(({ records }: { records: number }) => records)).toEqual([1, 1])
    for (const words of ['id-leaving', '示例·离开', '示例合同'])
      expect([words, await findEverywhere(who.workspaceId, words)]).toEqual([words, []])
    expect(await findEverywhere(who.workspaceId, 'id-staying')).toEqual(expect.arrayContaining(['creators', 'posts', 'inside raw files']))
    expect(await findEverywhere(elsewhere.workspaceId, 'id-leaving')).toEqual(before)
    expect((await call(`GET /creators/${leaving}`, undefined, who)).status).toBe(404)
  })

  test('is taken out of files that brought nothing of theirs: a rejected row, a name beside a damaged id, a comment', async () => {
    const { who, leaving } = await fill()
    const rejected = ['昵称,账号ID,粉丝数', '示例·离开,id-leaving,1', '示例·离开,6.11E+18,2', '示例·丁,id-other,1000'].join('\n')
    const { body: faulty } = await upload(`平台,${rejected.replaceAll('\n示例', '\n某站,示例')}`, 'faulty.csv', who)
    expect(faulty.report).toMatchObject({ rejected: 3 })
    const comment = {
      comment_id: 'c1',
      create_time: 1_763_600_100_000,
      note_id: 'elsewhere',
      content: '示例评论',
      user_id: 'id-leaving',
      nickname: '示例·离开',
      pictures: '',
      sub_comment_count: '0',
      parent_comment_id: '0',
      like_count: '2',
    }
    await upload(
      JSON.stringify([comment, { ...comment, comment_id: 'c2', user_id: 'id-other', nickname: '示例·丁' }]),
      'comments.json',
      who,
    )
    const { body } = await call(`POST /creators/${leaving}/erasures`, { personId: leaving }, who)
    expect(body.files.map(({ records }: { records: number }) => records)).toEqual([1, 1, 2, 1])
    for (const words of ['id-leaving', '示例·离开', '6.11E+18'])
      expect([words, await findEverywhere(who.workspaceId, words)]).toEqual([words, []])
    expect(await findEverywhere(who.workspaceId, '示例·丁')).toEqual(['inside raw files'])
  })

  test('is taken out of a csv of more than four megabytes, and every other byte of it stays', async () => {
    const who = await house.visit(await house.openWorkspace(), 'owner')
    const rows = Array.from({ length: 40_000 }, (_, at) => `小红书,"示例·${at}号",id-large-${at},${at},=${'备'.repeat(30)}\r\n`)
    const text = `平台,昵称,账号ID,粉丝数,备注\r\n${rows.join('')}`
    expect(Buffer.byteLength(text)).toBeGreaterThan(4 << 20)
    const { body: kept } = await upload(text, 'large.csv', who)
    const leaving = await findHeldId('id-large-20000', who)
    const { body } = await call(`POST /creators/${leaving}/erasures`, { personId: leaving }, who)
    expect(body.files).toEqual([{ importId: kept.importId, records: 1 }])
    const { rows: parts } = await admin.query(
      'SELECT sealed, key FROM kolibra.raw_files JOIN kolibra.raw_file_keys USING (workspace_id, import_id) WHERE workspace_id = $1 ORDER BY part',
      [who.workspaceId],
    )
    expect(parts.length).toBeGreaterThan(1)
    const left = Buffer.concat(parts.map(({ sealed, key }) => openFile(sealed, key)))
    expect(left.equals(Buffer.from(text.replace(rows[20_000] ?? '', '')))).toBe(true)
    expect((await who.send(`GET /api/v1/imports/${kept.importId}/rejects`)).status).toBe(200)
  })

  test('is taken out of pasted cells, which stay pasted cells: the next to go is found too', async () => {
    const who = await house.visit(await house.openWorkspace(), 'owner')
    const text = ['平台\t昵称\t账号ID\t粉丝数', ...['a', 'b', 'c'].map((name) => `小红书\t示例,${name}\tid-cells-${name}\t100`)].join('\n')
    await call('POST /imports/pasted', { text }, who)
    for (const name of ['a', 'b']) {
      const id = await findId(`id-cells-${name}`, who)
      const { body } = await call(`POST /creators/${id}/erasures`, { personId: id }, who)
      expect(body.files).toMatchObject([{ records: 1 }])
      expect(await findEverywhere(who.workspaceId, `id-cells-${name}`)).toEqual([])
    }
    expect(await findEverywhere(who.workspaceId, '示例,c')).toContain('inside raw files')
  })

  test('takes a file along that is about a post of theirs and says so in its name alone', async () => {
    const { who } = await fill()
    const work = '7301234567890123000'
    const { body } = await call('POST /creators', { platform: 'douyin', accountId: 'id-filmed', displayName: '示例·影' }, who)
    await admin.query(
      `INSERT INTO kolibra.posts (workspace_id, post_id, platform, platform_post_id, account_id) VALUES ($1, gen_random_uuid(), 'douyin', $2, 'id-filmed')`,
      [who.workspaceId, work],
    )
    const comments = ['评论ID,评论内容,评论时间,UID', '7301234567890123456,示例评论,1773833477,stranger-1'].join('\n')
    const { body: about } = await upload(comments, `作品${work}_评论.csv`, who)
    const { body: other } = await upload(comments.replace('示例评论', '别处的评论'), '作品7301234567890129999_评论.csv', who)
    expect(about.report).toMatchObject({ accepted: { comments: 1 } })
    const erased = await call(`POST /creators/${body.id}/erasures`, { personId: body.id }, who)
    expect(erased.body.files).toEqual([{ importId: about.importId, records: 0 }])
    expect(await findEverywhere(who.workspaceId, work)).toEqual([])
    expect((await call(`GET /imports/${about.importId}`, undefined, who)).body.file).toBe('作品…_评论.csv')
    expect((await call(`GET /imports/${other.importId}`, undefined, who)).body.file).toBe('作品7301234567890129999_评论.csv')
    expect(await findEverywhere(who.workspaceId, '别处的评论')).toContain('inside raw files')
  })

  test('is named nowhere any more: in files’ names, problems of others’ records, searches, lists, uploads', async () => {
    const { who, leaving } = await fill()
    const other = '小红书,示例·丁,id-other'
    const { body: named } = await upload(`平台,昵称,账号ID,粉丝数\n${other},同示例·离开\n`, '示例·离开_2026-11-01.csv', who)
    expect(named.report).toMatchObject({ problems: [{ code: 'number.unparsable', value: '同示例·离开' }] })
    const form = new FormData()
    form.set('file', new File([`平台,昵称,账号ID,粉丝数\n${other},1\n`], '待导入 示例·离开.csv'))
    const { body: waiting } = await call('POST /import-uploads', form, who)
    for (const [name, text] of [
      ['找示例·离开', '示例·离开 护肤'],
      ['找…', '护肤'],
      ['别的', 'ID-LEAVING'],
    ])
      await call('POST /saved-searches', { name, isShared: true, query: { text } }, who)
    for (const name of ['示例·离开等', '别的名单']) await call('POST /shortlists', { name, creatorIds: [] }, who)
    expect((await call(`POST /creators/${leaving}/erasures`, { personId: leaving }, who)).body).toMatchObject({ uploads: 1 })
    const everywhere = await findEverywhere(who.workspaceId, '示例·离开')
    // A cell of somebody else's record says what it says.
    expect(everywhere).toEqual(['inside raw files'])
    expect(await findEverywhere(who.workspaceId, 'ID-LEAVING')).toEqual([])
    const kept = await call(`GET /imports/${named.importId}`, undefined, who)
    expect(kept.body).toMatchObject({ file: '…_2026-11-01.csv', report: { file: '…_2026-11-01.csv', problems: [{ value: null }] } })
    expect((await call(`GET /import-uploads/${waiting.uploadId}`, undefined, who)).body).toMatchObject({
      file: '待导入 ….csv',
      state: 'withdrawn',
    })
    const searches: { name: string; query: { text: string } }[] = (await call('GET /saved-searches', undefined, who)).body.items
    expect(searches.map(({ name, query }) => [name, query.text]).sort()).toEqual([
      ['别的', ''],
      ['找… 2', '护肤'],
      ['找…', '护肤'],
    ])
    const lists: { name: string }[] = (await call('GET /shortlists', undefined, who)).body.items
    expect(lists.map(({ name }) => name).sort()).toEqual(['…等', '别的名单'])
  })

  test('leaves the original hash of a file beside the new one, and an event without values', async () => {
    const { who, leaving } = await fill()
    await call(`POST /creators/${leaving}/erasures`, { personId: leaving }, who)
    const { rows } = await admin.query(
      `SELECT imports.content_hash AS before, erasure.content_hash AS after, records FROM kolibra.raw_file_erasures AS erasure
       JOIN kolibra.imports USING (workspace_id, import_id) WHERE workspace_id = $1`,
      [who.workspaceId],
    )
    expect(rows).toHaveLength(2)
    for (const row of rows) expect([row.before === row.after, row.records]).toEqual([false, 1])
    const events = await admin.query('SELECT fields FROM kolibra.events WHERE workspace_id = $1 AND name = $2', [
      who.workspaceId,
      'person.erased',
    ])
    expect(events.rows).toEqual([{ fields: [] }])
  })

  test('does not come back: a later import rejects the record with that reason, the same file changes nothing, typing in is refused', async () => {
    const { who, leaving } = await fill()
    await call(`POST /creators/${leaving}/erasures`, { personId: leaving }, who)
    const again = await upload(`${LIST}\n小红书,示例·新来,id-new,3000`, 'later.csv', who)
    expect(again.body.report).toMatchObject({
      accepted: { accounts: 2 },
      rejected: 1,
      problems: [{ record: 1, code: 'id.erased', value: null }],
    })
    for (const words of ['id-leaving', '示例·离开']) expect([words, await findEverywhere(who.workspaceId, words)]).toEqual([words, []])
    const notes = await upload(JSON.stringify([{ ...NOTE, note_id: 'n9' }, OTHER_NOTE]), 'later.json', who)
    expect(notes.body.report).toMatchObject({ rejected: 1, problems: [{ code: 'id.erased' }] })
    await upload(LIST, 'list.csv', who)
    for (const words of ['id-leaving', '示例·离开']) expect([words, await findEverywhere(who.workspaceId, words)]).toEqual([words, []])
    expect(await findId('id-leaving', who)).toBeUndefined()
    expect(await findId('id-new', who)).toBeDefined()
    const typed = await call('POST /creators', { platform: 'xiaohongshu', accountId: 'id-leaving' }, who)
    expect(typed.body).toMatchObject({ code: 'person.erased', status: 409 })
    expect((await call('POST /creators', { platform: 'douyin', accountId: 'id-leaving' }, who)).status).toBe(201)
  })

  test('does not come back either with rows that were read before: the database drops them', async () => {
    const { who, leaving } = await fill()
    await call(`POST /creators/${leaving}/erasures`, { personId: leaving }, who)
    for (const accountId of ['id-leaving', 'id-other'])
      await house.inWorkspace(who.workspaceId, (ctx) =>
        sql`INSERT INTO creators VALUES (${ctx.workspaceId}, ${ctx.mintId()}, 'xiaohongshu', ${accountId}, ${ctx.now})`.execute(ctx.tx),
      )
    const { rows } = await admin.query('SELECT account_id FROM kolibra.creators WHERE workspace_id = $1 ORDER BY 1', [who.workspaceId])
    expect(rows.map(({ account_id }) => account_id)).toEqual(['id-other', 'id-staying'])
  })

  test('does not come back with a file that was read before and is kept after: that one is a lost race', async () => {
    const { who, leaving } = await fill()
    const bytes = new TextEncoder().encode(`${LIST}\n小红书,示例·新来,id-new,3000`)
    const asked = {
      name: 'late.csv',
      bytes,
      isPasted: false,
      source: 'auto',
      saidObservedOn: null,
      isErased: () => false,
      today: '2026-11-20',
    }
    const records = await readRecords(asked, 'late')
    await call(`POST /creators/${leaving}/erasures`, { personId: leaving }, who)
    const kept = inFence(house.server.owner, { workspaceId: who.workspaceId, userId: OWNER.id }, (tx) => {
      const session = { workspaceId: who.workspaceId, workspaceName: '', sessionHash: '', actor: OWNER }
      const ctx = makeContext({ workspaceId: authorize(session, 'imports.write'), actor: OWNER, tx, clock: house.server.clock })
      return commitImport(ctx, RECEIVERS, { contentHash: 'late', bytes, records, saidObservedOn: null })
    })
    await expect(kept).rejects.toMatchObject({ code: 'state.lost_race' })
    expect(await findEverywhere(who.workspaceId, 'id-leaving')).toEqual([])
  })

  test('goes with all accounts; whoever joined unseen is a lost race', async () => {
    const { who, leaving } = await fill()
    const { body } = await call('POST /creators', { platform: 'douyin', accountId: 'id-second', displayName: '示例·离开' }, who)
    await call(`POST /creators/${body.id}/merges`, { otherId: leaving, personId: body.id, otherPersonId: leaving }, who)
    expect((await call(`POST /creators/${leaving}/erasures`, { personId: leaving }, who)).body.code).toBe('state.lost_race')
    expect((await call(`POST /creators/${leaving}/erasures`, { personId: body.id }, who)).body).toMatchObject({ accounts: 2 })
    expect(await findEverywhere(who.workspaceId, 'id-second')).toEqual([])
  })

  test('goes with the numbers that were typed by its id before it was a creator; those of brands and of others stay', async () => {
    const who = await house.visit(await house.openWorkspace(), 'owner')
    const about = ['xiaohongshu:test-2', 'account:test-2', 'host:test-2', 'product:x xiaohongshu:test-2']
    const others = ['douyin:test-2', 'account:test-20', 'brand:Alpensee test-2']
    for (const subject of [...about, ...others]) {
      const day = { subject, metric: 'mentions', source: 'own count', values: [{ day: '2026-11-20', value: 7 }] }
      expect((await call('POST /series/values', day, who)).status).toBe(201)
    }
    const { body: created } = await call('POST /creators', exampleCreator(2), who)
    const { body: exported } = await call(`POST /creators/${created.id}/exports`, undefined, who)
    expect(exported.accounts[0].typedDays.map(({ subject }: { subject: string }) => subject).sort()).toEqual([...about].sort())
    expect((await call(`POST /creators/${created.id}/erasures`, { personId: created.id }, who)).status).toBe(201)
    const { rows } = await admin.query('SELECT subject FROM kolibra.brand_days WHERE workspace_id = $1', [who.workspaceId])
    expect(rows.map(({ subject }) => subject).sort()).toEqual([...others].sort())
  })

  test('by two at once is erased once', async () => {
    const { who, leaving } = await fill()
    const answers = await Promise.all([1, 2].map(() => call(`POST /creators/${leaving}/erasures`, { personId: leaving }, who)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
  })
})

describe('what the law keeps', () => {
  test('stays locked under nobody’s name until its clock ends, then goes too', async () => {
    owner = await house.visit(await house.openWorkspace(), 'owner')
    for (let index = 0; index < 4; index += 1) await call('POST /creators', exampleCreator(index))
    const { body: campaign } = await call('POST /campaigns', CAMPAIGN)
    const { body: plan } = await call(`POST /campaigns/${campaign.id}/plans`)
    const [chosen] = plan.plan.chosen
    const { body: choice } = await call(`POST /campaigns/${campaign.id}/choices`, { planId: plan.id, creatorIds: [chosen] })
    await admin.query(
      `INSERT INTO kolibra.contracts SELECT workspace_id, gen_random_uuid(), campaign_id, deliverable_id, 'hash', 100, $2, $3 FROM kolibra.deliverables WHERE deliverable_id = $1`,
      [choice.items[0].id, new Date(TEST_NOW), owner.userId],
    )
    const { accountId, displayName } = (await call(`GET /creators/${chosen}`)).body.account
    const erased = await call(`POST /creators/${chosen}/erasures`, { personId: chosen })
    expect(erased.body.lockedUntil).toBe('2029-11-22')
    for (const words of [accountId, displayName]) expect([words, await findEverywhere(owner.workspaceId, words)]).toEqual([words, []])
    expect((await call(`GET /creators/${chosen}/loan`)).body.locked).toMatchObject({ until: '2029-11-22' })
    expect((await call(`GET /campaigns/${campaign.id}/deliverables`)).body.items).toHaveLength(1)
    await makeJobHandlers(house.server)['creators.refresh_rows']?.({ workspaceId: owner.workspaceId, subjectId: null })
    expect((await call('GET /creators')).body.items.map(({ id }: { id: string }) => id)).not.toContain(chosen)
    const end = () => makeJobHandlers(house.server)['persons.end_clock']?.({ workspaceId: owner.workspaceId, subjectId: chosen })
    await end()
    expect((await call(`GET /creators/${chosen}`)).status).toBe(200)
    house.clock.nowMs = Date.parse('2029-11-22T16:00:00Z')
    await end()
    await end()
    const { rows } = await admin.query('SELECT 1 FROM kolibra.deliverables WHERE creator_id = $1', [chosen])
    expect(rows).toEqual([])
    house.clock.nowMs = TEST_NOW
  })
})
