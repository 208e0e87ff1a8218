import { AGREED_SILENCE } from '@kolibra/core/accounts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { updateBriefState } from '../briefs/index.ts'
import { makeJobHandlers } from '../job-handlers.ts'
import { openDatabase, type OpenDatabase } from '../platform/database.ts'
import { BRIEF, FACTS } from '../test/campaign-example.ts'
import { openPortal, type PortalExample } from '../test/portal-example.ts'
import { sendBrief as walkToCreators } from '../test/send-brief.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse } from '../test/test-house.ts'
import { approveSilent } from './approve-silent.ts'

let house: TestHouse
let example: PortalExample
let postId: string
let owner: OpenDatabase

beforeAll(async () => {
  house = await openTestHouse()
  owner = openDatabase(house.ownerUrl, { size: 1, onLost: () => undefined })
})
afterAll(async () => {
  await owner.db.destroy()
  await house.close()
})

const desk = (line: string, body?: unknown) => askJson(example.owner, line, body)
const stateOf = async () => (await desk(`GET /deliverables/${postId}`)).body.deliverable.state
const silences = async () => (await desk(`GET /campaigns/${example.campaignId}/silences`)).body.items
const submit = () => desk(`POST /deliverables/${postId}/drafts`, { facts: FACTS })
const runJob = () => makeJobHandlers(house.server)['drafts.approve_silent']?.({ workspaceId: example.owner.workspaceId, subjectId: postId })
const HOUR_MS = 3_600_000

async function sendBrief(autoApproveDays: number | null) {
  const { body } = await desk(`POST /campaigns/${example.campaignId}/briefs`, { ...BRIEF, autoApproveDays })
  await house.inWorkspace(example.owner.workspaceId, (ctx) => updateBriefState(ctx, { id: body.id, from: 'draft', to: 'sent' }))
}

async function walkBrief(move: 'send' | 'send_unreviewed', autoApproveDays: number) {
  const must = async (line: string, body?: unknown) => {
    const answer = await desk(line, body)
    expect(answer.status, `${line} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
    return answer.body
  }
  await walkToCreators(must, { campaignId: example.campaignId, brief: { ...BRIEF, autoApproveDays }, move })
}

beforeEach(async () => {
  house.clock.nowMs = TEST_NOW
  example = await openPortal(house)
  postId = example.creators[0].postId
  await sendBrief(2)
  await example.put(postId, 'planned', 'drafting')
})

describe('a draft that nobody answers', () => {
  test('runs under the clock of the brief from the day it came, and is not approved a moment early', async () => {
    await submit()
    // A Sunday: Monday and Tuesday are the brand's.
    expect(await silences()).toEqual([
      { deliverableId: postId, clock: { endsAt: '2026-11-24T16:00:00.000Z', isCertain: true }, approvedAt: null },
    ])
    const { rows } = await owner.pool.query("SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'drafts.approve_silent'")
    expect(rows.map(({ run_at: at }) => new Date(at).toISOString())).toContain('2026-11-24T16:00:00.000Z')
    house.clock.nowMs = Date.parse('2026-11-24T15:59:59.999Z')
    await runJob()
    expect(await stateOf()).toBe('draft_in_review')
  })

  test('counts as approved when it ends: by the actor "agreed silence", with its event, shown', async () => {
    await submit()
    house.clock.nowMs = Date.parse('2026-11-24T16:00:00.000Z')
    await runJob()
    await runJob()
    expect(await stateOf()).toBe('approved')
    expect(await silences()).toEqual([{ deliverableId: postId, clock: null, approvedAt: '2026-11-24T16:00:00.000Z' }])
    const events = await house.inWorkspace(example.owner.workspaceId, (ctx) =>
      ctx.tx
        .selectFrom('events')
        .select(['actor_id', 'actor_role', 'subject_id'])
        .where('workspace_id', '=', ctx.workspaceId)
        .where('name', '=', 'draft.approved_by_silence')
        .execute(),
    )
    expect(events).toEqual([{ actor_id: AGREED_SILENCE.id, actor_role: 'agreed_silence', subject_id: postId }])
  })

  test('starts the clock anew with the next draft', async () => {
    await submit()
    house.clock.nowMs = TEST_NOW + 24 * HOUR_MS
    await submit()
    house.clock.nowMs = Date.parse('2026-11-24T16:00:00.000Z')
    await runJob()
    expect(await stateOf()).toBe('draft_in_review')
    expect((await silences())[0].clock.endsAt).toBe('2026-11-25T16:00:00.000Z')
  })

  test.each(['send', 'send_unreviewed'] as const)(
    'that waited before the brief was sent has the whole time from then on: %s',
    async (move) => {
      await sendBrief(null)
      await submit()
      house.clock.nowMs = TEST_NOW + 24 * HOUR_MS
      await walkBrief(move, 1)
      // A Monday: Tuesday is the brand's.
      expect((await silences())[0].clock.endsAt).toBe('2026-11-24T16:00:00.000Z')
      const { rows } = await owner.pool.query(
        "SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'drafts.approve_silent' AND key LIKE $1",
        [`%${postId}`],
      )
      expect(rows.map(({ run_at: at }) => new Date(at).toISOString())).toEqual(['2026-11-24T16:00:00.000Z'])
      house.clock.nowMs = Date.parse('2026-11-24T16:00:00.000Z')
      await runJob()
      expect(await stateOf()).toBe('approved')
    },
  )

  test.each([
    ['nothing was agreed', null],
    ['the brief that was sent last agrees on more days', 3],
  ])('stays as it is where %s', async (_why, days) => {
    await submit()
    await sendBrief(days)
    house.clock.nowMs = Date.parse('2026-11-24T16:00:00.000Z')
    await runJob()
    expect(await stateOf()).toBe('draft_in_review')
  })

  test('stays with the desk where the clock ends beyond the published holidays, and says so', async () => {
    await sendBrief(30)
    await submit()
    expect((await silences())[0].clock).toEqual({ endsAt: '2027-01-01T16:00:00.000Z', isCertain: false })
    house.clock.nowMs = Date.parse('2027-03-01T16:00:00.000Z')
    await runJob()
    house.clock.nowMs = TEST_NOW
    expect(await stateOf()).toBe('draft_in_review')
  })

  test('stays as it was answered when the answer came first', async () => {
    await submit()
    await example.put(postId, 'draft_in_review', 'changes_requested')
    house.clock.nowMs = Date.parse('2026-11-30T16:00:00.000Z')
    await runJob()
    expect([await stateOf(), await silences()]).toEqual(['changes_requested', []])
  })

  test('is approved once when two processes find it at the same moment', async () => {
    await submit()
    house.clock.nowMs = Date.parse('2026-11-30T16:00:00.000Z')
    const approve = () => house.inWorkspace(example.owner.workspaceId, (ctx) => approveSilent(ctx, postId))
    await Promise.all([approve(), approve()])
    const reviews = await house.inWorkspace(example.owner.workspaceId, (ctx) =>
      ctx.tx
        .selectFrom('reviews')
        .select('person_id')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('subject_id', '=', postId)
        .execute(),
    )
    expect(reviews).toEqual([{ person_id: AGREED_SILENCE.id }])
  })

  test('is no move of a member: the API does not take it', async () => {
    await submit()
    expect((await desk(`POST /deliverables/${postId}/reviews`, { move: 'approve_by_silence', note: null })).status).toBe(422)
  })
})
