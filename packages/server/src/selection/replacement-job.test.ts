import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeJobHandlers } from '../job-handlers.ts'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { makePlanRuns } from './plan-runs.ts'

let house: TestHouse
let owner: Visitor
let analyst: Visitor
const ask = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)

let campaignId: string
let chosen: string[]
const currentOf = async () => (await ask(`GET /campaigns/${campaignId}/plans/current`)).body
const versions = async (): Promise<number> => (await ask(`GET /campaigns/${campaignId}/plans`)).body.items.length
const orders = async (): Promise<string[]> => {
  const { rows } = await sql<{ key: string }>`SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'plans.replace'`.execute(
    house.server.owner,
  )
  return rows.map(({ key }) => key.split(':').slice(2).join(':')).filter((subject) => subject.startsWith(campaignId))
}
/** What another process would do with the order: it knows nothing of the plannings here. */
const runJob = (subjectId: string, runs = makePlanRuns()) =>
  makeJobHandlers(house.server, runs)['plans.replace']?.({ workspaceId: owner.workspaceId, subjectId })
const withdraw = (creatorId: string, replace = true) =>
  ask(`POST /campaigns/${campaignId}/invitations`, { creatorId, move: 'withdraw', from: 'proposed', replace })
const settled = async (runId: string) => {
  for (;;) {
    const { body } = await ask(`GET /campaigns/${campaignId}/plan-runs/${runId}`)
    if (!['waiting', 'solving', 'keeping'].includes(body.state)) return body
  }
}

beforeAll(async () => {
  house = await openTestHouse()
  const workspaceId = await house.openWorkspace()
  owner = await house.visit(workspaceId, 'owner')
  analyst = await house.visit(workspaceId, 'analyst')
  for (let index = 0; index < 8; index++) await ask('POST /creators', exampleCreator(index))
})
afterAll(() => house.close())
beforeEach(async () => {
  campaignId = (await ask('POST /campaigns', CAMPAIGN)).body.id
  const { body: plan } = await ask(`POST /campaigns/${campaignId}/plans`)
  chosen = plan.plan.chosen
  await ask(`POST /campaigns/${campaignId}/choices`, { planId: plan.id, creatorIds: chosen })
})

describe('the planning that a no begins', () => {
  test('is ordered in the transaction of the no, with ids only, and one that the process did not live to do is done by the job', async () => {
    const [no = ''] = chosen
    await withdraw(no, false)
    expect(await orders()).toEqual([])
    // The order of a process that ended at once: nothing of it is known here.
    const runId = '01a20000-0000-7000-8000-00000000abcd'
    await runJob([campaignId, no, runId].join(':'))
    const after = await currentOf()
    expect(after).toMatchObject({ version: 2, cause: 'withdrawn', causeCreatorId: no })
    expect(after.plan.chosen).not.toContain(no)
    await runJob([campaignId, no, runId].join(':'))
    expect(await versions()).toBe(2)
  })

  test('done here, the job finds nothing left to do, in this process and in another', async () => {
    const { body } = await withdraw(chosen[0] ?? '')
    const [order = '', ...more] = await orders()
    expect([order, more]).toEqual([[campaignId, chosen[0], body.runId].join(':'), []])
    expect(await settled(body.runId)).toMatchObject({ state: 'done', isAdopted: true, share: 1 })
    await runJob(order)
    expect(await versions()).toBe(2)
  })

  test('a version that was kept and not chosen when the process ended is chosen, not solved anew', async () => {
    const [no = ''] = chosen
    await withdraw(no, false)
    const runId = '01a20000-0000-7000-8000-00000000abce'
    await runJob([campaignId, no, runId].join(':'))
    const { id } = await currentOf()
    // As it was between the two transactions: only the database's own account may take a choice back.
    const admin = new Client({ connectionString: house.adminUrl })
    await admin.connect()
    await admin.query('DELETE FROM kolibra.plan_adoptions WHERE campaign_id = $1 AND plan_id = $2', [campaignId, id])
    await admin.end()
    expect((await currentOf()).id).not.toBe(id)
    await runJob([campaignId, no, runId].join(':'))
    expect([(await currentOf()).id, await versions()]).toEqual([id, 2])
  })

  test.each([
    ['of a campaign that is gone', () => '01a20000-0000-7000-8000-000000000002'],
    ['of a campaign in which nobody said no', () => campaignId],
  ])('an order %s does nothing', async (_, campaign) => {
    await runJob([campaign(), chosen[0], '01a20000-0000-7000-8000-00000000abcf'].join(':'))
    expect(await versions()).toBe(1)
  })
})

describe('planning again for a no', () => {
  const again = (creatorId: string | undefined, visitor = owner) =>
    ask(`POST /campaigns/${campaignId}/replacements`, { creatorId }, visitor)

  test('works where the no was kept without planning, and leaves its event', async () => {
    const [no = ''] = chosen
    await withdraw(no, false)
    const { status, body } = await again(no)
    expect(status).toBe(201)
    expect(await settled(body.runId)).toMatchObject({ state: 'done', isAdopted: true })
    expect((await currentOf()).plan.chosen).not.toContain(no)
    const events = await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx.selectFrom('events').select('name').where('campaign_id', '=', campaignId).where('subject_id', '=', no).execute(),
    )
    expect(events.map(({ name }) => name)).toEqual(['invitation.withdrawn', 'plan.replacement_asked'])
  })

  test('is refused to an analyst, for whoever said nothing, and when it was done already', async () => {
    const [no = '', other] = chosen
    await withdraw(no, false)
    expect((await again(no, analyst)).body.code).toBe('permission.denied')
    expect((await again(other)).body.code).toBe('invitation.not_in_plan')
    const { body } = await again(no)
    await settled(body.runId)
    expect((await again(no)).body.code).toBe('invitation.not_in_plan')
  })
})

describe('a repeated request for a plan', () => {
  test('is answered without solving: what would change the answer is not even read', async () => {
    const headers = { 'Idempotency-Key': 'plan-twice' }
    const line = `POST /api/v1/campaigns/${campaignId}/plans`
    const first = await (await owner.send(line, undefined, headers)).json()
    await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx.updateTable('campaigns').set({ campaign: '{}' }).where('campaign_id', '=', campaignId).execute(),
    )
    expect(await (await owner.send(line, undefined, headers)).json()).toEqual(first)
    expect((await owner.send(line, undefined, { 'Idempotency-Key': 'another' })).status).not.toBe(201)
  })
})
