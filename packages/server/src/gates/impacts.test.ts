import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refreshRows } from '../selection/index.ts'
import { BRIEF, CAMPAIGN, exampleCreator, FACTS, OWN_RULES } from '../test/campaign-example.ts'
import { examplePack } from '../test/pack-example.ts'
import { askJson as ask, openTestHouse, TEST_NOW, type TestHouse, type Visitor } from '../test/test-house.ts'
import { judgeCampaignAgain, listCreatorChanges } from './index.ts'

const DAY_MS = 86_400_000
const TEXT = '早晚都在用，比示例竞品更润。'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

interface Desk {
  readonly owner: Visitor
  readonly campaignId: string
  readonly creatorId: string
  readonly deliverableId: string
}

/** A campaign with a brief and one contracted post whose draft names a rival, which no rule forbids yet. */
async function openDesk(facts: object = {}): Promise<Desk> {
  const owner = await house.visit(await house.openWorkspace(), 'owner')
  for (let index = 0; index < 4; index += 1) await ask(owner, 'POST /creators', exampleCreator(index))
  await house.inWorkspace(owner.workspaceId, refreshRows)
  const { body: campaign } = await ask(owner, 'POST /campaigns', CAMPAIGN)
  const { body: plan } = await ask(owner, `POST /campaigns/${campaign.id}/plans`)
  const choice = { planId: plan.id, creatorIds: plan.plan.chosen }
  const { body: chosen } = await ask(owner, `POST /campaigns/${campaign.id}/choices`, choice)
  const [{ id: deliverableId, creatorId }] = chosen.items
  await ask(owner, `POST /campaigns/${campaign.id}/contracts`, { deliverableId })
  await ask(owner, `POST /campaigns/${campaign.id}/briefs`, { ...BRIEF, keyMessage: { zh: '示例竞品做不到的保湿。', en: 'Moist.' } })
  const draft = await ask(owner, `POST /deliverables/${deliverableId}/drafts`, { facts: { ...FACTS, text: TEXT, ...facts } })
  expect(draft.status).toBe(201)
  await judge({ owner, campaignId: campaign.id })
  return { owner, campaignId: campaign.id, creatorId, deliverableId }
}
const judge = ({ owner, campaignId }: Pick<Desk, 'owner' | 'campaignId'>) =>
  house.inWorkspace(owner.workspaceId, (ctx) => judgeCampaignAgain(ctx, campaignId, house.server.rulebook))
const list = async ({ owner }: Pick<Desk, 'owner'>, query = '') => (await ask(owner, `GET /rules/impacts${query}`)).body
const rulesGate = async ({ owner, campaignId, deliverableId }: Desk) => {
  const { body } = await ask(owner, `GET /campaigns/${campaignId}/gates`)
  const gate = body.gates.find((each: { gate: string }) => each.gate === 'rules')
  return gate.judgements.find(({ subject }: { subject: { id: string } }) => subject.id === deliverableId)
}
const codesOf = ({ findings }: { findings: { code: string }[] }) => findings.map(({ code }) => code)

describe('a rule that is added', () => {
  test('is told once for every brief and draft it touches, to their owners, and the gate stands on the new check', async () => {
    const desk = await openDesk()
    expect(await list(desk)).toEqual({ items: [], unseenMine: 0, nextCursor: null })
    await ask(desk.owner, 'POST /rules/own', { text: OWN_RULES })
    const atOnce = codesOf(await rulesGate(desk))
    expect([atOnce.includes('draft.check_stale'), atOnce.includes('own.rival')]).toEqual([false, true])
    await judge(desk)
    await judge(desk)
    const { items, unseenMine } = await list(desk)
    const change = { ruleId: 'own.rival', title: { zh: '不提竞品' }, before: null, after: 'error', words: ['示例竞品'] }
    const told = { owner: { name: 'Owner' }, effectiveOn: '2026-11-22', changes: [change], seen: null, campaign: { id: desk.campaignId } }
    expect(items).toHaveLength(2)
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ stage: 'brief' }),
        expect.objectContaining({
          stage: 'draft',
          subject: expect.objectContaining({ id: desk.deliverableId, label: expect.stringContaining('测试达人') }),
        }),
      ]),
    )
    for (const item of items) expect(item).toMatchObject(told)
    expect(unseenMine).toBe(2)
    const judged = await rulesGate(desk)
    expect(codesOf(judged)).not.toContain('draft.check_stale')
    expect(judged).toMatchObject({ state: 'blocked' })
    expect(codesOf(judged)).toContain('own.rival')
    expect((await list(desk, `?campaign=${desk.campaignId}`)).items).toHaveLength(2)
  })

  test('that says the same of a text leaves its pass as it was', async () => {
    const desk = await openDesk({ text: '早晚都在用。' })
    const before = await rulesGate(desk)
    await ask(desk.owner, 'POST /rules/own', { text: OWN_RULES })
    // Neither while the campaign waits to be looked at again nor when it was.
    const waiting = await rulesGate(desk)
    await judge(desk)
    const after = await rulesGate(desk)
    for (const { state, inputHash } of [waiting, after]) expect([state, inputHash]).toEqual([before.state, before.inputHash])
    expect((await list(desk)).items.filter(({ stage }: { stage: string }) => stage !== 'brief')).toEqual([])
  })

  test('and suspended again is told both times', async () => {
    const desk = await openDesk()
    await ask(desk.owner, 'POST /rules/own', { text: OWN_RULES })
    await judge(desk)
    await ask(desk.owner, 'POST /rules/own.rival/suspensions', { reason: '示例·活动期间不用' })
    await judge(desk)
    const drafts = (await list(desk)).items.filter(({ stage }: { stage: string }) => stage === 'draft')
    expect(drafts.map(({ before, after }: { before: string; after: string }) => [before, after])).toMatchObject([
      ['error', expect.anything()],
      [expect.anything(), 'error'],
    ])
    expect(drafts[0].changes).toMatchObject([{ ruleId: 'own.rival', before: 'error', after: null }])
  })

  test('is told to the creator in one sentence of plain Chinese', async () => {
    const desk = await openDesk()
    await ask(desk.owner, 'POST /rules/own', { text: OWN_RULES })
    await judge(desk)
    const told = await house.inWorkspace(desk.owner.workspaceId, (ctx) => listCreatorChanges(ctx, desk.creatorId))
    const zh = '2026-11-22 起已生效：按《不提竞品》，您稿件里的“示例竞品”按现在的写法算违规，请修改后再提交。'
    expect(told).toEqual([{ deliverableId: desk.deliverableId, ruleId: 'own.rival', effectiveOn: '2026-11-22', zh }])
    const { body: others } = await ask(desk.owner, 'GET /creators?limit=4')
    const other = others.items.find(({ id }: { id: string }) => id !== desk.creatorId)
    expect(await house.inWorkspace(desk.owner.workspaceId, (ctx) => listCreatorChanges(ctx, other.id))).toEqual([])
  })
})

describe('a newer rulebook pack', () => {
  test('is told for every text on which it says something else, with the rule it no longer knows by name', async () => {
    const desk = await openDesk()
    const take = async (version: string, rules: string) => {
      const text = examplePack({ version, text: rules })
      expect((await ask(desk.owner, 'POST /rulebook/packs', { text })).status).toBe(201)
      await judge(desk)
    }
    await take('2999-01-01', OWN_RULES.replaceAll('own.', 'pack.'))
    const change = { ruleId: 'pack.rival', title: { zh: '不提竞品' } }
    const told = async () =>
      (await list(desk)).items.filter(
        ({ stage, changes }: { stage: string; changes: { ruleId: string }[] }) =>
          stage === 'draft' && changes.some(({ ruleId }) => ruleId === 'pack.rival'),
      )
    expect(await told()).toMatchObject([{ fromRulebook: house.server.rulebook.version, toRulebook: '2999-01-01' }])
    await take('2999-01-02', '- { kind: words, id: pack.none, terms: [示例] }')
    const gone = { fromRulebook: '2999-01-01', toRulebook: '2999-01-02', changes: [{ ...change, before: 'error', after: null }] }
    expect((await told())[0]).toMatchObject(gone)
    expect(await told()).toHaveLength(2)
  })
})

describe('a day that passes', () => {
  const later = OWN_RULES.replace("validFrom: '2026-01-01'", "validFrom: '2026-12-10'")

  test('a coming rule is foreseen for what has no day of its own, and not told again when its day comes', async () => {
    const desk = await openDesk({ publishAt: null })
    await ask(desk.owner, 'POST /rules/own', { text: later })
    await judge(desk)
    const foreseen = (await list(desk)).items
    expect(foreseen.map(({ stage, effectiveOn }: { stage: string; effectiveOn: string }) => [stage, effectiveOn]).sort()).toEqual([
      ['brief', '2026-12-10'],
      ['draft', '2026-12-10'],
    ])
    house.clock.nowMs = TEST_NOW + 18 * DAY_MS
    await judge(desk)
    const visitor = await house.visit(desk.owner.workspaceId, 'owner')
    const rival = (await list({ owner: visitor })).items.filter(({ changes }: { changes: { ruleId: string }[] }) =>
      changes.some(({ ruleId }) => ruleId === 'own.rival'),
    )
    expect(rival).toHaveLength(2)
    house.clock.nowMs = TEST_NOW
  })

  test('a rule that starts before the day of publication counts from its own day; one that starts after it does not touch the draft', async () => {
    const before = await openDesk({ publishAt: '2026-12-15' })
    const after = await openDesk({ publishAt: '2026-12-05' })
    for (const desk of [before, after]) {
      await ask(desk.owner, 'POST /rules/own', { text: later })
      await judge(desk)
    }
    const daysOf = async (desk: Desk) =>
      (await list(desk)).items
        .filter(({ stage }: { stage: string }) => stage !== 'brief')
        .map(({ effectiveOn }: { effectiveOn: string }) => effectiveOn)
    expect([await daysOf(before), await daysOf(after)]).toEqual([['2026-12-10'], []])
  })
})

describe('a live post', () => {
  test('is told of, and its gate stays as it was', async () => {
    const desk = await openDesk()
    await ask(desk.owner, `POST /deliverables/${desk.deliverableId}/reviews`, { move: 'approve', note: null })
    const publication = { url: 'https://example.com/1', publishedAt: '2026-11-22T04:00:00Z' }
    expect((await ask(desk.owner, `POST /deliverables/${desk.deliverableId}/publications`, publication)).status).toBe(201)
    await judge(desk)
    const before = await rulesGate(desk)
    await ask(desk.owner, 'POST /rules/own', { text: OWN_RULES })
    await judge(desk)
    const live = (await list(desk)).items.filter(({ stage }: { stage: string }) => stage === 'live')
    expect(live).toMatchObject([{ changes: [{ ruleId: 'own.rival', after: 'error' }], after: 'error' }])
    expect(await rulesGate(desk)).toEqual(before)
  })
})

describe('the list of impacts', () => {
  test('comes in pages that together are the whole, while each says how many wait', async () => {
    const desk = await openDesk()
    await ask(desk.owner, 'POST /rules/own', { text: OWN_RULES })
    await judge(desk)
    const { items: whole } = await list(desk)
    const first = await list(desk, '?limit=1')
    expect(first).toMatchObject({ items: [whole[0]], unseenMine: 2, nextCursor: whole[0].id })
    expect(await list(desk, `?limit=1&cursor=${first.nextCursor}`)).toMatchObject({ items: [whole[1]], unseenMine: 2, nextCursor: null })
    const bad = await ask(desk.owner, 'GET /rules/impacts?cursor=x')
    expect(bad.body).toMatchObject({ code: 'request.invalid', fields: [{ field: 'cursor' }] })
  })
})

describe('a receipt', () => {
  test('is kept once, with who gave it; a viewer gives none', async () => {
    const desk = await openDesk()
    await ask(desk.owner, 'POST /rules/own', { text: OWN_RULES })
    await judge(desk)
    const [first] = (await list(desk)).items
    const viewer = await house.visit(desk.owner.workspaceId, 'viewer')
    expect((await ask(viewer, `POST /rules/impacts/${first.id}/receipts`, {})).body.code).toBe('permission.denied')
    expect((await list({ owner: viewer })).unseenMine).toBe(0)
    expect((await ask(desk.owner, `POST /rules/impacts/${first.id}/receipts`, {})).status).toBe(201)
    expect((await ask(desk.owner, `POST /rules/impacts/${first.id}/receipts`, {})).body.code).toBe('state.lost_race')
    const { items, unseenMine } = await list(desk)
    expect(items[0]).toMatchObject({ id: first.id, seen: { by: 'Owner', at: '2026-11-22T04:00:00.000Z' } })
    expect(unseenMine).toBe(1)
    expect((await list(desk, '?unseen=true&mine=true')).items).toHaveLength(1)
    const { body: events } = await ask(desk.owner, `GET /campaigns/${desk.campaignId}/events`)
    expect(events.items.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['impact.seen', 'rules.touched']))
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask(stranger, `POST /rules/impacts/${first.id}/receipts`, {})).body.code).toBe('request.not_found')
  })
})
