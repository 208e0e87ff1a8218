import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeJobHandlers } from '../job-handlers.ts'
import { openDatabase, type OpenDatabase } from '../platform/database.ts'
import { BRIEF, FACTS } from '../test/campaign-example.ts'
import { openPortal, type PortalExample } from '../test/portal-example.ts'
import { sendBrief } from '../test/send-brief.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse, type Visitor } from '../test/test-house.ts'

const HOUR_MS = 3_600_000
// A Monday, eleven in the morning in Shanghai.
const MONDAY = Date.parse('2026-11-23T03:00:00.000Z')
let house: TestHouse
let ownerRole: OpenDatabase
let example: PortalExample
let postId: string

beforeAll(async () => {
  house = await openTestHouse()
  ownerRole = openDatabase(house.ownerUrl, { size: 1, onLost: () => undefined })
})
afterAll(async () => {
  await ownerRole.db.destroy()
  await house.close()
})
beforeEach(async () => {
  house.clock.nowMs = TEST_NOW
  example = await openPortal(house)
  postId = example.creators[0].postId
  house.clock.nowMs = MONDAY
})

const desk = (line: string, body?: unknown, who: Visitor = example.owner) => askJson(who, line, body)
const turns = async (who?: Visitor) => (await desk('GET /turns', undefined, who)).body.items
const find = async (kind: string) => (await turns()).filter((turn: { kind: string }) => turn.kind === kind)
const remind = () =>
  makeJobHandlers(house.server)['turns.remind']?.({ workspaceId: example.owner.workspaceId, subjectId: example.campaignId })
const reminded = () =>
  house.inWorkspace(example.owner.workspaceId, async (ctx) => {
    const rows = await ctx.tx
      .selectFrom('events')
      .select(['name', 'fields'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('name', 'like', '%.reminded_%')
      .orderBy('event_id')
      .execute()
    return rows.map(({ name, fields }) => [name, ...fields].join(' '))
  })
const nextJobs = async () => {
  const { rows } = await ownerRole.pool.query(
    "SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'turns.remind' AND key LIKE $1",
    [`%${example.campaignId}`],
  )
  return rows.map(({ run_at: at }) => new Date(at).toISOString())
}
const submitDraft = async () => {
  await example.put(postId, 'planned', 'drafting')
  await desk(`POST /deliverables/${postId}/drafts`, { facts: FACTS })
}

describe('the tasks', () => {
  test('show whose turn it is, and a draft that came as the desk’s with its clock', async () => {
    await submitDraft()
    expect(await find('review')).toMatchObject([
      { whose: 'desk', due: '2026-11-24T03:00:00.000Z', stage: 'open', count: 1, message: null, campaign: { id: example.campaignId } },
    ])
    expect(await find('answer')).toMatchObject([{ whose: 'creator', creatorId: example.creators[1].creatorId }])
  })

  test('hold the text for WeChat once the creator has a link, in other words when it is late', async () => {
    expect(await find('answer')).toMatchObject([{ message: null }, { message: null }])
    await example.put(postId, 'planned', 'contracted')
    const { phone, linkId } = await example.enter(example.creators[0].creatorId)
    await phone.ask(`POST /portal/${linkId}/requests`, { kind: 'accept', deliverableId: postId, text: null, field: null, at: null })
    const { due } = (await find('draft'))[0]
    expect((await find('draft'))[0].message).toContain('可以动笔了')
    house.clock.nowMs = Date.parse(`${due}T16:00:00Z`)
    expect((await find('draft'))[0]).toMatchObject({ stage: 'overdue', message: expect.stringMatching(/的初稿原定.*\n.*\/c\//s) })
  })

  test('hold the sending of a brief once, however many creators wait for it', async () => {
    await house.inWorkspace(example.owner.workspaceId, async (ctx) => {
      await ctx.tx.updateTable('briefs').set({ state: 'draft' }).where('workspace_id', '=', ctx.workspaceId).execute()
    })
    expect(await find('wait')).toMatchObject([{ whose: 'desk', creatorId: null, name: null, count: 2 }])
  })

  test('show a viewer whose turn it is, and no link', async () => {
    await example.makeLink(example.creators[0].creatorId)
    const viewer = await house.visit(example.owner.workspaceId, 'viewer')
    const seen = await turns(viewer)
    expect(seen.length).toBeGreaterThan(0)
    expect(JSON.stringify(seen)).not.toContain('/c/')
  })

  test('of another workspace are not seen', async () => {
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect(await turns(stranger)).toEqual([])
  })

  test('hold what a creator asked, until it is answered', async () => {
    const { phone, linkId } = await example.enter(example.creators[0].creatorId)
    const { body } = await phone.ask(`POST /portal/${linkId}/requests`, {
      kind: 'idea',
      deliverableId: postId,
      text: '示例·想法',
      field: null,
      at: null,
    })
    expect(await find('request')).toMatchObject([{ whose: 'desk', due: '2026-11-24T03:00:00.000Z' }])
    await desk(`POST /creator-requests/${body.id}/settlements`, { settlement: 'taken', note: null })
    expect(await find('request')).toEqual([])
  })

  test('hold a brief that waits for its reviewer', async () => {
    const { body } = await desk(`POST /campaigns/${example.campaignId}/briefs`, BRIEF)
    await desk(`POST /briefs/${body.id}/reviews`, { move: 'submit', note: null })
    expect(await find('brief_review')).toMatchObject([{ due: '2026-11-24T03:00:00.000Z' }])
  })
})

describe('the clock of a creator’s answer', () => {
  const must = async (line: string, body?: unknown) => {
    const answer = await desk(line, body)
    expect(answer.status, `${line} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
    return answer.body
  }

  test.each(['send', 'send_unreviewed'] as const)(
    'runs from the sending, is reminded of, and a note is owed a week later: %s',
    async (move) => {
      const brief = { ...BRIEF, responseHours: 48 }
      await sendBrief(must, { campaignId: example.campaignId, brief, move })
      expect(await find('answer')).toMatchObject([{ due: '2026-11-25T03:00:00.000Z' }, { due: '2026-11-25T03:00:00.000Z' }])
      expect((await find('party_note')).map(({ due }: { due: string }) => due)).toEqual(['2026-11-30'])
      house.clock.nowMs = MONDAY + 49 * HOUR_MS
      await remind()
      expect(await reminded()).toContain('creator.reminded_late answer creator')
    },
  )
})

describe('the clock of a question', () => {
  test('runs from the first word that nobody answered: anew for what is asked on, and on for more of it', async () => {
    const { phone, linkId } = await example.enter(example.creators[0].creatorId)
    const briefId = (await desk(`GET /campaigns/${example.campaignId}/briefs`)).body[0].id
    const dueOfQuestion = async () => (await find('question')).map(({ due }: { due: string }) => due)
    const { body } = await phone.ask(`POST /portal/${linkId}/questions`, { briefId, itemId: 'goal', words: '示例·可以吗' })
    const threadId = body.threads[0].id
    expect(await dueOfQuestion()).toEqual(['2026-11-24T03:00:00.000Z'])
    house.clock.nowMs = MONDAY + HOUR_MS
    await desk(`POST /threads/${threadId}/steps`, { move: 'answer', words: '示例·可以' })
    expect(await dueOfQuestion()).toEqual([])
    const askOn = () => phone.ask(`POST /portal/${linkId}/question-steps`, { briefId, threadId, move: 'ask_on', words: '示例·室内呢' })
    house.clock.nowMs = MONDAY + 2 * HOUR_MS
    expect((await askOn()).status).toBe(201)
    expect(await dueOfQuestion()).toEqual(['2026-11-24T05:00:00.000Z'])
    house.clock.nowMs = MONDAY + 3 * HOUR_MS
    await askOn()
    expect(await dueOfQuestion()).toEqual(['2026-11-24T05:00:00.000Z'])
  })
})

describe('reminders', () => {
  test('come once before the end and once after it, however often one looks', async () => {
    await submitDraft()
    await remind()
    expect(await reminded()).toEqual([])
    expect(await nextJobs()).toEqual(['2026-11-23T10:00:00.000Z'])
    house.clock.nowMs = MONDAY + 12 * HOUR_MS
    await Promise.all([remind(), remind()])
    expect(await reminded()).toEqual(['turn.reminded_early review desk'])
    house.clock.nowMs = MONDAY + 24 * HOUR_MS
    await remind()
    await remind()
    expect(await reminded()).toEqual(['turn.reminded_early review desk', 'turn.reminded_late review desk'])
  })

  test('that were missed come once, as late', async () => {
    await submitDraft()
    house.clock.nowMs = MONDAY + 30 * HOUR_MS
    await remind()
    expect(await reminded()).toEqual(['turn.reminded_late review desk'])
  })

  test('do not come for what was done in time, and come anew for the next draft', async () => {
    await submitDraft()
    await desk(`POST /deliverables/${postId}/reviews`, { move: 'request_changes', note: '示例·改一句' })
    house.clock.nowMs = MONDAY + 48 * HOUR_MS
    await remind()
    expect(await reminded()).toEqual(['creator.reminded_late revise creator'])
    await desk(`POST /deliverables/${postId}/drafts`, { facts: FACTS })
    house.clock.nowMs = MONDAY + 73 * HOUR_MS
    await remind()
    expect(await reminded()).toEqual(['creator.reminded_late revise creator', 'turn.reminded_late review desk'])
  })

  test('are looked for in the transaction of what begins a turn', async () => {
    await submitDraft()
    expect(await nextJobs()).toHaveLength(1)
  })
})
