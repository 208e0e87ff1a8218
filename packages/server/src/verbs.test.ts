import { FREEDOM_TABLE } from '@kolibra/core/briefs'
import { TIERS } from '@kolibra/core/creators'
import { FEE_TABLE, FIT_TABLE } from '@kolibra/core/selection'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BRIEF, CAMPAIGN, exampleCreator, FACTS, PRODUCT, OWN_RULES } from './test/campaign-example.ts'
import { exampleEntry } from './test/dossier-example.ts'
import { nameReviewer } from './test/name-reviewer.ts'
import { openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

const NOBODY = '01a20000-0000-7000-8000-000000000001'
const METRICS = { views: 1, observedAt: '2026-12-06T04:00:00Z', source: 'screenshot' }
const WAIVER = { gate: 'goal', code: 'goal.none', subject: { kind: 'campaign', id: 'campaign' }, inputHash: 'x', reason: 'because' }

const DECISION = { otherId: NOBODY, personId: NOBODY, otherPersonId: NOBODY }

const CHANNEL = { kind: 'wecom', name: '示例群', language: 'zh', events: [], address: 'https://example.com/robot', secret: null }

const TYPED_DAYS = { subject: 'brand:示例', metric: 'mentions', source: '示例', values: [{ day: '2026-11-20', value: 3 }] }

const EXPERIENCE = {
  campaignId: null,
  side: 'creator',
  kind: 'late',
  severity: 'minor',
  on: '2026-11-20',
  words: '示例',
  evidence: null,
}

/** Every verb that writes, with a body that fits, and the roles that may. */
const WRITES: [string, unknown, string][] = [
  ['POST /creators', exampleCreator(900), 'owner manager analyst'],
  [`POST /creators/${NOBODY}/notes`, exampleEntry('notes', ''), 'owner manager analyst'],
  [`POST /creators/${NOBODY}/engagements`, exampleEntry('engagements', ''), 'owner manager analyst'],
  [`POST /creators/${NOBODY}/clearances`, exampleEntry('clearances', ''), 'owner manager analyst'],
  [`POST /creators/${NOBODY}/absences`, exampleEntry('absences', ''), 'owner manager analyst'],
  [`POST /creators/${NOBODY}/incidents`, exampleEntry('incidents', ''), 'owner manager analyst'],
  [`POST /creators/${NOBODY}/experiences`, EXPERIENCE, 'owner manager analyst'],
  [`POST /experiences/${NOBODY}/answers`, { stance: 'agrees', words: '示例' }, 'owner manager analyst'],
  [`DELETE /experiences/${NOBODY}`, undefined, 'owner manager analyst'],
  [`PUT /creators/${NOBODY}/preferences`, { revision: 0, tone: '', products: '', refuses: '' }, 'owner manager analyst'],
  [`POST /creators/${NOBODY}/documents`, exampleEntry('documents', ''), 'owner manager'],
  [`POST /creators/${NOBODY}/merges`, DECISION, 'owner manager analyst'],
  [`POST /creators/${NOBODY}/separations`, DECISION, 'owner manager analyst'],
  [`POST /creators/${NOBODY}/decision-undos`, { otherId: NOBODY, decidedAt: '2026-11-22T04:00:00.000Z' }, 'owner manager analyst'],
  [`POST /creators/${NOBODY}/splits`, { personId: NOBODY }, 'owner manager analyst'],
  [`POST /creators/${NOBODY}/split-posts`, { postId: 'p1' }, 'owner manager analyst'],
  [`DELETE /creators/${NOBODY}/split-posts/p1`, undefined, 'owner manager analyst'],
  [`PUT /creators/${NOBODY}/loan`, { basis: 'consent', since: '2026-11-01', until: null, source: '授权书' }, 'owner manager'],
  [`POST /creators/${NOBODY}/loan-endings`, { reason: '示例' }, 'owner manager'],
  [`POST /creators/${NOBODY}/exports`, undefined, 'owner manager'],
  [`POST /creators/${NOBODY}/erasures`, { personId: NOBODY }, 'owner manager'],
  [`POST /creators/${NOBODY}/corrections`, { field: 'followers', value: 1 }, 'owner manager analyst'],
  [`DELETE /corrections/${NOBODY}`, undefined, 'owner manager analyst'],
  [`DELETE /notes/${NOBODY}`, undefined, 'owner manager analyst'],
  [`DELETE /engagements/${NOBODY}`, undefined, 'owner manager analyst'],
  [`DELETE /clearances/${NOBODY}`, undefined, 'owner manager analyst'],
  [`DELETE /absences/${NOBODY}`, undefined, 'owner manager analyst'],
  [`DELETE /incidents/${NOBODY}`, undefined, 'owner manager analyst'],
  [`DELETE /documents/${NOBODY}`, undefined, 'owner manager'],
  ['PUT /tier-table', { revision: 0, table: TIERS }, 'owner manager'],
  ['PUT /fee-table', { revision: 0, table: FEE_TABLE }, 'owner manager'],
  ['PUT /erasure-clock', { revision: 0, table: { workingDays: 15 } }, 'owner manager'],
  ['PUT /freedom-table', { revision: 0, table: FREEDOM_TABLE }, 'owner manager'],
  ['PUT /fit-table', { revision: 0, table: FIT_TABLE }, 'owner manager'],
  ['POST /rules/own', { text: OWN_RULES }, 'owner manager'],
  ['POST /rules/own/trials', { text: OWN_RULES, sample: FACTS }, 'owner manager'],
  ['PUT /rules/own/own.nobody', { revision: 1, text: OWN_RULES }, 'owner manager'],
  ['DELETE /rules/own/own.nobody', undefined, 'owner manager'],
  ['POST /rules/sources/checks', { source: '示例', lookedAt: '示例' }, 'owner manager analyst'],
  [
    'POST /rules/sources/checks',
    { source: '示例', lookedAt: '示例', change: { entryIds: ['own.a'], endsOn: '2026-12-31' } },
    'owner manager',
  ],
  [`POST /rules/impacts/${NOBODY}/receipts`, {}, 'owner manager analyst'],
  ['PUT /rules/sources/owners', { source: '示例', ownerId: NOBODY }, 'owner manager'],
  ['POST /rules/own.nobody/suspensions', { reason: '示例' }, 'owner'],
  ['DELETE /rules/own.nobody/suspensions', undefined, 'owner'],
  ['POST /rulebook/packs', { text: 'format: none' }, 'owner'],
  ['POST /rulebook/packs/2999-01-01/suspensions', { reason: '示例' }, 'owner'],
  ['DELETE /rulebook/packs/2999-01-01/suspensions', undefined, 'owner'],
  ['POST /saved-searches', { name: '示例搜索', isShared: true, query: {} }, 'owner manager analyst'],
  [`DELETE /saved-searches/${NOBODY}`, undefined, 'owner manager analyst'],
  ['POST /shortlists', { name: '示例名单', creatorIds: [] }, 'owner manager analyst'],
  [`POST /shortlists/${NOBODY}/entries`, { creatorIds: [NOBODY] }, 'owner manager analyst'],
  [`PUT /shortlists/${NOBODY}`, { revision: 0, name: '示例名单', entries: [] }, 'owner manager analyst'],
  [`DELETE /shortlists/${NOBODY}`, undefined, 'owner manager analyst'],
  ['POST /imports/pasted', { text: 'a\tb\n1\t2' }, 'owner manager analyst'],
  ['PUT /import-mappings', { name: 'm', columns: [{ header: 'a', target: { to: 'followers' } }] }, 'owner manager analyst'],
  [`DELETE /imports/${NOBODY}`, undefined, 'owner manager'],
  [`POST /import-uploads/${NOBODY}/readings`, {}, 'owner manager analyst'],
  [`POST /import-uploads/${NOBODY}/commit`, undefined, 'owner manager analyst'],
  [`DELETE /import-uploads/${NOBODY}`, undefined, 'owner manager analyst'],
  ['POST /channels', CHANNEL, 'owner manager analyst'],
  [
    `PUT /channels/${NOBODY}`,
    { revision: 1, name: 'n', language: 'zh', events: [], rhythm: 'daily', isPaused: true },
    'owner manager analyst',
  ],
  [`DELETE /channels/${NOBODY}`, undefined, 'owner manager analyst'],
  [`POST /channels/${NOBODY}/tests`, undefined, 'owner manager analyst'],
  [`POST /dead-letters/${NOBODY}/retries`, undefined, 'owner manager analyst'],
  [`DELETE /dead-letters/${NOBODY}`, undefined, 'owner manager analyst'],
  ['POST /checks', FACTS, 'owner manager analyst'],
  ['POST /campaigns', CAMPAIGN, 'owner manager'],
  [`PUT /campaigns/${NOBODY}`, { version: 1, campaign: CAMPAIGN }, 'owner manager'],
  ['POST /series/values', TYPED_DAYS, 'owner manager analyst'],
  [`DELETE /series/values/${NOBODY}`, undefined, 'owner manager analyst'],
  [`POST /campaigns/${NOBODY}/plans`, undefined, 'owner manager analyst'],
  [`POST /campaigns/${NOBODY}/plan-runs`, {}, 'owner manager analyst'],
  [`DELETE /campaigns/${NOBODY}/plan-runs/${NOBODY}`, undefined, 'owner manager analyst'],
  [`POST /campaigns/${NOBODY}/invitations`, { creatorId: NOBODY, move: 'invite', from: 'proposed' }, 'owner manager'],
  [`POST /campaigns/${NOBODY}/choices`, { planId: NOBODY, creatorIds: [] }, 'owner manager analyst'],
  [`POST /campaigns/${NOBODY}/contracts`, { deliverableId: NOBODY }, 'owner manager'],
  [`POST /campaigns/${NOBODY}/briefs`, BRIEF, 'owner manager'],
  [`PUT /campaigns/${NOBODY}/brief-copy`, { revision: 0, brief: {} }, 'owner manager'],
  [`DELETE /campaigns/${NOBODY}/brief-copies/1`, undefined, 'owner manager'],
  [`POST /campaigns/${NOBODY}/brief-editors`, {}, 'owner manager'],
  [`POST /campaigns/${NOBODY}/parties`, { role: 'agency', name: '示例' }, 'owner manager'],
  [`PUT /campaigns/${NOBODY}/note-rhythm`, { revision: 0, everyDays: 14 }, 'owner manager'],
  [`POST /campaigns/${NOBODY}/review-links`, { memberId: NOBODY }, 'owner manager'],
  [`POST /review-links/${NOBODY}/renewals`, { until: '2026-12-30' }, 'owner manager'],
  [`POST /review-links/${NOBODY}/revocations`, undefined, 'owner manager'],
  [`DELETE /parties/${NOBODY}`, undefined, 'owner manager'],
  [`POST /parties/${NOBODY}/members`, { userId: null, personName: '示例', duties: [] }, 'owner manager'],
  [`DELETE /party-members/${NOBODY}`, undefined, 'owner manager'],
  [`POST /briefs/${NOBODY}/receipts`, {}, 'owner manager analyst'],
  [`POST /briefs/${NOBODY}/playbacks`, { playback: { deliverables: [], mustNot: [] }, revision: 0 }, 'owner manager analyst'],
  [`POST /briefs/${NOBODY}/settlements`, { partyId: NOBODY, key: 'k', how: 'brief_stands' }, 'owner manager analyst'],
  [`POST /briefs/${NOBODY}/threads`, { thread: { itemId: 'goal', kind: 'question', words: '示例' } }, 'owner manager analyst'],
  [`POST /threads/${NOBODY}/steps`, { move: 'resolve' }, 'owner manager analyst'],
  [`POST /threads/${NOBODY}/steps`, { move: 'accept' }, 'owner manager'],
  [`POST /briefs/${NOBODY}/reviews`, { move: 'submit', note: null }, 'owner manager'],
  [`PUT /campaigns/${NOBODY}/product-proofs/${NOBODY}`, { ...PRODUCT, revision: 0 }, 'owner manager analyst'],
  [`POST /deliverables/${NOBODY}/drafts`, { facts: FACTS }, 'owner manager analyst'],
  [`POST /deliverables/${NOBODY}/reviews`, { move: 'approve', note: null }, 'owner manager'],
  [`POST /deliverables/${NOBODY}/publications`, { url: 'https://example.com', publishedAt: '2026-12-05T04:00:00Z' }, 'owner manager'],
  [`POST /deliverables/${NOBODY}/observations`, { metrics: METRICS }, 'owner manager'],
  [`POST /campaigns/${NOBODY}/waivers`, WAIVER, 'owner manager'],
  [`POST /campaigns/${NOBODY}/party-notes`, { partyId: NOBODY, after: 0, words: '示例', way: 'copied' }, 'owner manager analyst'],
  [`POST /party-notes/${NOBODY}/answers`, { itemId: 'goal', words: '示例' }, 'owner manager analyst'],
  [`POST /campaigns/${NOBODY}/creator-links`, { creatorId: NOBODY }, 'owner manager analyst'],
  [`POST /creator-links/${NOBODY}/renewals`, { until: '2026-12-01' }, 'owner manager analyst'],
  [`POST /creator-links/${NOBODY}/revocations`, undefined, 'owner manager analyst'],
  [`POST /creator-requests/${NOBODY}/settlements`, { settlement: 'taken', note: null }, 'owner manager analyst'],
]

let house: TestHouse
let workspaceId: string
const visitors = new Map<string, Visitor>()

beforeAll(async () => {
  house = await openTestHouse()
  workspaceId = await house.openWorkspace()
  for (const role of ['owner', 'manager', 'analyst', 'viewer'] as const) visitors.set(role, await house.visit(workspaceId, role))
})
afterAll(() => house.close())

async function call(line: string, body?: unknown, role = 'owner') {
  const [method, path] = line.split(' ')
  const answer = await visitors.get(role)?.send(`${method} /api/v1${path}`, body)
  return { status: answer?.status, body: await answer?.json() }
}

describe('the wrong actor is refused', () => {
  const cells = WRITES.flatMap(([line, body, roles]) => ['manager', 'analyst', 'viewer'].map((role) => [role, line, body, roles] as const))

  test.each(cells)('%s: %s', async (role, line, body, roles) => {
    const answer = await call(line, body, role)
    if (roles.split(' ').includes(role)) expect(answer.body.code).not.toBe('permission.denied')
    else expect(answer.body).toMatchObject({ code: 'permission.denied', status: 403, role })
  })

  test.each(WRITES)('a stranger to the workspace finds nothing: %s', async (line, body) => {
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    const campaign = await call('POST /campaigns', CAMPAIGN)
    const [method, path] = line.replace(NOBODY, campaign.body.id).split(' ')
    const own = [
      '/rules/own',
      '/rules/own/trials',
      '/rulebook/packs',
      '/rules/own.nobody/suspensions',
      '/creators',
      '/checks',
      '/campaigns',
      '/imports/pasted',
      '/tier-table',
      '/fit-table',
      '/fee-table',
      '/freedom-table',
      '/erasure-clock',
      '/import-mappings',
      '/saved-searches',
      '/shortlists',
      '/series/values',
      '/channels',
    ]
    if (path === undefined || own.includes(path)) return
    const answer = await stranger.send(`${method} /api/v1${path}`, body)
    expect(await answer.json()).toMatchObject({ code: 'request.not_found', status: 404 })
  })
})

describe('a campaign', () => {
  test('changes at the version that was read; a lost race is refused', async () => {
    const { body: opened } = await call('POST /campaigns', CAMPAIGN)
    const change = (name: string) => call(`PUT /campaigns/${opened.id}`, { version: 1, campaign: { ...CAMPAIGN, name } })
    const answers = await Promise.all([change('first'), change('second')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('state.lost_race')
    const { body: events } = await call(`GET /campaigns/${opened.id}/events`)
    expect(events.items[0]).toMatchObject({ name: 'campaign.changed', fields: ['name'], actor: { name: 'Owner', role: 'owner' } })
  })

  test('an event holds ids and field names, never what a person wrote', async () => {
    const { body: opened } = await call('POST /campaigns', { ...CAMPAIGN, name: 'a secret name' })
    const { body: events } = await call(`GET /campaigns/${opened.id}/events`)
    expect(JSON.stringify(events)).not.toContain('secret')
  })
})

describe('a brief', () => {
  test('gets versions, and one of two who move it at once is refused', async () => {
    const { body: campaign } = await call('POST /campaigns', CAMPAIGN)
    const { body: brief } = await call(`POST /campaigns/${campaign.id}/briefs`, BRIEF)
    const moves = await Promise.all([1, 2].map(() => call(`POST /briefs/${brief.id}/reviews`, { move: 'submit', note: null })))
    expect(moves.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(['state.lost_race', 'brief.wrong_state']).toContain(moves.find(({ status }) => status === 409)?.body.code)
    const { body: second } = await call(`POST /campaigns/${campaign.id}/briefs`, BRIEF)
    expect(second).toMatchObject({ version: 2, state: 'draft', author: { name: 'Owner' } })
    const { body: versions } = await call(`GET /campaigns/${campaign.id}/briefs`)
    expect(versions.map(({ version, state }: { version: number; state: string }) => [version, state])).toEqual([
      [2, 'draft'],
      [1, 'in_review'],
    ])
  })

  test('that is blocked is not sent: the refusal lists the findings', async () => {
    const { body: campaign } = await call('POST /campaigns', CAMPAIGN)
    const { body: brief } = await call(`POST /campaigns/${campaign.id}/briefs`, { ...BRIEF, paymentTerms: { en: '', zh: '' } })
    const { approval } = await nameReviewer(async (line, body) => (await call(line, body)).body, campaign.id)
    await call(`POST /briefs/${brief.id}/reviews`, { move: 'submit', note: null })
    expect((await call(`POST /briefs/${brief.id}/reviews`, approval)).body.state).toBe('approved')
    const { body: sent } = await call(`POST /briefs/${brief.id}/reviews`, { move: 'send', note: null })
    expect(sent.status).toBe(409)
    expect(sent.code).toMatch(/^gate\./)
  })
})

describe('creators, plan and choice', () => {
  test('a creator is typed in once', async () => {
    expect((await call('POST /creators', exampleCreator(1))).status).toBe(201)
    const again = await call('POST /creators', exampleCreator(1))
    expect(again.body).toMatchObject({ code: 'creator.known', status: 409 })
  })

  test('typed in by several people at the same time is kept once; the others learn its id', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => call('POST /creators', exampleCreator(77))))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    const kept = answers.find(({ status }) => status === 201)?.body.id
    for (const { body } of answers.filter(({ status }) => status === 409))
      expect(body).toMatchObject({ code: 'creator.known', creatorId: kept })
  })

  test('pages hold every creator once, whatever the order, unknown last', async () => {
    for (let index = 2; index < 6; index += 1) await call('POST /creators', exampleCreator(index))
    await call('POST /creators', { platform: 'douyin', accountId: 'unknown-1' })
    await call('POST /creators', { platform: 'douyin', accountId: 'unknown-2' })
    for (const sort of ['followers', '-followers', '-priceFen', 'name', '-viewsP50', 'interactRate']) {
      const seen: string[] = []
      let cursor = ''
      do {
        const { body } = await call(`GET /creators?limit=2&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`)
        seen.push(...body.items.map((row: { accountId: string }) => row.accountId))
        cursor = body.nextCursor ?? ''
      } while (cursor !== '')
      const { body } = await call('GET /creators?limit=200')
      expect([sort, new Set(seen).size, seen.length]).toEqual([sort, body.total, body.total])
      if (sort.includes('followers')) expect(seen.slice(-2)).toEqual(['unknown-1', 'unknown-2'])
    }
    expect((await call('GET /creators?q=unknown-&platform=douyin')).body.total).toBe(2)
    expect((await call('GET /creators?q=%25')).body.total).toBe(0)
  })

  test('an outdated plan cannot be chosen from', async () => {
    const { body: campaign } = await call('POST /campaigns', CAMPAIGN)
    expect((await call(`GET /campaigns/${campaign.id}/plans/latest`)).status).toBe(404)
    const { body: old } = await call(`POST /campaigns/${campaign.id}/plans`)
    await call(`POST /campaigns/${campaign.id}/plans`)
    const choice = await call(`POST /campaigns/${campaign.id}/choices`, { planId: old.id, creatorIds: old.plan.chosen })
    expect(choice.body).toMatchObject({ code: 'state.lost_race' })
  })

  test('a creator on a platform without posts cannot be chosen', async () => {
    const { body: creator } = await call('POST /creators', { platform: 'elsewhere', accountId: 'e-1' })
    const { body: campaign } = await call('POST /campaigns', CAMPAIGN)
    const { body: plan } = await call(`POST /campaigns/${campaign.id}/plans`)
    const choice = await call(`POST /campaigns/${campaign.id}/choices`, { planId: plan.id, creatorIds: [creator.id] })
    expect(choice.body).toMatchObject({ code: 'choice.no_platform', platform: 'elsewhere' })
  })

  test('who is left out of a new choice goes, as long as nothing was agreed', async () => {
    const { body: campaign } = await call('POST /campaigns', CAMPAIGN)
    const { body: plan } = await call(`POST /campaigns/${campaign.id}/plans`)
    const [one = '', two = ''] = plan.plan.chosen
    const choose = (creatorIds: string[]) => call(`POST /campaigns/${campaign.id}/choices`, { planId: plan.id, creatorIds })
    await choose([one, two])
    const { body: chosen } = await choose([two])
    expect(chosen.items.map((item: { creatorId: string }) => item.creatorId)).toEqual([two])
    expect((await choose([NOBODY])).body).toMatchObject({ code: 'request.not_found' })
  })
})

describe('a waiver', () => {
  test('counts only for the input it was given on', async () => {
    const { body: campaign } = await call('POST /campaigns', { ...CAMPAIGN, goal: null })
    const stale = await call(`POST /campaigns/${campaign.id}/waivers`, WAIVER)
    expect(stale.body).toMatchObject({ code: 'state.lost_race', status: 409 })
  })
})

test('an import that cannot be read is refused in one sentence of both languages', async () => {
  const { body } = await call('POST /imports/pasted', { text: 'a\tb\n1\t2' })
  expect(body).toMatchObject({ code: 'import.refused', status: 422 })
  expect(body.detail.length).toBeGreaterThan(20)
  expect(body.detailZh).toMatch(/[\u4e00-\u9fff]/)
})

test('a check that is not to be kept is answered to a viewer too and leaves nothing behind', async () => {
  const { body } = await call('POST /checks?keep=false', { ...FACTS, text: '国家级面霜' }, 'viewer')
  expect(body.verdict).not.toBe('pass')
  expect(body).not.toHaveProperty('checkId')
  const { body: rules } = await call('GET /rules?q=广告法&platform=xiaohongshu')
  expect(rules.items.length).toBeGreaterThan(0)
  expect((await call(`GET /rules/${rules.items[0].id}`)).body.id).toBe(rules.items[0].id)
})
