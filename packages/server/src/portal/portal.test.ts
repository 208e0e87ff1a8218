import { CREATOR_FILE_QUOTA } from '@kolibra/core/portal'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDeliverable } from '../content/index.ts'
import { reformatPlanned } from '../content/deliverable-store.ts'
import { insertContract } from '../gates/contract-store.ts'
import { meetAtLock } from '../test/meet-at-lock.ts'
import { openPortal, pickUpPhone, type Phone, type PortalExample } from '../test/portal-example.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse } from '../test/test-house.ts'

let house: TestHouse
let example: PortalExample
let phone: Phone
let linkId: string
let postId: string

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

async function fresh() {
  house.clock.nowMs = TEST_NOW
  example = await openPortal(house)
  const [creator] = example.creators
  postId = creator.postId
  const entered = await example.enter(creator.creatorId)
  phone = entered.phone
  linkId = entered.linkId
  return creator.creatorId
}

const desk = (line: string, body?: unknown) => askJson(example.owner, line, body)
const ask = (line: string, body?: unknown) => {
  const [method = '', path = ''] = line.split(' ')
  return phone.ask(`${method} /portal/${linkId}${path}`, body)
}
const page = async () => (await ask('GET ')).body
const newestEvent = async () => (await desk(`GET /campaigns/${example.campaignId}/events`)).body.items[0]
const REQUEST = { deliverableId: null, text: null, field: null, at: null }
const request = (kind: string, more: object = {}) => ask('POST /requests', { ...REQUEST, kind, deliverableId: postId, ...more })
const OWN = {
  title: '冬天的面霜',
  text: '广告\n这款面霜我用了三周,质地偏厚。',
  link: null,
  label: '广告',
  usedProduct: true,
  aiUse: 'none',
}
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
function form(kind: string, more: { id?: string; name?: string; bytes?: Uint8Array<ArrayBuffer> } = {}) {
  const body = new FormData()
  body.set('kind', kind)
  body.set('deliverableId', more.id ?? postId)
  body.set('file', new File([more.bytes ?? PNG], more.name ?? '图.png'))
  return body
}

describe('the page', () => {
  test('shows the own posts, the brief that was sent and whose turn it is, and nobody else', async () => {
    await fresh()
    const seen = await page()
    expect(seen).toMatchObject({
      desk: 'Test',
      campaign: { brand: 'Alpensee', product: 'Glacier Cream' },
      brief: { version: 1, content: { revisionRounds: 1 } },
      posts: [{ deliverable: { id: postId }, step: 'answer', whose: 'creator', draft: null, requests: [] }],
    })
    expect(JSON.stringify(seen)).not.toContain(example.creators[1].creatorId)
    expect(JSON.stringify(seen)).not.toContain(example.creators[1].postId)
    expect(seen).not.toHaveProperty('campaign.budgetFen')
  })

  test('shows no brief that was not sent', async () => {
    await fresh()
    const { body } = await desk(`POST /campaigns/${example.campaignId}/briefs`, { ...(await page()).brief.content, revisionRounds: 3 })
    expect(body.version).toBe(2)
    expect((await page()).brief).toMatchObject({ version: 1, content: { revisionRounds: 1 } })
  })
})

describe('accepting and declining', () => {
  test('an acceptance is noted with its event and moves the turn on', async () => {
    const creatorId = await fresh()
    expect((await request('accept')).body).toMatchObject({ kind: 'accept', settlement: 'noted' })
    expect(await newestEvent()).toMatchObject({ name: 'deliverable.accepted', actor: { id: creatorId, role: 'creator' } })
    expect((await page()).posts[0]).toMatchObject({ answer: 'accept', step: 'contract', whose: 'desk' })
    expect((await request('accept')).body).toMatchObject({ code: 'portal.answered_so' })
  })

  test('accepted by two clicks at once is accepted once', async () => {
    await fresh()
    const answers = await Promise.all([1, 2, 3].map(() => request('accept')))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    for (const { body } of answers.filter(({ status }) => status === 409)) expect(body.code).toMatch(/lost_race|answered_so/)
    expect((await page()).posts[0].requests).toHaveLength(1)
  })

  test('a decline says why, waits for the desk, and its answer comes back', async () => {
    await fresh()
    expect((await request('decline')).body).toMatchObject({ code: 'portal.request_unfit', missing: ['text'] })
    const { body: sent } = await request('decline', { text: '示例·档期冲突' })
    expect((await page()).posts[0]).toMatchObject({ answer: 'decline', step: 'declined' })
    const event = await newestEvent()
    expect(JSON.stringify(event)).not.toContain('档期')
    const { body } = await desk(`GET /campaigns/${example.campaignId}/creator-requests`)
    expect(body.items[0]).toMatchObject({ id: sent.id, text: '示例·档期冲突', settlement: null })
    const settle = (answer: object) => desk(`POST /creator-requests/${sent.id}/settlements`, answer)
    expect((await settle({ settlement: 'turned_down', note: null })).body).toMatchObject({ code: 'portal.reason_missing' })
    const both = await Promise.all([1, 2].map(() => settle({ settlement: 'taken', note: null })))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(both.map(({ body: { code } }) => code)).toContainEqual(expect.stringMatching(/lost_race|request_settled/))
    expect((await newestEvent()).name).toBe('request.settled')
  })

  const sign = async () => (await desk(`POST /campaigns/${example.campaignId}/contracts`, { deliverableId: postId })).body
  const standing = async (creatorId: string) =>
    (await desk(`GET /campaigns/${example.campaignId}/invitations`)).body.items.find(
      (one: { creatorId: string }) => one.creatorId === creatorId,
    )
  const choose = async (creatorIds: string[]) => {
    const { body: current } = await desk(`GET /campaigns/${example.campaignId}/plans/current`)
    return desk(`POST /campaigns/${example.campaignId}/choices`, { planId: current.id, creatorIds })
  }

  test('what was said of a post and brought to it stays when the plan leaves the post out, and can still be answered', async () => {
    await fresh()
    const { body: sent } = await request('decline', { text: '示例·档期冲突' })
    const { body: wish } = await request('posting_time', { at: '2026-12-05T12:00:00.000Z' })
    expect((await ask('POST /files', form('numbers_screenshot'))).status).toBe(201)
    expect((await choose([example.creators[1].creatorId])).status).toBe(201)
    const seen = await page()
    expect(seen.posts).toEqual([])
    expect(seen.requests).toMatchObject([{ id: wish.id }, { id: sent.id, text: '示例·档期冲突', settlement: null }])
    const { body } = await desk(`GET /campaigns/${example.campaignId}/creator-requests`)
    expect(body).toMatchObject({ items: [{ id: wish.id }, { id: sent.id }], files: [{ deliverableId: postId, fileName: '图.png' }] })
    for (const { id, settlement } of [
      { id: sent.id, settlement: 'turned_down' },
      { id: wish.id, settlement: 'taken' },
    ])
      expect((await desk(`POST /creator-requests/${id}/settlements`, { settlement, note: '示例·知道了' })).status).toBe(201)
  })

  test('who declined is not signed, whether the desk answered or not; taken, the no stands with the invitation in their words', async () => {
    const creatorId = await fresh()
    const { body: sent } = await request('decline', { text: '示例·档期冲突' })
    expect(await sign()).toMatchObject({ code: 'contract.post_declined', creatorId })
    expect((await desk(`POST /creator-requests/${sent.id}/settlements`, { settlement: 'taken', note: null })).status).toBe(201)
    expect(await standing(creatorId)).toMatchObject({ state: 'declined', steps: [{ move: 'decline', note: '示例·档期冲突' }] })
    expect(await sign()).toMatchObject({ code: 'contract.creator_gone', creatorId })
    expect((await page()).posts[0]).toMatchObject({ step: 'closed', whose: 'none' })
  })

  test("an analyst who takes a no answers it, and moves no invitation: that is the creator's act; of their own accord an analyst moves none", async () => {
    const creatorId = await fresh()
    const analyst = await house.visit(example.owner.workspaceId, 'analyst')
    const decline = { creatorId, move: 'decline', from: 'proposed', replace: false }
    const refused = await askJson(analyst, `POST /campaigns/${example.campaignId}/invitations`, decline)
    expect(refused.body).toMatchObject({ code: 'permission.denied' })
    const { body: sent } = await request('decline', { text: '示例·档期冲突' })
    const taken = await askJson(analyst, `POST /creator-requests/${sent.id}/settlements`, { settlement: 'taken', note: null })
    expect(taken.status).toBe(201)
    expect(await standing(creatorId)).toMatchObject({ state: 'declined', steps: [{ move: 'decline', note: '示例·档期冲突' }] })
    const { items } = (await desk(`GET /campaigns/${example.campaignId}/events`)).body
    const actorOf = (name: string) => items.find((event: { name: string }) => event.name === name)?.actor
    expect(actorOf('invitation.declined')).toMatchObject({ id: creatorId, role: 'creator' })
    expect(actorOf('request.settled')).toMatchObject({ id: analyst.userId, role: 'analyst' })
    const movers = await house.inWorkspace(example.owner.workspaceId, (ctx) =>
      ctx.tx.selectFrom('invitation_steps').select('moved_by').where('creator_id', '=', creatorId).execute(),
    )
    expect(movers).toEqual([{ moved_by: creatorId }])
  })

  test('turned down, a no is asked again; a yes after it answers the no that waits', async () => {
    await fresh()
    const { body: sent } = await request('decline', { text: '示例·档期冲突' })
    await desk(`POST /creator-requests/${sent.id}/settlements`, { settlement: 'turned_down', note: '示例·可改期' })
    expect((await page()).posts[0]).toMatchObject({ step: 'answer', whose: 'creator', answer: null })
    const { body: second } = await request('decline', { text: '示例·还是不行' })
    expect((await request('accept')).status).toBe(201)
    const { requests } = (await page()).posts[0]
    expect(requests.find(({ id }: { id: string }) => id === second.id).settlement).toBe('noted')
    expect((await sign()).code).not.toBe('contract.post_declined')
  })

  test('under contract, a no that the desk takes is refused in words: the contract stays', async () => {
    await fresh()
    await example.put(postId, 'planned', 'contracted')
    await house.inWorkspace(example.owner.workspaceId, (ctx) =>
      insertContract(ctx, { id: ctx.mintId(), campaignId: example.campaignId, deliverableId: postId, goalHash: 'test', agreedFen: 1 }),
    )
    const { body: sent } = await request('decline', { text: '示例' })
    const { body } = await desk(`POST /creator-requests/${sent.id}/settlements`, { settlement: 'taken', note: null })
    expect(body).toMatchObject({ code: 'invitation.contracted' })
    expect((await page()).posts[0].requests[0].settlement).toBeNull()
  })

  test('what was accepted is neither given another format nor left out of a choice, until the creator is withdrawn and told', async () => {
    const creatorId = await fresh()
    const others = [example.creators[1].creatorId]
    await request('accept')
    await house.inWorkspace(example.owner.workspaceId, async (ctx) => {
      const { planId } = await loadDeliverable(ctx, postId)
      await reformatPlanned(ctx, postId, { planId, format: 'video' })
    })
    expect((await page()).posts[0].deliverable.format).toBe('note')
    expect((await choose(others)).body).toMatchObject({ code: 'choice.drops_held', creatorIds: [creatorId] })
    const withdrawn = { creatorId, move: 'withdraw', from: 'proposed', replace: false }
    expect((await desk(`POST /campaigns/${example.campaignId}/invitations`, withdrawn)).status).toBe(201)
    expect((await page()).posts[0]).toMatchObject({ step: 'closed', whose: 'none' })
    expect((await choose(others)).status).toBe(201)
    expect((await page()).posts).toEqual([])
    const { body } = await desk(`GET /campaigns/${example.campaignId}/creator-links`)
    const told = body.items.find((item: { creatorId: string }) => item.creatorId === creatorId)
    expect(told).toMatchObject({ step: 'closed', link: { state: 'live' } })
    expect(told.message).toContain('先不继续')
  })

  test('of two at once one is kept', async () => {
    await fresh()
    const answers = await Promise.all([1, 2].map(() => request('decline', { text: '示例' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('whoever may not work with creators does not answer for the desk', async () => {
    await fresh()
    const { body: sent } = await request('decline', { text: '示例' })
    const viewer = await house.visit(example.owner.workspaceId, 'viewer')
    const answer = await askJson(viewer, `POST /creator-requests/${sent.id}/settlements`, { settlement: 'taken', note: null })
    expect(answer.body).toMatchObject({ code: 'permission.denied' })
  })
})

describe('proposing', () => {
  test('an idea waits; a second one waits for the first', async () => {
    await fresh()
    expect((await request('idea', { text: '示例·滑雪场开箱' })).status).toBe(201)
    expect((await newestEvent()).name).toBe('idea.proposed')
    expect((await request('idea', { text: '示例·另一个' })).body).toMatchObject({ code: 'portal.request_waits' })
  })

  test('a posting time that the desk takes becomes the planned day, in Shanghai', async () => {
    await fresh()
    const { body: sent } = await request('posting_time', { at: '2026-12-05T17:00:00Z' })
    await desk(`POST /creator-requests/${sent.id}/settlements`, { settlement: 'taken', note: null })
    expect((await page()).posts[0].deliverable.plannedFor).toBe('2026-12-06')
  })
})

describe('drafts', () => {
  test('are due on the last day of the very kind of post that the brief names', async () => {
    await fresh()
    const { content } = (await page()).brief
    const [row] = content.deliverables
    const rows = [
      { ...row, id: 'other', format: 'video', windowTo: '2026-12-09' },
      { ...row, id: 'own', format: 'note', windowTo: '2026-12-16' },
    ]
    const { body: next } = await desk(`POST /campaigns/${example.campaignId}/briefs`, { ...content, deliverables: rows })
    await example.send(next.id)
    await request('accept')
    await example.put(postId, 'planned', 'contracted')
    expect((await page()).posts[0]).toMatchObject({ step: 'draft', due: '2026-12-16' })
  })

  test('that are only looked at are not kept as an answer either', async () => {
    await fresh()
    await example.put(postId, 'planned', 'contracted')
    const check = { deliverableId: postId, own: OWN }
    expect((await phone.ask(`POST /portal/${linkId}/checks`, check, { 'Idempotency-Key': 'k1' })).status).toBe(200)
    const kept = await house.inWorkspace(example.owner.workspaceId, (ctx) => ctx.tx.selectFrom('idempotent_answers').selectAll().execute())
    expect(kept).toEqual([])
  })

  test('are checked while written without being kept, and kept with their findings when sent', async () => {
    const creatorId = await fresh()
    await example.put(postId, 'planned', 'contracted')
    const { body: check } = await ask('POST /checks', { deliverableId: postId, own: { ...OWN, text: '国家级面霜' } })
    expect(check.verdict).not.toBe('pass')
    expect(check.findings[0].message.zh).toMatch(/[一-龥]/)
    expect((await page()).posts[0].draft).toBeNull()
    const { status, body } = await ask('POST /drafts', { deliverableId: postId, own: OWN })
    expect([status, body.submittedBy, body.facts.commission]).toEqual([201, creatorId, 'fee'])
    expect((await page()).posts[0]).toMatchObject({ draft: { version: 1, text: OWN.text, label: '广告' }, step: 'review', whose: 'desk' })
  })

  test('before the contract are refused; of two at once one is kept and the other is told so', async () => {
    await fresh()
    expect((await ask('POST /drafts', { deliverableId: postId, own: OWN })).body).toMatchObject({ code: 'deliverable.wrong_state' })
    await example.put(postId, 'planned', 'contracted')
    const both = [1, 2].map(() => () => ask('POST /drafts', { deliverableId: postId, own: OWN }))
    const answers = await meetAtLock(house, { table: 'deliverables', key: 'deliverable_id', id: postId }, both)
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await page()).posts[0].draft.version).toBe(1)
  })

  test('sent again with the same key after a dropped connection are kept once', async () => {
    await fresh()
    await example.put(postId, 'planned', 'contracted')
    const send = () => phone.ask(`POST /portal/${linkId}/drafts`, { deliverableId: postId, own: OWN }, { 'Idempotency-Key': 'k1' })
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id])
    expect((await page()).posts[0].draft.version).toBe(1)
  })
})

describe('refusing a revision', () => {
  async function askChanges() {
    await fresh()
    await example.put(postId, 'planned', 'contracted')
    await ask('POST /drafts', { deliverableId: postId, own: OWN })
    await example.put(postId, 'draft_in_review', 'changes_requested')
  }

  test('names the field, goes back into review, and shows what the brief says of it', async () => {
    await askChanges()
    expect((await page()).posts[0].agreed).toContainEqual({
      field: 'posting_time',
      told: { zh: 'brief 没有规定发布时间', en: 'The brief fixes no posting time' },
    })
    expect((await request('refusal', { text: '示例' })).body).toMatchObject({ code: 'portal.request_unfit', missing: ['field'] })
    expect((await request('refusal', { text: '示例·多拍一组', field: 'shots' })).status).toBe(201)
    expect(await newestEvent()).toMatchObject({ name: 'draft.changes_refused', fields: ['shots'] })
    expect((await page()).posts[0]).toMatchObject({ step: 'review', deliverable: { state: 'draft_in_review', revisionRounds: 0 } })
  })

  test('of two at once one is kept', async () => {
    await askChanges()
    const answers = await Promise.all([1, 2].map(() => request('refusal', { text: '示例', field: 'tone' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('where none was asked is refused', async () => {
    await fresh()
    expect((await request('refusal', { text: '示例', field: 'tone' })).body).toMatchObject({ code: 'deliverable.wrong_state' })
  })
})

describe('the live link', () => {
  const LIVE = { url: 'https://www.xiaohongshu.com/explore/example', publishedAt: '2026-11-22T03:00:00Z' }
  test('is stopped by the Rules gate as for the desk', async () => {
    await fresh()
    await example.put(postId, 'planned', 'approved')
    const { body } = await ask('POST /publications', { deliverableId: postId, ...LIVE })
    expect(body.code).toMatch(/^gate\./)
  })

  test('before the approval is refused', async () => {
    await fresh()
    expect((await ask('POST /publications', { deliverableId: postId, ...LIVE })).body).toMatchObject({ code: 'deliverable.wrong_state' })
  })

  test('that is no web address is refused', async () => {
    await fresh()
    const { body } = await ask('POST /publications', { deliverableId: postId, ...LIVE, url: 'javascript:alert(1)' })
    expect(body).toMatchObject({ code: 'request.invalid' })
  })
})

describe('the product', () => {
  const note = (more: object = {}) =>
    ask('POST /product-notes', { receivedOn: '2026-11-18', inUseSince: '2026-11-19', note: '', revision: 0, ...more })
  const proofs = async () => (await desk(`GET /campaigns/${example.campaignId}/product-proofs`)).body.items

  test('is told by the creator with a photo of their own, which the desk opens and the gates take as proof', async () => {
    const creatorId = await fresh()
    const { body: photo } = await ask('POST /files', form('product_photo'))
    expect((await note()).body).toMatchObject({ receivedOn: '2026-11-18', inUseSince: '2026-11-19', isProved: true, revision: 1 })
    expect(await newestEvent()).toMatchObject({ name: 'product.noted', actor: { id: creatorId, role: 'creator' } })
    const [{ photoLink }] = await proofs()
    expect(photoLink).toBe(`http://localhost:4700/api/v1/creator-files/${photo.id}`)
    expect((await example.owner.send(`GET ${new URL(photoLink).pathname}`)).status).toBe(200)
    expect((await page()).product).toMatchObject({ isProved: true })
  })

  test('keeps the day of sending and the words that the desk noted, which the creator does not read', async () => {
    const creatorId = await fresh()
    const kept = { sentOn: '2026-11-15', receivedOn: null, inUseSince: null, note: '示例·顺丰', photoLink: null, revision: 0 }
    const { status } = await example.owner.send(`PUT /api/v1/campaigns/${example.campaignId}/product-proofs/${creatorId}`, kept)
    expect(status).toBe(200)
    expect((await note()).body).toMatchObject({ code: 'state.lost_race' })
    expect((await note({ revision: 1, note: '示例·早晚各一次' })).body).toMatchObject({ sentOn: '2026-11-15', revision: 2 })
    expect(await proofs()).toMatchObject([{ sentOn: '2026-11-15', note: '示例·顺丰\n示例·早晚各一次' }])
    expect(JSON.stringify(await page())).not.toContain('顺丰')
  })

  test.each([
    ['used before it came', { inUseSince: '2026-11-17' }, 'product.order_of_days'],
    ['received tomorrow', { receivedOn: '2026-11-23', inUseSince: null }, 'product.day_to_come'],
    ['no day', { receivedOn: 'gestern' }, 'request.invalid'],
  ])('%s is refused', async (_, more, code) => {
    await fresh()
    expect((await note(more)).body).toMatchObject({ code })
    expect(await proofs()).toEqual([])
  })

  test('a photo of the product is no picture of a draft and no number', async () => {
    await fresh()
    await example.put(postId, 'planned', 'contracted')
    await ask('POST /files', form('product_photo'))
    expect((await ask('POST /drafts', { deliverableId: postId, own: OWN })).body.facts).not.toHaveProperty('imageCount')
  })
})

describe('uploads', () => {
  test('are sealed, listed on both sides, and come back as they went in', async () => {
    await fresh()
    const { status, body } = await ask('POST /files', form('numbers_screenshot'))
    expect(status).toBe(201)
    expect(await newestEvent()).toMatchObject({ name: 'file.brought', fields: ['numbers_screenshot'] })
    expect((await page()).posts[0].files).toMatchObject([{ id: body.id, fileName: '图.png', sizeBytes: PNG.length }])
    const kept = await house.inWorkspace(example.owner.workspaceId, (ctx) =>
      ctx.tx.selectFrom('portal_file_contents').select('sealed').execute(),
    )
    expect(kept[0]?.sealed.includes(Buffer.from(PNG))).toBe(false)
    const answer = await example.owner.send(`GET /api/v1/creator-files/${body.id}`)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PNG)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    expect((await phone.ask(`GET /portal/${linkId}/files/${body.id}`)).status).toBe(200)
    expect((await ask('POST /files', form('numbers_screenshot'))).body).toMatchObject({ code: 'document.known' })
  })

  test.each([
    ['a page', { name: 'a.html', bytes: new TextEncoder().encode('<html>') }, 'document.wrong_type', 422],
    ['nothing', { bytes: new Uint8Array() }, 'document.empty', 422],
    ['too much', { bytes: new Uint8Array(10 * 2 ** 20 + 2 ** 17) }, 'document.too_large', 413],
  ] as const)('%s is refused', async (_, more, code, status) => {
    await fresh()
    const answer = await ask('POST /files', form('draft_image', more))
    expect([answer.body.code, answer.status]).toEqual([code, status])
  })

  test('are counted per creator and campaign: beyond the quota they are refused in words', async () => {
    const { files, bytes } = CREATOR_FILE_QUOTA
    const fill = async (rows: number, size: number) => {
      const creatorId = await fresh()
      await house.inWorkspace(example.owner.workspaceId, (ctx) =>
        sql`INSERT INTO portal_files (workspace_id, creator_id, file_id, campaign_id, deliverable_id, kind, file_name, content_type, content_hash, size_bytes, uploaded_at)
          SELECT ${ctx.workspaceId}, ${creatorId}, gen_random_uuid(), ${example.campaignId}, ${postId}, 'draft_image', 'a.png', 'image/png', gen_random_uuid()::text, ${size}::int, ${ctx.now}
          FROM generate_series(1, ${rows}::int)`.execute(ctx.tx),
      )
    }
    await fill(1, bytes - PNG.length + 1)
    expect((await ask('POST /files', form('draft_image'))).body).toMatchObject({ code: 'portal.quota_used', files, bytes })
    await fill(files - 1, 1)
    const answers = await Promise.all(['numbers_screenshot', 'draft_image'].map((kind) => ask('POST /files', form(kind))))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('of two of the same at once one is kept', async () => {
    await fresh()
    const answers = await Promise.all([1, 2].map(() => ask('POST /files', form('draft_image'))))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })
})

describe('what is held', () => {
  test('is told by kind, and erasure is asked for as a task of the desk', async () => {
    await fresh()
    await example.put(postId, 'planned', 'contracted')
    await ask('POST /drafts', { deliverableId: postId, own: OWN })
    const { body } = await ask('GET /held')
    expect(body).toMatchObject({ platform: 'xiaohongshu', loan: null, devices: [{ name: 'iPhone · WeChat' }] })
    const kinds = body.kinds.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['creators', 'creator_observations', 'deliverables', 'drafts', 'events']))
    expect(kinds).not.toContain('contracts')
    expect((await request('erasure', { deliverableId: null })).status).toBe(201)
    expect(await newestEvent()).toMatchObject({ name: 'erasure.asked' })
    expect((await page()).requests).toMatchObject([{ kind: 'erasure', settlement: null }])
    expect((await request('erasure', { deliverableId: null })).body).toMatchObject({ code: 'portal.request_waits' })
  })

  test('goes with the person, uploads, words and devices too, and the link opens no more', async () => {
    const creatorId = await fresh()
    await ask('POST /files', form('draft_image'))
    await request('idea', { text: '示例·想法' })
    const { body } = await desk(`POST /creators/${creatorId}/erasures`, { personId: creatorId })
    expect(body.accounts).toBe(1)
    for (const table of [
      'portal_links',
      'portal_devices',
      'portal_requests',
      'portal_files',
      'portal_file_contents',
      'portal_file_keys',
    ] as const) {
      const rows = await house.inWorkspace(example.owner.workspaceId, (ctx) => ctx.tx.selectFrom(table).selectAll().execute())
      expect([table, rows.length]).toEqual([table, 0])
    }
    expect((await ask('GET ')).status).toBe(401)
  })
})

describe('nothing of anybody else is reached', () => {
  const ROUTES: [string, (id: string) => unknown][] = [
    ['POST /requests', (id) => ({ ...REQUEST, kind: 'idea', text: '示例', deliverableId: id })],
    ['POST /checks', (id) => ({ deliverableId: id, own: OWN })],
    ['POST /drafts', (id) => ({ deliverableId: id, own: OWN })],
    ['POST /publications', (id) => ({ deliverableId: id, url: 'https://example.com', publishedAt: '2026-11-22T03:00:00Z' })],
    ['POST /files', (id) => form('draft_image', { id })],
    ['POST /receipts', (id) => ({ briefId: id })],
    ['POST /playbacks', (id) => ({ briefId: id, playback: { deliverables: [], mustNot: [] }, revision: 0 })],
    ['POST /questions', (id) => ({ briefId: id, itemId: 'goal', words: '示例' })],
    ['POST /question-steps', (id) => ({ briefId: id, threadId: id, move: 'ask_on', words: '示例' })],
  ]
  const OTHERS = ['another creator of the campaign', 'another campaign of the same creator', 'another workspace', 'nobody'] as const

  async function foreignPost(whose: (typeof OTHERS)[number], creatorId: string): Promise<string> {
    if (whose === 'another creator of the campaign') return example.creators[1].postId
    if (whose === 'another workspace') return (await openPortal(house)).creators[0].postId
    if (whose === 'nobody') return '01a20000-0000-7000-8000-000000000009'
    const { body: campaign } = await desk('POST /campaigns', {
      ...(await desk(`GET /campaigns/${example.campaignId}`)).body.campaign,
      name: 'Other',
    })
    const { body: plan } = await desk(`POST /campaigns/${campaign.id}/plans`)
    const { body: chosen } = await desk(`POST /campaigns/${campaign.id}/choices`, { planId: plan.id, creatorIds: [creatorId] })
    return chosen.items[0].id
  }

  test.each(OTHERS)('no post of %s, by any route', async (whose) => {
    const creatorId = await fresh()
    const id = await foreignPost(whose, creatorId)
    for (const [line, body] of ROUTES) expect([line, (await ask(line, body(id))).body.code]).toEqual([line, 'request.not_found'])
  })

  test('no upload of another creator', async () => {
    await fresh()
    const { body: mine } = await ask('POST /files', form('draft_image'))
    const other = await example.enter(example.creators[1].creatorId)
    expect((await other.phone.ask(`GET /portal/${other.linkId}/files/${mine.id}`)).body).toMatchObject({ code: 'request.not_found' })
  })

  const PRODUCT_NOTE = { receivedOn: '2026-11-18', inUseSince: '2026-11-19', note: '', revision: 0 }
  const WRITES: typeof ROUTES = [...ROUTES, ['POST /product-notes', () => PRODUCT_NOTE]]
  const ALL = ['GET ', 'GET /held', 'GET /files/01a20000-0000-7000-8000-000000000009', ...WRITES.map(([line]) => line)]
  test.each(ALL)('%s by a phone of another link, with a stolen cookie name, or without any is refused', async (line) => {
    await fresh()
    const [method = '', path = ''] = line.split(' ')
    const body = WRITES.find(([route]) => route === line)?.[1](postId)
    const other = await example.enter(example.creators[1].creatorId)
    const [otherCookie = ''] = [...other.phone.cookies.values()]
    const thief = pickUpPhone(house)
    thief.cookies.set(`kolibra_device_${linkId.replaceAll('-', '')}`, otherCookie)
    for (const each of [other.phone, thief, pickUpPhone(house)]) {
      const answer = await each.ask(`${method} /portal/${linkId}${path}`, body)
      expect([answer.status, answer.body.code]).toEqual([401, 'portal.device_unknown'])
    }
  })

  test.each(ALL)('%s by a link taken back is refused', async (line) => {
    await fresh()
    await desk(`POST /creator-links/${linkId}/revocations`)
    const body = WRITES.find(([route]) => route === line)?.[1](postId)
    expect((await ask(line, body)).body).toMatchObject({ code: 'portal.link_ended', state: 'revoked' })
  })

  test('a creator is no member: no other route lets the phone in', async () => {
    await fresh()
    for (const path of [
      '/campaigns',
      `/campaigns/${example.campaignId}/briefs`,
      `/campaigns/${example.campaignId}/creator-links`,
      '/session',
    ])
      expect((await phone.ask(`GET ${path}`)).body).toMatchObject({ code: 'session.missing' })
  })

  test('a member is no creator: the session opens no link', async () => {
    await fresh()
    expect((await desk(`GET /portal/${linkId}`)).body).toMatchObject({ code: 'portal.device_unknown' })
  })

  test.each(ROUTES.map(([line]) => line))(
    '%s: a stranger is told so before the body is read, and a body that does not fit is refused',
    async (line) => {
      await fresh()
      const path = `/api/v1/portal/${linkId}${line.split(' ')[1]}`
      const send = (headers: Record<string, string>, body: string) => house.fetch(path, { method: 'POST', body, headers })
      const json = { 'Content-Type': 'application/json' }
      expect((await (await send(json, '{')).json()).code).toBe('portal.device_unknown')
      const Cookie = [...phone.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      expect((await (await send({ Cookie, 'Content-Type': 'text/plain' }, '{}')).json()).code).toBe('request.wrong_type')
      if (line === 'POST /files') return
      for (const body of ['{"kind":', '[]', 'null', '"x"', ''])
        expect([body, (await (await send({ Cookie, ...json }, body)).json()).code]).toEqual([body, 'request.invalid'])
    },
  )

  test('a page of another site sends nothing with the cookie', async () => {
    await fresh()
    const answer = await phone.ask(
      `POST /portal/${linkId}/requests`,
      { ...REQUEST, kind: 'accept', deliverableId: postId },
      { 'Sec-Fetch-Site': 'cross-site' },
    )
    expect(answer.body).toMatchObject({ code: 'request.foreign_origin' })
  })
})
