import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

const NOBODY = '01a20000-0000-7000-8000-000000000001'
let house: TestHouse
let owner: Visitor
let analyst: Visitor
let viewer: Visitor
const ids: string[] = []

const ask = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)
const openCampaign = async (): Promise<string> => (await ask('POST /campaigns', CAMPAIGN)).body.id
const planIt = async (campaignId: string) => (await ask(`POST /campaigns/${campaignId}/plans`)).body
const adopt = (campaignId: string, plan: { id: string; plan: { chosen: string[] } }, more: object = {}) =>
  ask(`POST /campaigns/${campaignId}/choices`, { planId: plan.id, creatorIds: plan.plan.chosen, ...more })

/** Begins a planning and waits until it is over. */
async function runIt(campaignId: string, body: unknown) {
  const { body: run } = await ask(`POST /campaigns/${campaignId}/plan-runs`, body)
  return waitFor(campaignId, run.id)
}
async function waitFor(campaignId: string, runId: string) {
  for (;;) {
    const { body } = await ask(`GET /campaigns/${campaignId}/plan-runs/${runId}`)
    if (!['waiting', 'solving', 'keeping'].includes(body.state)) return body
  }
}
const move = (campaignId: string, creatorId: string, step: string, visitor = owner) => {
  const [name, from] = step.split(' from ')
  return ask(`POST /campaigns/${campaignId}/invitations`, { creatorId, move: name, from }, visitor)
}
const standing = async (campaignId: string, creatorId: string) =>
  (await ask(`GET /campaigns/${campaignId}/invitations`)).body.items.find((one: { creatorId: string }) => one.creatorId === creatorId)
const posts = async (campaignId: string): Promise<string[]> =>
  (await ask(`GET /campaigns/${campaignId}/deliverables`)).body.items.map(({ creatorId }: { creatorId: string }) => creatorId).sort()

/** A campaign with a chosen plan of some creators. */
async function openChosen() {
  const campaignId = await openCampaign()
  const plan = await planIt(campaignId)
  await adopt(campaignId, plan)
  return { campaignId, plan, chosen: plan.plan.chosen as string[] }
}

beforeAll(async () => {
  house = await openTestHouse()
  const workspaceId = await house.openWorkspace()
  owner = await house.visit(workspaceId, 'owner')
  analyst = await house.visit(workspaceId, 'analyst')
  viewer = await house.visit(workspaceId, 'viewer')
  for (let index = 0; index < 8; index++) ids.push((await ask('POST /creators', exampleCreator(index))).body.id)
})
afterAll(() => house.close())

describe('creators kept apart', () => {
  const planApart = async (apart: string[][]) => {
    const { body: campaign } = await ask('POST /campaigns', { ...CAMPAIGN, constraints: { apart } })
    return (await planIt(campaign.id)).plan
  }
  test('by their account ids, as people write them: at most one is chosen', async () => {
    const free = await planApart([])
    const [first, second] = free.chosen.map((id: string) => ids.indexOf(id))
    const { chosen } = await planApart([[`test-${first}`, `test-${second}`]])
    expect([first, second].filter((at) => chosen.includes(ids[at]))).toHaveLength(1)
  })
  test('by an id that nobody has: said, and nothing else changes', async () => {
    const { because, chosen } = await planApart([['test-0', 'test-404']])
    expect(because.join(' ')).toContain('nobody is test-404')
    expect(chosen).toEqual((await planApart([])).chosen)
  })
})

describe('versions of a plan', () => {
  test('are numbered, tell why they were made, and never change', async () => {
    const campaignId = await openCampaign()
    const first = await planIt(campaignId)
    const [locked = ''] = first.plan.chosen
    const run = await runIt(campaignId, { madeFrom: first.id, keep: [locked], budgetFen: 5_000_000 })
    const named = await runIt(campaignId, { scenario: '一半预算', madeFrom: first.id, budgetFen: 2_500_000 })
    expect([run.state, named.state, run.isAdopted]).toEqual(['done', 'done', false])
    const { body } = await ask(`GET /campaigns/${campaignId}/plans`, undefined, viewer)
    const told = body.items.map(({ version, cause, scenario, madeFrom, createdBy }: Record<string, unknown>) => ({
      version,
      cause,
      scenario,
      madeFrom,
      createdBy,
    }))
    const createdBy = expect.any(String)
    expect(told).toEqual([
      { version: 3, cause: 'scenario', scenario: '一半预算', madeFrom: first.id, createdBy },
      { version: 2, cause: 'locked', scenario: null, madeFrom: first.id, createdBy },
      { version: 1, cause: 'first', scenario: null, madeFrom: null, createdBy },
    ])
    expect(body.adoption).toBeNull()
    const { body: second } = await ask(`GET /campaigns/${campaignId}/plans/${run.planId}`)
    expect(second.plan.chosen).toContain(locked)
    expect(second.plan.costFen).toBeLessThanOrEqual(5_000_000)
    expect((await ask(`GET /campaigns/${campaignId}/plans/latest`)).body.id).toBe(run.planId)
    expect((await ask(`GET /campaigns/${campaignId}/plans/${first.id}`)).body).toEqual(first)
  })

  test('two that are made at once get two numbers', async () => {
    const campaignId = await openCampaign()
    const made = await Promise.all([planIt(campaignId), planIt(campaignId), planIt(campaignId)])
    expect(made.map(({ version }) => version).sort()).toEqual([1, 2, 3])
  })

  test('the plan is the newest version until one is chosen, then that one; a scenario may be chosen too', async () => {
    const campaignId = await openCampaign()
    const first = await planIt(campaignId)
    const current = async () => (await ask(`GET /campaigns/${campaignId}/plans/current`)).body.id
    expect(await current()).toBe(first.id)
    await adopt(campaignId, first)
    const second = await planIt(campaignId)
    expect(await current()).toBe(first.id)
    const named = await runIt(campaignId, { scenario: 'less', budgetFen: 2_000_000 })
    const { body: scenario } = await ask(`GET /campaigns/${campaignId}/plans/${named.planId}`)
    expect((await adopt(campaignId, scenario, { instead: second.id })).body).toMatchObject({
      code: 'state.lost_race',
      currentPlanId: first.id,
    })
    expect((await adopt(campaignId, scenario, { instead: first.id })).status).toBe(201)
    expect(await current()).toBe(scenario.id)
    expect(await posts(campaignId)).toEqual(scenario.plan.chosen.toSorted())
  })

  test.each([
    { why: 'a creator nobody knows', body: { keep: [NOBODY] }, end: { state: 'refused', code: 'request.not_found' } },
    {
      why: 'one locked and left out',
      body: () => ({ keep: [ids[0]], drop: [ids[0]] }),
      end: { state: 'refused', code: 'request.invalid' },
    },
  ])('a planning with $why ends without a version', async ({ body, end }) => {
    const campaignId = await openCampaign()
    expect(await runIt(campaignId, typeof body === 'function' ? body() : body)).toMatchObject({ ...end, planId: null })
    expect((await ask(`GET /campaigns/${campaignId}/plans`)).body.items).toEqual([])
  })

  test.each([
    { why: 'a list that is not there', body: { shortlistId: NOBODY }, code: 'request.not_found' },
    { why: 'a version that is not there', body: { madeFrom: NOBODY }, code: 'request.not_found' },
    { why: 'a budget of nothing', body: { budgetFen: 0 }, code: 'request.invalid' },
    { why: 'a budget below nothing', body: { budgetFen: -5 }, code: 'request.invalid' },
  ])('a planning is refused at once for $why', async ({ body, code }) => {
    const campaignId = await openCampaign()
    expect((await ask(`POST /campaigns/${campaignId}/plan-runs`, body)).body).toMatchObject({ code })
  })

  test('constraints that clash are kept as a version that says so', async () => {
    const campaignId = await openCampaign()
    const rule = { type: 'celebrity', minCount: 3, maxCount: null, minShare: null, maxShare: null }
    const { planId, state } = await runIt(campaignId, { scenario: 'stars', mix: [rule] })
    expect(state).toBe('done')
    const [head] = (await ask(`GET /campaigns/${campaignId}/plans`)).body.items
    expect(head).toMatchObject({ id: planId, isFeasible: false, creators: 0 })
  })

  test('a viewer plans nothing and cancels nothing; what is over cannot be cancelled; a stranger sees no run', async () => {
    const campaignId = await openCampaign()
    expect((await ask(`POST /campaigns/${campaignId}/plan-runs`, {}, viewer)).body.code).toBe('permission.denied')
    const { id } = await runIt(campaignId, {})
    const line = `/campaigns/${campaignId}/plan-runs/${id}`
    expect((await ask(`DELETE ${line}`, undefined, viewer)).body.code).toBe('permission.denied')
    expect((await ask(`DELETE ${line}`)).body.code).toBe('plan.run_over')
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask(`GET ${line}`, undefined, stranger)).body.code).toBe('request.not_found')
  })

  test('a repeated request gets the version it got before, and no second one is made', async () => {
    const campaignId = await openCampaign()
    const headers = { 'Idempotency-Key': 'plan-once' }
    const send = async () => (await owner.send(`POST /api/v1/campaigns/${campaignId}/plans`, undefined, headers)).json()
    expect((await send()).id).toBe((await send()).id)
    expect((await ask(`GET /campaigns/${campaignId}/plans`)).body.items).toHaveLength(1)
  })
})

describe('creators with several formats', () => {
  const note = exampleCreator(0).quotes?.[0]
  const offer = (index: number, offers: Record<string, number>) => {
    const quotes = Object.entries(offers).map(([format, listFen]) => ({ ...note, format, listFen }))
    return { ...exampleCreator(index), platform: 'weibo', quotes }
  }
  const formatsOf = (plan: { creators: { id: string; format: string }[] }) => new Map(plan.creators.map(({ id, format }) => [id, format]))
  const postOf = async (campaignId: string, creatorId: string) =>
    (await ask(`GET /campaigns/${campaignId}/deliverables`)).body.items.find((one: { creatorId: string }) => one.creatorId === creatorId)

  test('the posts follow the format of the plan, a lock keeps it, and after a no the others keep theirs', async () => {
    const { body: one } = await ask('POST /creators', offer(20, { post_direct: 900_000, post_repost: 100_000 }))
    const { body: two } = await ask('POST /creators', offer(21, { post_direct: 800_000 }))
    const body = { ...CAMPAIGN, platforms: ['weibo'], budgetFen: 1_200_000 }
    const { body: campaign } = await ask('POST /campaigns', body)
    const plan = await planIt(campaign.id)
    expect(Object.fromEntries(formatsOf(plan.plan))).toEqual({ [one.id]: 'post_repost', [two.id]: 'post_direct' })
    await adopt(campaign.id, plan)
    expect(await postOf(campaign.id, one.id)).toMatchObject({ format: 'post_repost', state: 'planned' })

    const formats = [{ creatorId: one.id, format: 'post_direct' }]
    const locked = await runIt(campaign.id, { keep: [one.id], formats })
    const { body: other } = await ask(`GET /campaigns/${campaign.id}/plans/${locked.planId}`)
    expect(Object.fromEntries(formatsOf(other.plan))).toEqual({ [one.id]: 'post_direct' })
    await adopt(campaign.id, other, { instead: plan.id })
    expect(await postOf(campaign.id, one.id)).toMatchObject({ format: 'post_direct', state: 'planned' })
    expect(await postOf(campaign.id, two.id)).toBeUndefined()
  })

  test('a no changes nothing of what the others were told', async () => {
    const { body: campaign } = await ask('POST /campaigns', { ...CAMPAIGN, platforms: ['weibo'], budgetFen: 1_200_000 })
    const plan = await planIt(campaign.id)
    await adopt(campaign.id, plan)
    const before = formatsOf(plan.plan)
    const dear = [...before].find(([, format]) => format === 'post_direct')?.[0] ?? NOBODY
    const { body } = await move(campaign.id, dear, 'withdraw from proposed')
    await waitFor(campaign.id, body.runId)
    const { body: after } = await ask(`GET /campaigns/${campaign.id}/plans/current`)
    before.delete(dear)
    expect(Object.fromEntries(formatsOf(after.plan))).toEqual(Object.fromEntries(before))
    expect(after.ask.formats).toEqual([...before].map(([creatorId, format]) => ({ creatorId, format })))
  })
})

describe('minimums and a chance that are asked for on the page', () => {
  const solveWith = async (campaignId: string, demands: object | null) => {
    const { planId } = await runIt(campaignId, { demands })
    return (await ask(`GET /campaigns/${campaignId}/plans/${planId}`)).body
  }

  test("stand in place of the campaign's, are told as met with their figures, and empty ones ask for nothing", async () => {
    const { body: campaign } = await ask('POST /campaigns', { ...CAMPAIGN, constraints: { minimum: { views: 10 } } })
    const asCampaign = await solveWith(campaign.id, null)
    expect(asCampaign.plan.met).toMatchObject([{ constraint: 'minimum.kpis.views', asked: 10 }])
    const demands = { minimum: { reach: 20 }, chance: { kpi: 'views', target: 30, atLeast: 0.5 } }
    const { plan, ask: kept } = await solveWith(campaign.id, demands)
    expect(kept.demands).toEqual(demands)
    expect(plan.met.map(({ constraint, asked }: { constraint: string; asked: number }) => [constraint, asked])).toEqual([
      ['minimum.kpis.reach', 20],
      ['chance', 0.5],
    ])
    for (const { asked, reached } of plan.met) expect(reached).toBeGreaterThanOrEqual(asked)
    expect((await solveWith(campaign.id, {})).plan.met).toBeUndefined()
  })

  test('beyond reach are named with what could be reached', async () => {
    const campaignId = await openCampaign()
    const { plan } = await solveWith(campaignId, { minimum: { views: 1e12 } })
    expect(plan.infeasible.clash).toContain('minimum.kpis.views')
    const smallest = plan.infeasible.smallest.find(({ constraint }: { constraint: string }) => constraint === 'minimum.kpis.views')
    expect(smallest.to).toBeGreaterThan(0)
  })

  test.each([
    ['below nothing', { minimum: { views: -1 } }],
    ['of a KPI that nobody forecasts', { minimum: { sales: 5 } }],
    ['with more than certainty', { chance: { kpi: 'views', target: 1, atLeast: 1.5 } }],
  ])('%s are refused at once', async (_, demands) => {
    const campaignId = await openCampaign()
    expect((await ask(`POST /campaigns/${campaignId}/plan-runs`, { demands })).body.code).toBe('request.invalid')
  })
})

describe('asking the creators of a plan', () => {
  test('proposed, invited, accepted; each step leaves who, when and an event', async () => {
    const { campaignId, chosen } = await openChosen()
    const [one = ''] = chosen
    expect(await standing(campaignId, one)).toMatchObject({ state: 'proposed', isInPlan: true, moves: ['invite', 'decline', 'withdraw'] })
    expect((await move(campaignId, one, 'invite from proposed')).status).toBe(201)
    const { body } = await move(campaignId, one, 'accept from invited')
    expect(body).toMatchObject({ runId: null, invitation: { state: 'accepted', steps: [{ to: 'invited' }, { to: 'accepted' }] } })
    const names = await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx.selectFrom('events').select('name').where('campaign_id', '=', campaignId).where('subject_id', '=', one).execute(),
    )
    expect(names.map(({ name }) => name)).toEqual(['invitation.sent', 'invitation.accepted'])
  })

  test('is refused to an analyst, from a wrong state, of strangers to the plan, and when somebody was faster', async () => {
    const { campaignId, chosen } = await openChosen()
    const [one = ''] = chosen
    const outside = ids.find((id) => !chosen.includes(id)) ?? NOBODY
    expect((await move(campaignId, one, 'invite from proposed', analyst)).body.code).toBe('permission.denied')
    expect((await move(campaignId, one, 'accept from proposed')).body).toMatchObject({
      code: 'invitation.wrong_state',
      allowed: ['invited'],
    })
    expect((await move(campaignId, outside, 'invite from proposed')).body.code).toBe('invitation.not_in_plan')
    const answers = await Promise.all([move(campaignId, one, 'invite from proposed'), move(campaignId, one, 'invite from proposed')])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('state.lost_race')
    const unchosen = await openCampaign()
    expect((await move(unchosen, one, 'invite from proposed')).body.code).toBe('invitation.not_in_plan')
  })

  test('a no plans again with the others locked; the new version is the plan and its posts follow', async () => {
    const { campaignId, plan, chosen } = await openChosen()
    const [no = '', yes = '', ...rest] = chosen
    for (const id of [no, yes]) await move(campaignId, id, 'invite from proposed')
    await move(campaignId, yes, 'accept from invited')
    const { body } = await move(campaignId, no, 'decline from invited')
    const run = await waitFor(campaignId, body.runId)
    expect(run).toMatchObject({ state: 'done', isAdopted: true })
    const { body: after } = await ask(`GET /campaigns/${campaignId}/plans/current`)
    expect(after).toMatchObject({ id: run.planId, version: 2, cause: 'declined', causeCreatorId: no, madeFrom: plan.id })
    expect(after.plan.chosen).toEqual(expect.arrayContaining([yes, ...rest]))
    expect(after.plan.chosen).not.toContain(no)
    expect(await posts(campaignId)).toEqual(after.plan.chosen.toSorted())
    expect(await standing(campaignId, no)).toMatchObject({ state: 'declined', isInPlan: false, moves: ['reopen'] })
  })

  test('a no may be kept without planning again', async () => {
    const { campaignId, chosen } = await openChosen()
    const body = { creatorId: chosen[0], move: 'withdraw', from: 'proposed', replace: false, note: ' 档期不合 ' }
    const { body: kept } = await ask(`POST /campaigns/${campaignId}/invitations`, body)
    expect(kept).toMatchObject({ runId: null, invitation: { state: 'withdrawn', steps: [{ note: '档期不合' }] } })
    expect((await ask(`GET /campaigns/${campaignId}/plans`)).body.items).toHaveLength(1)
  })

  test('no choice leaves out who was asked, and no planning either', async () => {
    const { campaignId, plan, chosen } = await openChosen()
    const [one = '', ...others] = chosen
    await move(campaignId, one, 'invite from proposed')
    const choice = await ask(`POST /campaigns/${campaignId}/choices`, { planId: plan.id, creatorIds: others })
    expect(choice.body).toMatchObject({ code: 'choice.drops_held', creatorIds: [one] })
    expect(await runIt(campaignId, { drop: [one] })).toMatchObject({ state: 'refused', code: 'request.invalid' })
    const again = await planIt(campaignId)
    expect(again.plan.chosen).toContain(one)
    expect(again.plan.resolved.keep).toEqual([one])
  })

  test('what a creator answered is their chance of a yes in the next campaign', async () => {
    const asked = await openChosen()
    const [one = ''] = asked.chosen
    await move(asked.campaignId, one, 'invite from proposed')
    house.clock.nowMs += 10 * 3_600_000
    const { body } = await move(asked.campaignId, one, 'decline from invited')
    await waitFor(asked.campaignId, body.runId)
    expect((await standing(asked.campaignId, one)).history).toMatchObject({ medianDelayHours: expect.any(Number) })
    const next = await planIt(await openCampaign())
    const told = next.plan.creators.find((creator: { id: string }) => creator.id === one)
    expect(told?.pAccepts.basis ?? 'left').toMatch(/own|left/)
    const { history } = await standing(asked.campaignId, one)
    expect(history.invited).toBeGreaterThan(0)
  })
})
