import { planAskSchema } from '@kolibra/core/selection'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from './platform/context.ts'
import { gatherPlan } from './selection/gather-plan.ts'
import { planReplacement } from './selection/replacement.ts'
import { CAMPAIGN, exampleCreator } from './test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

let house: TestHouse
let owner: Visitor
let ids: string[]

const ask = (line: string, body?: unknown) => askJson(owner, line, body)
const move = (campaignId: string, creatorId: string, step: string, more: object = {}) => {
  const [name, from] = step.split(' from ')
  return ask(`POST /campaigns/${campaignId}/invitations`, { creatorId, move: name, from, ...more })
}
const runOf = (campaignId: string, body: object) => ask(`POST /campaigns/${campaignId}/plan-runs`, body)
async function waitFor(campaignId: string, runId: string) {
  for (;;) {
    const { body } = await ask(`GET /campaigns/${campaignId}/plan-runs/${runId}`)
    if (!['waiting', 'solving', 'keeping'].includes(body.state)) return body
  }
}
const adopt = (campaignId: string, planId: string, creatorIds: readonly string[]) =>
  ask(`POST /campaigns/${campaignId}/choices`, { planId, creatorIds })
const current = async (campaignId: string) => (await ask(`GET /campaigns/${campaignId}/plans/current`)).body
const posts = async (campaignId: string): Promise<{ id: string; creatorId: string; state: string }[]> =>
  (await ask(`GET /campaigns/${campaignId}/deliverables`)).body.items
const standing = async (campaignId: string, creatorId: string) =>
  (await ask(`GET /campaigns/${campaignId}/invitations`)).body.items.find((one: { creatorId: string }) => one.creatorId === creatorId)

/** A campaign with a chosen plan of creators of its own, so that one may be erased. */
async function openChosen() {
  owner = await house.visit(await house.openWorkspace(), 'owner')
  ids = []
  for (let index = 0; index < 8; index += 1) ids.push((await ask('POST /creators', exampleCreator(index))).body.id)
  const campaignId: string = (await ask('POST /campaigns', CAMPAIGN)).body.id
  const { body: plan } = await ask(`POST /campaigns/${campaignId}/plans`)
  const chosen: string[] = plan.plan.chosen
  expect((await adopt(campaignId, plan.id, chosen)).status).toBe(201)
  return { campaignId, planId: plan.id as string, chosen }
}

interface Judged {
  gate: string
  judgements: { subject: unknown; inputHash: string; findings: { code: string; severity: string; waivable: boolean }[] }[]
}
const gatesOf = async (campaignId: string): Promise<Judged[]> => (await ask(`GET /campaigns/${campaignId}/gates`)).body.gates

async function sign(campaignId: string, creatorId: string) {
  for (const { gate, judgements } of (await gatesOf(campaignId)).filter((one) => ['goal', 'choice'].includes(one.gate)))
    for (const { subject, inputHash, findings } of judgements)
      for (const { code } of findings.filter(({ severity, waivable }) => severity === 'block' && waivable))
        await ask(`POST /campaigns/${campaignId}/waivers`, {
          gate,
          code,
          subject,
          inputHash,
          reason: 'agreed in the test',
          evidence: 'note',
        })
  const post = (await posts(campaignId)).find((one) => one.creatorId === creatorId)
  const signed = await ask(`POST /campaigns/${campaignId}/contracts`, { deliverableId: post?.id })
  expect(signed.status, JSON.stringify(signed.body)).toBe(201)
}

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

describe('who said no', () => {
  test('is in no choice, and may be again once the answer is taken back', async () => {
    const { campaignId, planId, chosen } = await openChosen()
    const [no = ''] = chosen
    await move(campaignId, no, 'withdraw from proposed', { replace: false })
    expect((await adopt(campaignId, planId, chosen)).body).toMatchObject({ code: 'choice.includes_gone', creatorIds: [no] })
    await move(campaignId, no, 'reopen from withdrawn')
    expect((await adopt(campaignId, planId, chosen)).status).toBe(201)
  })

  test.each([
    ['one after the other', false],
    ['at the same moment', true],
  ])('two of them, %s, are both replaced, whichever planning ends first', async (_, isAtOnce) => {
    const { campaignId, chosen } = await openChosen()
    const noes = chosen.slice(0, 2)
    const say = (id: string) => move(campaignId, id, 'withdraw from proposed')
    const [one, other] = noes
    const answers = isAtOnce ? await Promise.all(noes.map(say)) : [await say(one ?? ''), await say(other ?? '')]
    for (const { body } of answers) expect((await waitFor(campaignId, body.runId)).state).toBe('done')
    const { plan } = await current(campaignId)
    const planned = (await posts(campaignId)).map(({ creatorId }) => creatorId)
    for (const id of noes) {
      expect(plan.chosen).not.toContain(id)
      expect(planned).not.toContain(id)
      expect(await standing(campaignId, id)).toMatchObject({ state: 'withdrawn', isInPlan: false })
    }
    expect(plan.chosen).toEqual(expect.arrayContaining(chosen.slice(2)))
    expect(planned.sort()).toEqual(plan.chosen.toSorted())
  })

  // Between the ask and the reading another no was kept: it refused the planning, which left the first in the plan.
  test.each([
    ['a no', async (campaignId: string, id: string) => move(campaignId, id, 'withdraw from proposed', { replace: false })],
    ['an erasure', async (_: string, id: string) => ask(`POST /creators/${id}/erasures`, { personId: id })],
  ])('%s after the planning for another was asked for is left out of it as well', async (_, leave) => {
    const { campaignId, chosen } = await openChosen()
    const [no = '', late = '', ...rest] = chosen
    await move(campaignId, no, 'withdraw from proposed', { replace: false })
    const read = <T>(work: (ctx: Context) => Promise<T>) => house.inWorkspace(owner.workspaceId, work)
    const task = await read((ctx) => planReplacement(ctx, campaignId, { creatorId: no, cause: 'withdrawn' }))
    expect(task?.origin.ask.keep.toSorted()).toEqual([late, ...rest].toSorted())
    expect((await leave(campaignId, late)).status).toBe(201)
    const asked = planAskSchema.parse(task?.origin.ask)
    const { request } = await read((ctx) => gatherPlan(ctx, campaignId, { ask: asked, keepsThoseLeft: true }))
    expect(request.keep?.toSorted()).toEqual(rest.toSorted())
    await expect(read((ctx) => gatherPlan(ctx, campaignId, { ask: asked, keepsThoseLeft: false }))).rejects.toThrow()
  })
})

describe('a contract', () => {
  test('is refused with who said no, until the invitation is open again', async () => {
    const { campaignId, chosen } = await openChosen()
    const [no = ''] = chosen
    const post = (await posts(campaignId)).find(({ creatorId }) => creatorId === no)
    await move(campaignId, no, 'withdraw from proposed', { replace: false })
    const refused = await ask(`POST /campaigns/${campaignId}/contracts`, { deliverableId: post?.id })
    expect([refused.status, refused.body.code, refused.body.creatorId]).toEqual([409, 'contract.creator_gone', no])
    expect((await posts(campaignId)).find(({ id }) => id === post?.id)?.state).toBe('planned')
    const { judgements = [] } = (await gatesOf(campaignId)).find(({ gate }) => gate === 'choice') ?? {}
    expect(judgements.filter(({ subject }) => JSON.stringify(subject).includes(no))).toEqual([])
    await move(campaignId, no, 'reopen from withdrawn')
    await sign(campaignId, no)
  })

  test('freezes what those chosen promise, not the plan they are a part of', async () => {
    const { campaignId, planId, chosen } = await openChosen()
    const [lone = ''] = chosen
    expect(chosen.length).toBeGreaterThan(2)
    expect((await adopt(campaignId, planId, [lone])).status).toBe(201)
    const { plan } = await current(campaignId)
    const choice = (await ask(`GET /campaigns/${campaignId}/plans/current/choice`)).body.plan
    expect(choice).toMatchObject({ whole: { creators: chosen.length, kpis: plan.kpis }, unplanned: 0 })
    const [planned] = plan.creators.filter(({ id }: { id: string }) => id === lone)
    expect(choice.costFen).toBe(planned.costFen + planned.feeRoomFen)
    await sign(campaignId, lone)
    expect((await adopt(campaignId, planId, chosen)).status).toBe(201)
    const { body: report } = await ask(`GET /campaigns/${campaignId}/report`)
    const [told] = report.kpis
    const of = (kpis: { name: string; p50: number }[]) => kpis.find(({ name }) => name === told.name)?.p50
    expect(told.p50).toBe(of(choice.kpis))
    expect(told.p50).toBeLessThan(of(plan.kpis) ?? 0)
  })
})

describe('who was erased', () => {
  test('is asked no more, is in no choice, and the others can still be replaced', async () => {
    const { campaignId, planId, chosen } = await openChosen()
    const [erased = '', no = '', ...rest] = chosen
    expect((await ask(`POST /creators/${erased}/erasures`, { personId: erased })).status).toBe(201)
    expect((await move(campaignId, erased, 'invite from proposed')).body.code).toBe('invitation.not_in_plan')
    expect(await standing(campaignId, erased)).toBeUndefined()
    expect((await adopt(campaignId, planId, chosen)).body.code).toBe('request.not_found')
    const { body } = await move(campaignId, no, 'withdraw from proposed')
    expect(await waitFor(campaignId, body.runId)).toMatchObject({ state: 'done', isAdopted: true })
    const { plan } = await current(campaignId)
    expect(plan.chosen).toEqual(expect.arrayContaining(rest))
    expect(plan.chosen).not.toContain(erased)
  })

  test('with a contract that the law keeps is nobody to plan with either', async () => {
    const { campaignId, planId, chosen } = await openChosen()
    const [erased = '', no = ''] = chosen
    await sign(campaignId, erased)
    expect((await ask(`POST /creators/${erased}/erasures`, { personId: erased })).body.lockedUntil).not.toBeNull()
    expect((await move(campaignId, erased, 'invite from proposed')).body.code).toBe('invitation.not_in_plan')
    expect((await adopt(campaignId, planId, chosen)).body.code).toBe('request.not_found')
    const kept = await runOf(campaignId, { keep: [erased] })
    expect(await waitFor(campaignId, kept.body.id)).toMatchObject({ state: 'refused', code: 'request.not_found' })
    const { body } = await move(campaignId, no, 'withdraw from proposed')
    expect(await waitFor(campaignId, body.runId)).toMatchObject({ state: 'done', isAdopted: true })
    expect((await posts(campaignId)).find(({ creatorId }) => creatorId === erased)?.state).toBe('contracted')
  })
})

describe('who is under contract', () => {
  test('is neither declined nor withdrawn, and stays in every plan and choice', async () => {
    const { campaignId, planId, chosen } = await openChosen()
    const [signed = '', ...others] = chosen
    await move(campaignId, signed, 'invite from proposed')
    expect(await standing(campaignId, signed)).toMatchObject({ isContracted: false, moves: ['accept', 'decline', 'withdraw'] })
    await sign(campaignId, signed)
    expect(await standing(campaignId, signed)).toMatchObject({ isContracted: true, moves: ['accept'] })
    for (const no of ['decline', 'withdraw'])
      expect((await move(campaignId, signed, `${no} from invited`)).body.code).toBe('invitation.contracted')
    expect((await adopt(campaignId, planId, others)).body).toMatchObject({ code: 'choice.drops_held', creatorIds: [signed] })
    const dropped = await runOf(campaignId, { drop: [signed] })
    expect(await waitFor(campaignId, dropped.body.id)).toMatchObject({ state: 'refused', code: 'request.invalid' })
    const { body: again } = await ask(`POST /campaigns/${campaignId}/plans`)
    expect(again.plan.chosen).toContain(signed)
    expect(again.plan.resolved.keep).toEqual([signed])
    expect(again.plan.creators.find(({ id }: { id: string }) => id === signed).pAccepts.p).toBe(1)
  })

  test('costs what was agreed, also where the plan that counts does not speak of them', async () => {
    const { campaignId, chosen } = await openChosen()
    const [signed = '', ...others] = chosen
    const { body: run } = await runOf(campaignId, { scenario: 'without', drop: [signed] })
    const { planId } = await waitFor(campaignId, run.id)
    await sign(campaignId, signed)
    // A choice from before contracts held their creators in the plan.
    await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx
        .insertInto('plan_adoptions')
        .values({
          workspace_id: ctx.workspaceId,
          campaign_id: campaignId,
          adoption: 2,
          plan_id: planId,
          creator_ids: others,
          adopted_by: owner.userId,
          adopted_at: ctx.now,
        })
        .execute(),
    )
    expect((await current(campaignId)).plan.chosen).not.toContain(signed)
    const choice = (await gatesOf(campaignId)).find(({ gate }) => gate === 'choice')
    const unpriced = choice?.judgements.filter(({ findings }) => findings.some(({ code }) => code === 'choice.price_unknown'))
    expect(unpriced).toEqual([])
  })
})
