import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { findCreatorVoice } from '../briefs/index.ts'
import { openDatabase } from '../platform/database.ts'
import { refreshRows } from '../selection/index.ts'
import { BRIEF, CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { nameReviewer } from '../test/name-reviewer.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { playBack, receiveBrief } from './play-back.ts'

let house: TestHouse
let owner: Visitor
let viewer: Visitor
let analyst: Visitor
let campaignId: string
let briefId: string
let planId: string
let planned: string[]
let creatorIds: string[]
let partyIds: string[]

const ASKED = {
  ...BRIEF,
  mustSay: [{ id: 's1', weight: 'must', text: { zh: '持妆 12 小时。', en: 'It stays on for 12 hours.' } }],
  mustNot: [{ id: 'n1', weight: 'must', text: { zh: '不要说「药妆」。', en: 'Do not say “cosmeceutical”.' } }],
  deliverables: [{ ...BRIEF.deliverables[0], id: 'd1', count: 1 }],
}
const said = (change = {}) => ({
  deliverables: [
    {
      itemId: 'd1',
      platform: 'xiaohongshu',
      format: 'note',
      count: 1,
      from: '2026-12-05',
      to: null,
      time: null,
      words: '12 小时持妆，我会拍早晚',
      ...change,
    },
  ],
  mustNot: ['n1'],
})

const call = async (line: string, body?: unknown, visitor = owner) => {
  const [method, path] = line.split(' ')
  const answer = await visitor.send(`${method} /api/v1${path}`, body)
  return { status: answer.status, body: await answer.json() }
}
const must = async (line: string, body?: unknown) => {
  const { status, body: answered } = await call(line, body)
  expect(status, `${line} ${JSON.stringify(answered)}`).toBeLessThan(300)
  return answered
}
const waive = async () => {
  const { gates } = await must(`GET /campaigns/${campaignId}/gates`)
  for (const { gate, judgements } of gates)
    for (const { subject, inputHash, findings } of judgements)
      for (const { code } of findings.filter((one: { severity: string; waivable: boolean }) => one.severity !== 'info' && one.waivable))
        await must(`POST /campaigns/${campaignId}/waivers`, { gate, code, subject, inputHash, reason: '示例·同意', evidence: '示例' })
}
const eventsOf = async (name: string) => {
  const { items } = await must(`GET /campaigns/${campaignId}/events`)
  return items.filter((one: { name: string }) => one.name === name)
}
const send = async (approval: object) => {
  await must(`POST /briefs/${briefId}/reviews`, { move: 'submit', note: null })
  await must(`POST /briefs/${briefId}/reviews`, approval)
  await waive()
  await must(`POST /briefs/${briefId}/reviews`, { move: 'send', note: null })
}
const linkOf = (chain: { links: { party: { id: string } }[] }, partyId = partyIds[0]) =>
  chain.links.find(({ party }) => party.id === partyId) ?? { party: { id: '' } }

beforeAll(async () => {
  house = await openTestHouse()
  const workspaceId = await house.openWorkspace()
  owner = await house.visit(workspaceId, 'owner')
  viewer = await house.visit(workspaceId, 'viewer')
  analyst = await house.visit(workspaceId, 'analyst')
  for (let index = 0; index < 4; index += 1) await must('POST /creators', exampleCreator(index))
  await house.inWorkspace(workspaceId, refreshRows)
})
afterAll(() => house.close())

let approval: object
beforeEach(async () => {
  campaignId = (await must('POST /campaigns', CAMPAIGN)).id
  const plan = await must(`POST /campaigns/${campaignId}/plans`)
  planId = plan.id
  planned = plan.plan.chosen
  creatorIds = planned.slice(0, 2)
  await must(`POST /campaigns/${campaignId}/choices`, { planId, creatorIds })
  ;({ approval } = await nameReviewer((line, body) => must(line, body), campaignId))
  briefId = (await must(`POST /campaigns/${campaignId}/briefs`, ASKED)).id
  await send(approval)
  const { items } = await must(`GET /campaigns/${campaignId}/parties`)
  partyIds = creatorIds.map((id) => items.find(({ creatorId }: { creatorId: string }) => creatorId === id)?.id)
})

const askedCreators = async () => {
  const { items } = await must(`GET /campaigns/${campaignId}/parties`)
  return items.flatMap(({ creatorId }: { creatorId: string | null }) => creatorId ?? []).sort()
}

describe('a creator is asked', () => {
  test('also when chosen after the brief was sent', async () => {
    expect(await askedCreators()).toEqual([...creatorIds].sort())
    const later = planned.slice(0, 3)
    await must(`POST /campaigns/${campaignId}/choices`, { planId, creatorIds: later })
    expect(later).toHaveLength(3)
    expect(await askedCreators()).toEqual([...later].sort())
  })

  test('also where the brief was sent before creators were parties', async () => {
    const folder = new URL('../../migrations/', import.meta.url)
    const name = readdirSync(folder).find((file) => file.endsWith('-creators-asked.sql')) ?? ''
    const migration = readFileSync(new URL(name, folder), 'utf8')
    await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx
        .deleteFrom('parties')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('campaign_id', '=', campaignId)
        .where('creator_id', 'is not', null)
        .execute(),
    )
    expect(await askedCreators()).toEqual([])
    const database = openDatabase(house.ownerUrl, { size: 1, onLost: () => undefined })
    for (let run = 0; run < 2; run += 1) await database.pool.query(migration)
    await database.db.destroy()
    expect(await askedCreators()).toEqual([...creatorIds].sort())
  })
})

const playFor = (partyId: string | undefined, playback: object, revision = 0) =>
  call(`POST /briefs/${briefId}/playbacks`, { actingFor: { partyId }, playback, revision })

describe('a playback', () => {
  test('without a difference from every creator acknowledges the version, and leaves who said it when', async () => {
    for (const partyId of partyIds) expect((await playFor(partyId, said())).status).toBe(201)
    const { body: chain } = await call(`GET /briefs/${briefId}/chain`)
    expect(linkOf(chain)).toMatchObject({ asked: { deliverables: [], mustSay: [], mustNot: [] }, differences: [], revision: 1 })
    expect((await must(`GET /campaigns/${campaignId}/briefs`))[0].state).toBe('acknowledged')
    expect(await eventsOf('brief.played_back')).toHaveLength(2)
    expect((await eventsOf('brief.played_back'))[0]).toMatchObject({ fields: expect.arrayContaining(['creator', 'entered_for']) })
    expect(JSON.stringify(await eventsOf('brief.played_back'))).not.toContain('持妆')
    expect(chain.moves.map(({ move }: { move: string }) => move)).toEqual(['submit', 'approve', 'send', 'acknowledge'])
    expect(chain.moves[1].by).toMatchObject({ name: '示例·林审核', typedBy: 'Owner' })
  })

  test('that differs keeps the brief gate amber until every difference is settled', async () => {
    const { body: chain } = await playFor(partyIds[0], said({ count: 2, words: '24 小时持妆' }))
    const { differences } = linkOf(chain) as unknown as { differences: { key: string; field: string }[] }
    expect(differences.map(({ field }) => field)).toEqual(['count', 'number', 'mustSay'])
    const amber = async () => {
      const { gates } = await must(`GET /campaigns/${campaignId}/gates`)
      return gates[2].judgements[0].findings.find(({ code }: { code: string }) => code === 'brief.understood_otherwise')
    }
    expect(await amber()).toMatchObject({ severity: 'warn' })
    const settle = (key: string, how: string, actingFor = {}) =>
      call(`POST /briefs/${briefId}/settlements`, { partyId: partyIds[0], key, how, note: '示例·按新', actingFor })
    const [count = { key: '' }, ...others] = differences
    expect((await settle(count.key, 'brief_stands')).body.code).toBe('playback.wrong_side')
    expect((await settle('gone', 'playback_stands')).body.code).toBe('playback.no_difference')
    expect((await settle(count.key, 'playback_stands', { partyId: partyIds[1] })).body.code).toBe('party.not_yours')
    const race = await Promise.all([settle(count.key, 'playback_stands'), settle(count.key, 'playback_stands')])
    expect(race.map(({ status }) => status).sort()).toEqual([201, 409])
    for (const { key } of others) expect((await settle(key, 'brief_stands', { partyId: partyIds[0] })).status).toBe(201)
    expect(await amber()).toBeUndefined()
    expect(await eventsOf('brief.settled')).toHaveLength(3)
  })

  test('is corrected by another one; the one that was overtaken is refused', async () => {
    await playFor(partyIds[0], said({ count: 2 }))
    const answers = await Promise.all([playFor(partyIds[0], said(), 1), playFor(partyIds[0], said(), 1)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('state.lost_race')
    expect(linkOf(answers.find(({ status }) => status === 201)?.body)).toMatchObject({ revision: 2, differences: [] })
  })

  test('is refused for rows the brief does not have, from a viewer, and from a company nobody let act', async () => {
    expect((await playFor(partyIds[0], said({ itemId: 'd9' }))).body).toMatchObject({ code: 'playback.strange_item', items: ['d9'] })
    const body = { actingFor: { partyId: partyIds[0] }, playback: said(), revision: 0 }
    expect((await call(`POST /briefs/${briefId}/playbacks`, body, viewer)).body.code).toBe('permission.denied')
    const { items } = await must(`POST /campaigns/${campaignId}/parties`, { role: 'mcn', name: '示例机构' })
    const mcn = items.find(({ role }: { role: string }) => role === 'mcn')
    expect((await playFor(mcn.id, said())).body.code).toBe('party.not_yours')
    expect((await playFor(undefined, said())).status).toBe(404)
  })

  test('of a later version is asked for what changed, once it was sent', async () => {
    await playFor(partyIds[0], said())
    const first = briefId
    briefId = (
      await must(`POST /campaigns/${campaignId}/briefs`, { ...ASKED, background: { zh: '换一句背景。', en: 'Another background.' } })
    ).id
    expect((await playFor(partyIds[0], said())).body.code).toBe('brief.not_sent')
    await send(approval)
    expect(linkOf(await must(`GET /briefs/${briefId}/chain`))).toMatchObject({
      asked: { deliverables: [], mustSay: [], mustNot: [] },
      revision: 0,
    })
    const later = { ...ASKED, deliverables: [{ ...ASKED.deliverables[0], windowTo: '2026-12-25' }] }
    briefId = (await must(`POST /campaigns/${campaignId}/briefs`, later)).id
    await send(approval)
    const asking = linkOf(await must(`GET /briefs/${briefId}/chain`))
    expect(asking).toMatchObject({
      asked: { deliverables: ['d1'], mustSay: [], mustNot: [] },
      playback: { deliverables: [], mustNot: ['n1'] },
    })
    const { body } = await playFor(partyIds[0], { ...said({ from: '2026-12-24' }), mustNot: [] })
    expect(linkOf(body)).toMatchObject({ differences: [], playback: { mustNot: ['n1'] } })
    expect(linkOf(await must(`GET /briefs/${first}/chain`))).toMatchObject({ revision: 1 })
  })
})

describe('a receipt', () => {
  test('is kept once per device, by a creator without an account too', async () => {
    const receive = () => call(`POST /briefs/${briefId}/receipts`, { actingFor: { partyId: partyIds[0] }, device: 'iPhone' })
    await Promise.all([receive(), receive()])
    await house.inWorkspace(owner.workspaceId, async (ctx) => {
      const voice = await findCreatorVoice(ctx, campaignId, creatorIds[0] ?? '')
      await receiveBrief(ctx, briefId, { voice, device: 'Android' })
      await playBack(ctx, briefId, { voice, playback: { ...said(), deliverables: [] } as never, revision: 0 })
    })
    const link = linkOf(await must(`GET /briefs/${briefId}/chain`)) as unknown as { receipts: { device: string }[]; differences: object[] }
    expect(link.receipts.map(({ device }) => device).sort()).toEqual(['', 'Android', 'iPhone'])
    expect(link.differences).toMatchObject([{ field: 'missing', itemId: 'd1' }])
    expect(await eventsOf('brief.received')).toHaveLength(2)
    expect((await call(`POST /briefs/${briefId}/receipts`, { actingFor: { partyId: partyIds[0] } }, viewer)).body.code).toBe(
      'permission.denied',
    )
  })
})

describe('a thread on an item', () => {
  const open = (thread: object, actingFor = {}) => call(`POST /briefs/${briefId}/threads`, { actingFor, thread })
  const step = (id: string, body: object, visitor = owner) => call(`POST /threads/${id}/steps`, body, visitor)
  const newest = (body: { threads: { id: string; state: string }[] }) => body.threads.at(-1) ?? { id: '', state: '' }

  test('is asked by a creator, answered by the desk, asked on and resolved', async () => {
    const creator = { partyId: partyIds[0] }
    const { body } = await open({ itemId: 's1', kind: 'question', words: '示例：12 小时有报告吗' }, creator)
    const { id } = newest(body)
    expect((await step(id, { move: 'answer', words: '' })).body.code).toBe('thread.words_missing')
    expect((await step(id, { move: 'answer', words: '示例', actingFor: creator })).body.code).toBe('thread.wrong_role')
    expect((await step(id, { move: 'answer', words: '示例', actingFor: { partyId: partyIds[1] } })).body.code).toBe('thread.wrong_role')
    expect(newest((await step(id, { move: 'answer', words: '示例：有，已发' })).body).state).toBe('answered')
    expect(newest((await step(id, { move: 'ask_on', words: '示例：没收到', actingFor: creator })).body).state).toBe('open')
    const race = await Promise.all([step(id, { move: 'resolve' }), step(id, { move: 'resolve' })])
    expect(race.map(({ status }) => status).sort()).toEqual([201, 409])
    for (const name of ['thread.opened', 'thread.answered', 'thread.asked', 'thread.resolved'])
      expect([name, (await eventsOf(name)).length]).toEqual([name, 1])
    expect(JSON.stringify(await eventsOf('thread.opened'))).not.toContain('报告')
  })

  test('with a suggestion that is accepted writes a version with that one change, unless the sentence changed meanwhile', async () => {
    const proposed = { zh: '持妆 8 小时。', en: 'It stays on for 8 hours.' }
    const suggestion = { itemId: 's1', kind: 'suggestion', words: '示例：只测了 8 小时', proposed }
    const one = newest((await open(suggestion)).body)
    const other = newest((await open({ ...suggestion, proposed: { zh: '持妆。', en: 'It stays on.' } })).body)
    expect((await step(one.id, { move: 'accept', actingFor: { partyId: partyIds[0] } })).body.code).toBe('thread.wrong_role')
    expect((await step(one.id, { move: 'accept' }, analyst)).body.code).toBe('permission.denied')
    expect(await must(`GET /campaigns/${campaignId}/briefs`)).toHaveLength(1)
    await must(`PUT /campaigns/${campaignId}/brief-copy`, { revision: 0, brief: { hashtags: [] } })
    expect((await step(one.id, { move: 'accept' })).status).toBe(201)
    // What a colleague is typing meanwhile stays.
    expect((await must(`GET /campaigns/${campaignId}/brief-copy`)).brief).toEqual({ hashtags: [] })
    const [version] = await must(`GET /campaigns/${campaignId}/briefs`)
    expect(version).toMatchObject({ version: 2, state: 'draft' })
    expect(version.brief.mustSay[0].text).toMatchObject(proposed)
    expect((await step(other.id, { move: 'accept' })).body.code).toBe('thread.item_changed')
    expect(newest((await step(other.id, { move: 'decline', words: '示例' })).body).state).toBe('declined')
    expect((await open({ ...suggestion, itemId: 'd1' })).body.code).toBe('brief.no_such_sentence')
    expect((await open({ ...suggestion, itemId: 'gone' })).status).toBe(404)
  })

  test('is not opened by a creator on what they cannot see, nor by a viewer', async () => {
    briefId = (await must(`POST /campaigns/${campaignId}/briefs`, ASKED)).id
    const question = { itemId: 's1', kind: 'question', words: '示例' }
    expect((await open(question, { partyId: partyIds[0] })).body.code).toBe('brief.not_sent')
    expect((await call(`POST /briefs/${briefId}/threads`, { thread: question }, viewer)).body.code).toBe('permission.denied')
  })
})

test('erasing a creator takes receipts, playbacks, settlements and words with them, and leaves those of others', async () => {
  for (const partyId of partyIds) {
    await playFor(partyId, said({ count: 2 }))
    await call(`POST /briefs/${briefId}/threads`, { actingFor: { partyId }, thread: { itemId: 's1', kind: 'question', words: '示例' } })
  }
  const [gone] = creatorIds
  const { personId, accounts } = await must(`POST /creators/${gone}/exports`)
  expect(JSON.stringify(accounts[0].briefs)).toContain('持妆')
  await must(`POST /creators/${gone}/erasures`, { personId })
  const counts = await house.inWorkspace(owner.workspaceId, async (ctx) => {
    const counted: number[] = []
    for (const table of ['brief_receipts', 'brief_playbacks', 'brief_threads', 'brief_thread_words']) {
      const { rows } = await sql<{
        n: number
      }>`SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE campaign_id = ${campaignId}`.execute(ctx.tx)
      counted.push(rows[0]?.n ?? 0)
    }
    return counted
  })
  expect(counts).toEqual([1, 1, 1, 1])
})
