import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPortal, type Phone, type PortalExample } from '../test/portal-example.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse } from '../test/test-house.ts'

let house: TestHouse
let example: PortalExample
let phone: Phone
let linkId: string
let creatorId: string
interface Row {
  readonly id: string
  readonly platform: string
  readonly format: string
  readonly count: number
  readonly windowFrom: string
  readonly fixedTime: string | null
}
interface Sentence {
  readonly id: string
  readonly text: { readonly zh: string }
}
let brief: {
  readonly id: string
  readonly content: { readonly deliverables: readonly Row[]; readonly mustSay: readonly Sentence[]; readonly mustNot: readonly Sentence[] }
}

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const desk = (line: string, body?: unknown) => askJson(example.owner, line, body)
const ask = (line: string, body?: unknown) => {
  const [method = '', path = ''] = line.split(' ')
  return phone.ask(`${method} /portal/${linkId}${path}`, body)
}
const readBrief = async () => (await ask('GET ')).body.brief
const listEvents = async () => (await desk(`GET /campaigns/${example.campaignId}/events`)).body.items
const readChain = async () => (await desk(`GET /briefs/${brief.id}/chain`)).body
const ownLink = async () =>
  (await readChain()).links.find((link: { party: { creatorId: string | null } }) => link.party.creatorId === creatorId)

async function fresh() {
  house.clock.nowMs = TEST_NOW
  example = await openPortal(house)
  creatorId = example.creators[0].creatorId
  ;({ phone, linkId } = await example.enter(creatorId))
  brief = await readBrief()
}

/** What a creator says who understood the brief; `more` changes every post. */
function understood(more: object = {}) {
  const { deliverables, mustSay, mustNot } = brief.content
  const asked = deliverables.filter(({ platform }: Row) => platform === 'xiaohongshu')
  const words = mustSay.map(({ text }: Sentence) => text.zh).join('\n') || '示例'
  return {
    deliverables: asked.map((row: Row) => ({
      itemId: row.id,
      platform: row.platform,
      format: row.format,
      count: row.count,
      from: row.windowFrom,
      to: null,
      time: row.fixedTime,
      words,
      ...more,
    })),
    mustNot: mustNot.map(({ id }: Sentence) => id),
  }
}
const play = (playback: unknown, revision = 0) => ask('POST /playbacks', { briefId: brief.id, playback, revision })

describe('the receipt of the brief', () => {
  test('is left once per device, with its event, and the desk sees device and time', async () => {
    await fresh()
    expect((await ask('POST /receipts', { briefId: brief.id })).status).toBe(201)
    const [event] = await listEvents()
    expect(event).toMatchObject({ name: 'brief.received', actor: { id: creatorId, role: 'creator' }, subject: { id: brief.id } })
    expect((await ownLink()).receipts).toEqual([{ device: 'iPhone · WeChat', at: new Date(TEST_NOW).toISOString() }])
  })

  test('of two at once one is kept', async () => {
    await fresh()
    await Promise.all([1, 2].map(() => ask('POST /receipts', { briefId: brief.id })))
    expect((await listEvents()).filter(({ name }: { name: string }) => name === 'brief.received')).toHaveLength(1)
  })
})

describe('playing the brief back', () => {
  test('tells what differs field by field, keeps no word in its event, and is done when nothing does', async () => {
    await fresh()
    expect((await readBrief()).talk).toMatchObject({ playback: null, revision: 0, isUnderstood: false, differences: [] })
    const { status, body } = await play(understood({ count: 7 }))
    expect([status, body.isUnderstood, body.revision]).toEqual([201, false, 1])
    expect(body.differences).toContainEqual(expect.objectContaining({ field: 'count', said: ['7'] }))
    const [event] = await listEvents()
    expect(event).toMatchObject({ name: 'brief.played_back', actor: { id: creatorId } })
    for (const { words } of understood().deliverables) expect(JSON.stringify(event)).not.toContain(words)
    expect((await ownLink()).differences).toContainEqual(expect.objectContaining({ field: 'count', said: ['7'] }))
    expect((await play(understood(), 1)).body).toMatchObject({ isUnderstood: true, differences: [], revision: 2 })
    expect((await readBrief()).talk).toMatchObject({ isUnderstood: true })
  })

  test('what the desk settled is asked no more', async () => {
    await fresh()
    const { body } = await play(understood({ count: 7 }))
    const { party } = await ownLink()
    for (const { key } of body.differences)
      await desk(`POST /briefs/${brief.id}/settlements`, { partyId: party.id, key, how: 'playback_stands' })
    expect((await readBrief()).talk).toMatchObject({ differences: [], isUnderstood: true })
  })

  test('of two at once one is kept', async () => {
    await fresh()
    const answers = await Promise.all([1, 2].map(() => play(understood())))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('of something that is not in the brief is refused', async () => {
    await fresh()
    expect((await play({ deliverables: [], mustNot: ['nothing'] })).body).toMatchObject({ code: 'playback.strange_item' })
  })
})

describe('asking on an item', () => {
  const question = (more: object = {}) =>
    ask('POST /questions', { briefId: brief.id, itemId: 'goal', words: '示例·可以拍滑雪场吗', ...more })

  test('is kept with its event, answered by the desk, and read without the name of who answered', async () => {
    await fresh()
    const { status, body } = await question()
    expect([status, body.threads]).toMatchObject([201, [{ itemId: 'goal', state: 'open', words: [{ isOwn: true }] }]])
    const [event] = await listEvents()
    expect(event).toMatchObject({ name: 'thread.opened', fields: ['question', 'goal'], actor: { id: creatorId } })
    expect(JSON.stringify(event)).not.toContain('滑雪')
    await desk(`POST /threads/${body.threads[0].id}/steps`, { move: 'answer', words: '示例·可以' })
    const [thread] = (await readBrief()).talk.threads
    expect(thread).toMatchObject({ state: 'answered', words: [{ isOwn: true }, { words: '示例·可以', isOwn: false }] })
    expect(Object.keys(thread.words[1]).sort()).toEqual(['at', 'isOwn', 'words'])
  })

  test('goes on from the phone: asked on it is open again, settled it is at rest, and the desk reads both', async () => {
    await fresh()
    const { body } = await question()
    const step = (move: string, words = '') => ask('POST /question-steps', { briefId: brief.id, threadId: body.threads[0].id, move, words })
    await desk(`POST /threads/${body.threads[0].id}/steps`, { move: 'answer', words: '示例·可以' })
    expect((await step('ask_on')).body).toMatchObject({ code: 'thread.words_missing' })
    expect((await step('ask_on', '示例·室内也行吗')).body.threads[0]).toMatchObject({ state: 'open', words: [{}, {}, { isOwn: true }] })
    expect((await listEvents())[0]).toMatchObject({ name: 'thread.asked', actor: { id: creatorId, role: 'creator' } })
    expect((await step('resolve')).body.threads[0]).toMatchObject({ state: 'resolved' })
    expect((await step('ask_on', '示例')).body).toMatchObject({ code: 'thread.wrong_state' })
    expect((await step('answer', '示例')).body).toMatchObject({ code: 'request.invalid' })
    const seen = (await readChain()).threads.find(({ id }: { id: string }) => id === body.threads[0].id)
    expect(seen).toMatchObject({ itemId: 'goal', state: 'resolved' })
    expect(JSON.stringify(seen)).toContain('示例·室内也行吗')
  })

  test('of another creator, or of the desk, is not there to go on with', async () => {
    await fresh()
    const { body } = await question()
    const { body: own } = await desk(`POST /briefs/${brief.id}/threads`, {
      thread: { itemId: 'goal', kind: 'comment', words: '示例·内部' },
    })
    const other = await example.enter(example.creators[1].creatorId)
    const inner = own.threads.find(({ id }: { id: string }) => id !== body.threads[0].id)
    for (const threadId of [body.threads[0].id, inner.id]) {
      const step = { briefId: brief.id, threadId, move: 'resolve' }
      expect((await other.phone.ask(`POST /portal/${other.linkId}/question-steps`, step)).body).toMatchObject({ code: 'request.not_found' })
    }
    expect((await ask('POST /question-steps', { briefId: brief.id, threadId: inner.id, move: 'resolve' })).body).toMatchObject({
      code: 'request.not_found',
    })
  })

  test('is not seen by another creator, nor are threads of the desk', async () => {
    await fresh()
    await question()
    await desk(`POST /briefs/${brief.id}/threads`, { thread: { itemId: 'goal', kind: 'comment', words: '示例·内部' } })
    const other = await example.enter(example.creators[1].creatorId)
    const seen = (await other.phone.ask(`GET /portal/${other.linkId}`)).body.brief.talk
    expect([seen.threads, seen.playback]).toEqual([[], null])
    expect((await readBrief()).talk.threads).toHaveLength(1)
  })

  test('on what the brief does not have, or with nothing said, is refused', async () => {
    await fresh()
    expect((await question({ itemId: 'nothing' })).body).toMatchObject({ code: 'request.not_found' })
    expect((await question({ words: ' ' })).body).toMatchObject({ code: 'request.invalid' })
  })
})

describe('which version is spoken of', () => {
  const verbs = (briefId: string): [string, unknown][] => [
    ['POST /receipts', { briefId }],
    ['POST /playbacks', { briefId, playback: understood(), revision: 0 }],
    ['POST /questions', { briefId, itemId: 'goal', words: '示例' }],
  ]
  const codesOf = async (briefId: string) =>
    Promise.all(verbs(briefId).map(async ([line, body]) => (await ask(line, body)).body.code as string))

  test('one that is not the newest any more is a lost race; a draft is not there', async () => {
    await fresh()
    const { body: next } = await desk(`POST /campaigns/${example.campaignId}/briefs`, { ...brief.content, revisionRounds: 3 })
    expect(await codesOf(next.id)).toEqual(['request.not_found', 'request.not_found', 'request.not_found'])
    await example.send(next.id)
    expect(await codesOf(brief.id)).toEqual(['state.lost_race', 'state.lost_race', 'state.lost_race'])
  })

  test('one of another campaign or another workspace is not there', async () => {
    await fresh()
    const { body: campaign } = await desk('POST /campaigns', {
      ...(await desk(`GET /campaigns/${example.campaignId}`)).body.campaign,
      name: 'Other',
    })
    const { body: other } = await desk(`POST /campaigns/${campaign.id}/briefs`, brief.content)
    await example.send(other.id)
    const elsewhere = await openPortal(house)
    const { body: briefs } = await askJson(elsewhere.owner, `GET /campaigns/${elsewhere.campaignId}/briefs`)
    for (const id of [other.id, briefs[0].id])
      expect(await codesOf(id)).toEqual(['request.not_found', 'request.not_found', 'request.not_found'])
  })
})

test('what a creator said of a brief goes with the person', async () => {
  await fresh()
  await ask('POST /receipts', { briefId: brief.id })
  await ask('POST /questions', { briefId: brief.id, itemId: 'goal', words: '示例·问题' })
  await play(understood())
  await desk(`POST /creators/${creatorId}/erasures`, { personId: creatorId })
  for (const table of ['brief_receipts', 'brief_playbacks', 'brief_threads', 'brief_thread_words'] as const) {
    const rows = await house.inWorkspace(example.owner.workspaceId, (ctx) => ctx.tx.selectFrom(table).selectAll().execute())
    expect([table, rows.length]).toEqual([table, 0])
  }
})
