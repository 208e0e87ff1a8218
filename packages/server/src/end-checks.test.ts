import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { makeJobHandlers } from './job-handlers.ts'
import { refreshRows } from './selection/index.ts'
import { CAMPAIGN, exampleCreator, FACTS } from './test/campaign-example.ts'
import { openTestHouse, TEST_NOW, type TestHouse, type Visitor } from './test/test-house.ts'

const DAY_MS = 86_400_000
let house: TestHouse
let admin: Pool
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  admin = new Pool({ connectionString: house.adminUrl, max: 2 })
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

const answerSchema = z.looseObject({
  id: z.string().default(''),
  checkId: z.string().default(''),
  items: z.array(z.looseObject({ id: z.string().default(''), creatorId: z.string().default('') })).default([]),
  plan: z.object({ chosen: z.array(z.string()) }).optional(),
  check: z.object({ checkId: z.string() }).optional(),
})
async function ask(line: string, body?: unknown) {
  const [method, path] = line.split(' ')
  return answerSchema.parse(await (await owner.send(`${method} /api/v1${path}`, body)).json())
}
const check = async (facts: object) => (await ask('POST /checks', { ...FACTS, ...facts })).checkId
async function isKept(checkId: string): Promise<boolean> {
  const { rows } = await admin.query('SELECT 1 FROM kolibra.checks WHERE workspace_id = $1 AND check_id = $2', [owner.workspaceId, checkId])
  return rows.length > 0
}
async function runAt(nowMs: number, job: string, subjectId: string): Promise<void> {
  house.clock.nowMs = nowMs
  await makeJobHandlers(house.server)[job]?.({ workspaceId: owner.workspaceId, subjectId })
  house.clock.nowMs = TEST_NOW
}
const expireAt = (nowMs: number) => runAt(nowMs, 'checks.expire', '2026-11-22')

/** A creator under contract whose draft was checked. */
async function draft() {
  for (let index = 0; index < 4; index += 1) await ask('POST /creators', exampleCreator(index))
  await house.inWorkspace(owner.workspaceId, refreshRows)
  const { id: campaignId } = await ask('POST /campaigns', CAMPAIGN)
  const { id: planId, plan } = await ask(`POST /campaigns/${campaignId}/plans`)
  const { items } = await ask(`POST /campaigns/${campaignId}/choices`, { planId, creatorIds: plan?.chosen })
  const [{ id: deliverableId, creatorId } = { id: '', creatorId: '' }] = items
  await ask(`POST /campaigns/${campaignId}/contracts`, { deliverableId })
  const kept = await ask(`POST /deliverables/${deliverableId}/drafts`, { facts: { ...FACTS, text: '国家级配方。' } })
  return { creatorId, checkId: kept.check?.checkId ?? '' }
}

describe('a kept check', () => {
  test('goes when 180 days are over, not before, by one job a day and with an event', async () => {
    const checkId = await check({})
    await check({})
    const { rows } = await admin.query(
      `SELECT run_at FROM graphile_worker._private_jobs WHERE key = 'checks.expire:' || $1 || ':2026-11-22'`,
      [owner.workspaceId],
    )
    expect(rows.map(({ run_at }) => new Date(run_at).toISOString())).toEqual(['2027-05-21T16:00:00.000Z'])
    await expireAt(Date.parse('2027-05-21T15:59:59Z'))
    expect(await isKept(checkId)).toBe(true)
    await expireAt(Date.parse('2027-05-21T16:00:00Z'))
    expect(await isKept(checkId)).toBe(false)
    const { rows: events } = await admin.query('SELECT name FROM kolibra.events WHERE subject_id = $1 ORDER BY event_id', [checkId])
    expect(events.map(({ name }) => name)).toEqual(['text.checked', 'check.expired'])
  })

  test('of a draft stays as long as the law keeps the draft, and goes with it', async () => {
    const { creatorId, checkId } = await draft()
    await expireAt(TEST_NOW + 400 * DAY_MS)
    expect((await owner.send(`POST /api/v1/creators/${creatorId}/erasures`, { personId: creatorId })).status).toBe(201)
    expect(await isKept(checkId)).toBe(true)
    await runAt(TEST_NOW + 1200 * DAY_MS, 'persons.end_clock', creatorId)
    expect(await isKept(checkId)).toBe(false)
  })

  test('that found or was called by somebody goes with their erasure; others stay', async () => {
    const { id } = await ask('POST /creators', { ...exampleCreator(2), accountId: 'xhs_lin2026', displayName: '示例·林小北' })
    const about = await Promise.all([
      check({ text: '加微信 XHS_LIN2026 领券' }),
      check({ id: 'draft of 示例·林小北' }),
      check({ id: 'xhs_lin2026' }),
    ])
    const other = await check({ text: '国家级配方，加微信 abc123456 领券' })
    expect(await Promise.all(about.map(isKept))).toEqual([true, true, true])
    await owner.send(`POST /api/v1/creators/${id}/erasures`, { personId: id })
    expect(await Promise.all([...about, other].map(isKept))).toEqual([false, false, false, true])
  })
})
