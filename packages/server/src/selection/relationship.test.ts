import { relationshipSchema } from '@kolibra/core/creators'
import { assessmentSchema } from '@kolibra/core/selection'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { openPortal, type PortalExample } from '../test/portal-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
let viewer: Visitor
let stranger: Visitor
let portal: PortalExample
let creatorId: string
const INCIDENT = {
  campaignId: null as string | null,
  side: 'creator',
  kind: 'late',
  severity: 'serious',
  on: '2026-11-20',
  words: '示例·晚了三天',
  evidence: 'https://example.com/chat',
}

beforeAll(async () => {
  house = await openTestHouse()
  portal = await openPortal(house)
  owner = portal.owner
  viewer = await house.visit(owner.workspaceId, 'viewer')
  stranger = await house.visit(await house.openWorkspace(), 'owner')
  creatorId = portal.creators[0].creatorId
})
afterAll(() => house.close())

const ask = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)
const read = async () => relationshipSchema.parse((await ask(`GET /creators/${creatorId}/relationship`)).body)
const numberOf = (all: Awaited<ReturnType<typeof read>>, code: string) => {
  const { k, n } = all.numbers.find((number) => number.code === code) ?? { k: null, n: -1 }
  return [k, n]
}
const pastWork = async (campaignId: string) => {
  const { body } = await ask(`GET /campaigns/${campaignId}/assessments?creators=${creatorId}`)
  return assessmentSchema.parse(body.items[0]).fit.parts.find(({ code }) => code === 'pastWork')
}

describe('a relationship', () => {
  test('nothing held is unknown, and what is planned counts as agreed only with a contract', async () => {
    const all = await read()
    expect(numberOf(all, 'agreed')).toEqual([0, 1])
    expect(numberOf(all, 'onTime')).toEqual([null, 0])
    expect(numberOf(all, 'praised')).toEqual([null, 0])
    expect(all.preferences).toMatchObject({ revision: 0, notedAt: null })
  })

  test('of nobody, or of another workspace, is not there', async () => {
    expect((await ask(`GET /creators/${creatorId}/relationship`, undefined, stranger)).body.code).toBe('request.not_found')
  })
})

describe('a no by the link', () => {
  test.each([
    ['taken, stands with the invitation too and is still one no', 'taken', [1, 1]],
    ['turned down, is one no', 'turned_down', [1, 1]],
  ])('%s', async (_, settlement, expected) => {
    const fresh = await openPortal(house)
    const [{ creatorId: whose, postId }] = fresh.creators
    const { phone, linkId } = await fresh.enter(whose)
    const no = { kind: 'decline', deliverableId: postId, text: '示例·档期冲突', field: null, at: null }
    const { body: sent } = await phone.ask(`POST /portal/${linkId}/requests`, no)
    const answer = { settlement, note: '示例·知道了' }
    expect((await ask(`POST /creator-requests/${sent.id}/settlements`, answer, fresh.owner)).status).toBe(201)
    const { body } = await ask(`GET /creators/${whose}/relationship`, undefined, fresh.owner)
    expect(numberOf(relationshipSchema.parse(body), 'declined')).toEqual(expected)
  })

  test('and another that the desk noted of an invitation are two', async () => {
    const fresh = await openPortal(house)
    const [{ creatorId: whose, postId }] = fresh.creators
    const { phone, linkId } = await fresh.enter(whose)
    const no = { kind: 'decline', deliverableId: postId, text: '示例', field: null, at: null }
    const sent = await phone.ask(`POST /portal/${linkId}/requests`, no)
    expect(sent).toMatchObject({ status: 201 })
    const turnedDown = { settlement: 'turned_down', note: '示例' }
    expect(await ask(`POST /creator-requests/${sent.body.id}/settlements`, turnedDown, fresh.owner)).toMatchObject({ status: 201 })
    const step = { creatorId: whose, note: null }
    const steps = `POST /campaigns/${fresh.campaignId}/invitations`
    expect(await ask(steps, { ...step, move: 'invite', from: 'proposed' }, fresh.owner)).toMatchObject({ status: 201 })
    expect(await ask(steps, { ...step, move: 'decline', from: 'invited' }, fresh.owner)).toMatchObject({ status: 201 })
    const { body } = await ask(`GET /creators/${whose}/relationship`, undefined, fresh.owner)
    expect(numberOf(relationshipSchema.parse(body), 'declined')).toEqual([2, 2])
  })
})

describe('an incident', () => {
  test('is recorded and stands one-sided: told, and no part of the fit', async () => {
    const before = await pastWork(portal.campaignId)
    const added = await ask(`POST /creators/${creatorId}/experiences`, { ...INCIDENT, campaignId: portal.campaignId })
    expect(added.status).toBe(201)
    expect(relationshipSchema.parse(added.body).experiences).toMatchObject([{ kind: 'late', severity: 'serious', answer: null }])
    const after = await pastWork(portal.campaignId)
    expect(after?.value).toBe(before?.value)
    expect(after?.because.zh).toContain('1 条仅单方陈述')
  })

  test.each([
    ['without severity', { severity: null }, 422, 'request.invalid'],
    ['of tomorrow', { on: '2099-01-01' }, 422, 'experience.not_yet'],
    ['of a campaign that is not here', { campaignId: '01a20000-0000-7000-8000-000000000001' }, 404, 'request.not_found'],
  ])('%s is refused', async (_, change, status, code) => {
    expect((await ask(`POST /creators/${creatorId}/experiences`, { ...INCIDENT, ...change })).body).toMatchObject({ status, code })
  })

  test('is read by a viewer and not recorded; a stranger finds nobody', async () => {
    expect((await ask(`POST /creators/${creatorId}/experiences`, INCIDENT, viewer)).body.code).toBe('permission.denied')
    expect((await ask(`POST /creators/${creatorId}/experiences`, INCIDENT, stranger)).body.code).toBe('request.not_found')
  })
})

describe('the other side', () => {
  test('is written down by the desk once; then it weighs in the fit of the next campaign', async () => {
    const { id: nextId } = (await ask('POST /campaigns', { ...CAMPAIGN, name: 'Next' })).body
    const before = await pastWork(nextId)
    const [incident] = (await read()).experiences
    const answer = { stance: 'agrees', words: '示例·确实晚了' }
    const path = `POST /experiences/${incident?.id ?? ''}/answers`
    expect((await ask(path, answer, viewer)).body.code).toBe('permission.denied')
    expect((await ask(path, answer, stranger)).body.code).toBe('request.not_found')
    expect((await ask(path, { ...answer, words: ' ' })).body.code).toBe('request.invalid')
    const kept = await ask(path, answer)
    expect(kept.body.experiences[0].answer).toMatchObject({ ...answer, from: 'desk' })
    expect((await ask(path, answer)).body).toMatchObject({ code: 'experience.answered', status: 409 })
    const after = await pastWork(nextId)
    expect(after?.because.en).toContain('With us: 0 for (days kept, praise) and 2 against')
    expect(after?.value ?? 1).toBeLessThan(before?.value ?? 1)
  })

  test('says it by their own link, which replaces what the desk wrote down, and nobody writes over it', async () => {
    const { phone, linkId } = await portal.enter(creatorId)
    const page = await phone.ask(`GET /portal/${linkId}/experiences`)
    expect(page.body.items).toMatchObject([{ kind: 'late', words: '示例·晚了三天', answer: { from: 'desk' } }])
    expect(JSON.stringify(page.body)).not.toContain('Owner')
    const own = { experienceId: page.body.items[0].id, stance: 'disputes', words: '示例·产品到得晚' }
    expect((await phone.ask(`POST /portal/${linkId}/experience-answers`, own)).status).toBe(201)
    expect((await phone.ask(`POST /portal/${linkId}/experience-answers`, own)).body.code).toBe('experience.answered')
    const [incident] = (await read()).experiences
    expect(incident?.answer).toMatchObject({ stance: 'disputes', from: 'creator' })
    const again = await ask(`POST /experiences/${incident?.id ?? ''}/answers`, { stance: 'agrees', words: '示例' })
    expect(again.body.code).toBe('experience.answered')
    const other = await portal.enter(portal.creators[1].creatorId)
    expect((await other.phone.ask(`POST /portal/${other.linkId}/experience-answers`, own)).body.code).toBe('request.not_found')
    expect((await other.phone.ask(`GET /portal/${other.linkId}/experiences`)).body.items).toEqual([])
  })
})

describe('what working with somebody should respect', () => {
  const note = { revision: 0, tone: '示例·轻松', products: '示例·面霜', refuses: '示例·药品' }
  test('is noted over what was read; of two at once one is told', async () => {
    const put = () => ask(`PUT /creators/${creatorId}/preferences`, note)
    const answers = await Promise.all([put(), put()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await read()).preferences).toMatchObject({ ...note, revision: 1 })
    expect((await ask(`PUT /creators/${creatorId}/preferences`, { ...note, tone: 5 })).body.code).toBe('request.invalid')
    expect((await ask(`PUT /creators/${creatorId}/preferences`, note, viewer)).body.code).toBe('permission.denied')
    expect((await ask(`PUT /creators/${creatorId}/preferences`, note, stranger)).body.code).toBe('request.not_found')
  })
})

describe('the person', () => {
  test('gets both sides’ words with the export, and they are gone with the person', async () => {
    const { id } = (await ask('POST /creators', exampleCreator(77))).body
    await ask(`POST /creators/${id}/experiences`, { ...INCIDENT, words: '示例·将被删除' })
    await ask(`PUT /creators/${id}/preferences`, { revision: 0, tone: '示例·偏好将被删除', products: '', refuses: '' })
    const exported = JSON.stringify((await ask(`POST /creators/${id}/exports`)).body)
    expect(exported).toContain('示例·将被删除')
    expect(exported).toContain('示例·偏好将被删除')
    expect((await ask(`POST /creators/${id}/erasures`, { personId: id })).status).toBeLessThan(300)
    const left = await house.inWorkspace(owner.workspaceId, async (ctx) => ({
      experiences: await ctx.tx.selectFrom('creator_experiences').select('words').where('creator_id', '=', id).execute(),
      preferences: await ctx.tx.selectFrom('creator_preferences').select('tone').where('creator_id', '=', id).execute(),
    }))
    expect(left).toEqual({ experiences: [], preferences: [] })
  })

  test('is told by nobody’s experiences when one is taken out', async () => {
    const praise = { ...INCIDENT, kind: 'praise', severity: null, words: '示例·配合好', evidence: null }
    const { body } = await ask(`POST /creators/${creatorId}/experiences`, praise)
    const id = relationshipSchema.parse(body).experiences.find(({ kind }) => kind === 'praise')?.id ?? ''
    expect(numberOf(await read(), 'praised')).toEqual([1, 2])
    expect((await ask(`DELETE /experiences/${id}`, undefined, viewer)).body.code).toBe('permission.denied')
    expect((await ask(`DELETE /experiences/${id}`, undefined, stranger)).body.code).toBe('request.not_found')
    expect((await ask(`DELETE /experiences/${id}`)).status).toBe(200)
    expect(numberOf(await read(), 'praised')).toEqual([0, 1])
  })
})
