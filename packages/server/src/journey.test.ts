import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refreshRows } from './selection/index.ts'
import { recordPasses } from './gates/index.ts'
import { BRIEF, CAMPAIGN, exampleCreator, FACTS } from './test/campaign-example.ts'
import { nameReviewer } from './test/name-reviewer.ts'
import { openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

let house: TestHouse
let owner: Visitor

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

async function call(method: string, path: string, body?: unknown) {
  const response = await owner.send(`${method} /api/v1${path}`, body)
  return { status: response.status, body: await response.json() }
}

describe('the journey from creators to the report', () => {
  test('goal, choice, brief, trust, rules, live, report', async () => {
    for (let index = 0; index < 6; index += 1) expect((await call('POST', '/creators', exampleCreator(index))).status).toBe(201)
    await house.inWorkspace(owner.workspaceId, refreshRows)
    const page = await call('GET', '/creators?limit=4&sort=-followers')
    expect(page.body).toMatchObject({ total: 6, items: [{ accountId: 'test-5', priceFen: 495_000 }, {}, {}, {}] })
    expect(page.body.items[0].viewsP50).toBeGreaterThan(0)
    const next = await call('GET', `/creators?limit=4&sort=-followers&cursor=${page.body.nextCursor}`)
    expect(next.body.items.map((row: { accountId: string }) => row.accountId)).toEqual(['test-1', 'test-0'])

    const campaign = await call('POST', '/campaigns', CAMPAIGN)
    expect(campaign.status).toBe(201)
    const id: string = campaign.body.id
    const plan = await call('POST', `/campaigns/${id}/plans`)
    expect(plan.body.plan.chosen.length).toBeGreaterThan(0)
    const creatorIds: string[] = plan.body.plan.chosen
    const choice = await call('POST', `/campaigns/${id}/choices`, { planId: plan.body.id, creatorIds })
    expect(choice.body.items).toHaveLength(creatorIds.length)
    const deliverableId: string = choice.body.items[0].id

    const spine = await call('GET', `/campaigns/${id}/gates`)
    expect(spine.body.gates.map((gate: { gate: string }) => gate.gate)).toEqual(['goal', 'choice', 'brief', 'trust', 'rules'])
    await waiveAll(id, ['goal', 'choice'])
    const contract = await call('POST', `/campaigns/${id}/contracts`, { deliverableId })
    expect(contract.status, JSON.stringify(contract.body)).toBe(201)
    expect((await call('GET', `/campaigns/${id}`)).body.frozen).toEqual({ ...contract.body.frozen, goal: CAMPAIGN.goal })
    const richer = { version: 1, campaign: { ...CAMPAIGN, budgetFen: 90_000_000 } }
    expect((await call('PUT', `/campaigns/${id}`, richer)).body).toMatchObject({ code: 'campaign.frozen', fields: ['budgetFen'] })
    const otherProduct = { version: 1, campaign: { ...CAMPAIGN, brand: 'Talmilch', product: { ...CAMPAIGN.product, name: 'Night cream' } } }
    expect((await call('PUT', `/campaigns/${id}`, otherProduct)).body).toMatchObject({
      code: 'campaign.frozen',
      fields: ['brand', 'product.name'],
    })
    const before = await call('GET', `/campaigns/${id}/gates`)
    const edited = await call('PUT', `/campaigns/${id}`, { version: 1, campaign: { ...CAMPAIGN, goal: null } })
    expect(edited.body).toMatchObject({ version: 2, campaign: { goal: null }, frozen: { goal: CAMPAIGN.goal } })
    expect((await call('GET', `/campaigns/${id}/gates`)).body.gates[0]).toEqual(before.body.gates[0])
    await house.inWorkspace(owner.workspaceId, (ctx) => recordPasses(ctx, id, house.server.rulebook))

    const brief = await call('POST', `/campaigns/${id}/briefs`, BRIEF)
    expect(brief.body).toMatchObject({ version: 1, state: 'draft' })
    const ask = async (line: string, body: unknown) => (await call(line.split(' ')[0] ?? '', line.split(' ')[1] ?? '', body)).body
    const { approval } = await nameReviewer(ask, id)
    const move = async (review: object) => {
      const moved = await call('POST', `/briefs/${brief.body.id}/reviews`, review)
      expect(moved.status, JSON.stringify(moved.body)).toBe(201)
    }
    await move({ move: 'submit', note: null })
    await move(approval)
    await waiveAll(id, ['brief', 'trust'])
    await move({ move: 'send', note: null })

    const bad = { ...FACTS, text: '国家级配方,全网最佳面霜,治愈湿疹。' }
    const first = await call('POST', `/deliverables/${deliverableId}/drafts`, { facts: bad })
    expect(first.body.lint.verdict).toBe('error')
    expect((await call('POST', `/deliverables/${deliverableId}/reviews`, { move: 'request_changes', note: '请改' })).body).toMatchObject({
      state: 'changes_requested',
      revisionRounds: 1,
    })
    const second = await call('POST', `/deliverables/${deliverableId}/drafts`, { facts: FACTS })
    expect(second.body, JSON.stringify(second.body)).toMatchObject({ version: 2, lint: { verdict: 'pass' } })
    await call('POST', `/deliverables/${deliverableId}/reviews`, { move: 'approve', note: null })
    const published = await call('POST', `/deliverables/${deliverableId}/publications`, PUBLICATION)
    expect(published.status, JSON.stringify(published.body)).toBe(201)
    const later = { metrics: { ...PUBLICATION.metrics, views: 12_000, observedAt: '2026-12-12T04:00:00Z' } }
    expect((await call('POST', `/deliverables/${deliverableId}/observations`, later)).status).toBe(201)

    const report = await call('GET', `/campaigns/${id}/report`)
    expect(report.status, JSON.stringify(report.body)).toBe(200)
    expect(report.body.posts.find((post: { url: string | null }) => post.url !== null).views).toMatchObject({
      value: 12_000,
      source: 'screenshot',
    })
    expect(report.body.frozen).toEqual(contract.body.frozen)
    const events = await call('GET', `/campaigns/${id}/events`)
    const names = events.body.items.map((event: { name: string }) => event.name)
    expect(names).toEqual(
      expect.arrayContaining(['campaign.opened', 'goal.frozen', 'brief.sent', 'deliverable.published', 'post.observed']),
    )

    const other: string | undefined = choice.body.items[1]?.id
    if (other === undefined) throw new Error('the plan of the test must choose two creators')
    await waiveAll(id, ['goal', 'choice'])
    expect((await call('POST', `/campaigns/${id}/contracts`, { deliverableId: other })).status).toBe(201)
    await call('POST', `/deliverables/${other}/drafts`, { facts: bad })
    await call('POST', `/deliverables/${other}/reviews`, { move: 'approve', note: null })
    const blocked = await call('POST', `/deliverables/${other}/publications`, PUBLICATION)
    expect(blocked.body).toMatchObject({ status: 409, code: 'gate.blocked', gate: 'rules' })
    expect(blocked.body.findings.length).toBeGreaterThan(0)
  })
})

const PUBLICATION = {
  url: 'https://example.com/post/1',
  publishedAt: '2026-12-05T04:00:00Z',
  metrics: { views: 9000, likes: 300, comments: 20, shares: 5, saves: 40, observedAt: '2026-12-06T04:00:00Z', source: 'screenshot' },
}

interface Judged {
  gate: string
  judgements: { subject: unknown; inputHash: string; findings: { code: string; severity: string; waivable: boolean }[] }[]
}

async function waiveAll(id: string, names: string[]) {
  const gates: Judged[] = (await call('GET', `/campaigns/${id}/gates`)).body.gates
  const waivers = gates
    .filter(({ gate }) => names.includes(gate))
    .flatMap(({ gate, judgements }) =>
      judgements.flatMap(({ subject, inputHash, findings }) =>
        findings
          .filter(({ severity, waivable }) => severity === 'block' && waivable)
          .map(({ code }) => ({ gate, code, subject, inputHash, reason: 'agreed in the test', evidence: 'note' })),
      ),
    )
  for (const waiver of waivers) expect((await call('POST', `/campaigns/${id}/waivers`, waiver)).status).toBe(201)
}
