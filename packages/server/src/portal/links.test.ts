import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { meetAtLock } from '../test/meet-at-lock.ts'
import { openPortal, pickUpPhone, type PortalExample } from '../test/portal-example.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse } from '../test/test-house.ts'
import { deriveToken, readToken } from './link-token.ts'

let house: TestHouse
let example: PortalExample
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const desk = async (line: string, body?: unknown) => askJson(example.owner, line, body)
const eventNames = async () =>
  (await desk(`GET /campaigns/${example.campaignId}/events`)).body.items.map(({ name }: { name: string }) => name)
const deskOf = async (creatorId: string) => {
  const { body } = await desk(`GET /campaigns/${example.campaignId}/creator-links`)
  return body.items.find((item: { creatorId: string }) => item.creatorId === creatorId)
}
async function fresh() {
  house.clock.nowMs = TEST_NOW
  example = await openPortal(house)
  return example.creators[0].creatorId
}

describe('a token', () => {
  const WORKSPACE = '01a20000-0000-7000-8000-000000000001'
  test('leads to its workspace, cannot be guessed from the link, and is the same whenever it is worked out', () => {
    const token = deriveToken('secret', WORKSPACE, WORKSPACE)
    expect(readToken(token)?.workspaceId).toBe(WORKSPACE)
    expect(token).toHaveLength(46)
    expect(deriveToken('secret', WORKSPACE, WORKSPACE)).toBe(token)
    expect(deriveToken('other', WORKSPACE, WORKSPACE)).not.toBe(token)
    expect(deriveToken('secret', WORKSPACE, '01a20000-0000-7000-8000-000000000002')).not.toBe(token)
  })
  test.each(['', 'x', 'a'.repeat(45), `${'a'.repeat(45)}!`, 'a'.repeat(200)])('%s is none', (text) => expect(readToken(text)).toBeNull())
})

describe('making a link', () => {
  test('works, leaves its event, keeps no token, and says that it opens on this machine only', async () => {
    const creatorId = await fresh()
    const { token } = await example.makeLink(creatorId)
    const { body } = await desk(`GET /campaigns/${example.campaignId}/creator-links`)
    expect(body.hereOnly).toBe(true)
    const { link, message, step } = await deskOf(creatorId)
    expect(link).toMatchObject({ state: 'live', expiresAt: '2027-03-01T16:00:00.000Z', devices: [], codes: [] })
    expect(message).toContain(`http://localhost:4700/c/${token}`)
    expect(step).toBe('answer')
    expect(await eventNames()).toContain('link.made')
    const dump = await house.inWorkspace(example.owner.workspaceId, (ctx) => ctx.tx.selectFrom('portal_links').selectAll().execute())
    expect(JSON.stringify(dump)).not.toContain(token)
  })

  test('the wrong actor is refused; whoever only reads sees whose turn it is, and neither address nor code nor message', async () => {
    const creatorId = await fresh()
    const { token } = await example.enter(creatorId)
    await pickUpPhone(house).ask('POST /portal/openings', { token })
    expect((await deskOf(creatorId)).link.codes).toHaveLength(1)
    const viewer = await house.visit(example.owner.workspaceId, 'viewer')
    const path = `/campaigns/${example.campaignId}/creator-links`
    expect((await askJson(viewer, `POST ${path}`, { creatorId })).body).toMatchObject({ code: 'permission.denied' })
    const { status, body } = await askJson(viewer, `GET ${path}`)
    const seen = body.items.find((item: { creatorId: string }) => item.creatorId === creatorId)
    expect([status, seen.step, seen.message]).toEqual([200, 'answer', null])
    expect(seen.link).toMatchObject({ state: 'live', url: null, codes: [], devices: [{ isFirst: true }] })
    expect(JSON.stringify(body)).not.toContain(token)
  })

  test('of two at once one wins; while it lives there is no second', async () => {
    const creatorId = await fresh()
    const make = () => desk(`POST /campaigns/${example.campaignId}/creator-links`, { creatorId })
    const answers = await Promise.all([make(), make()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await make()).body).toMatchObject({ code: 'portal.link_live' })
  })

  test('only for a creator of the campaign, and not beyond the farthest day', async () => {
    const creatorId = await fresh()
    const path = `POST /campaigns/${example.campaignId}/creator-links`
    expect((await desk(path, { creatorId: example.campaignId })).body).toMatchObject({ code: 'request.not_found' })
    expect((await desk(path, { creatorId, until: '2029-01-01' })).body).toMatchObject({ code: 'portal.link_term' })
  })
})

describe('renewing and taking back', () => {
  test('another last day holds; a lost race is refused; a link taken back is not renewed', async () => {
    const creatorId = await fresh()
    const { phone, linkId } = await example.enter(creatorId)
    const renew = (until: string) => desk(`POST /creator-links/${linkId}/renewals`, { until })
    const both = [1, 2].map(() => () => renew('2026-12-02'))
    const answers = await meetAtLock(house, { table: 'portal_links', key: 'link_id', id: linkId }, both)
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await eventNames()).toContain('link.renewed')
    house.clock.nowMs = Date.parse('2026-12-02T16:00:00Z')
    expect((await phone.ask(`GET /portal/${linkId}`)).body).toMatchObject({ code: 'portal.link_ended', state: 'expired' })
    expect((await renew('2026-12-20')).status).toBe(201)
    expect((await phone.ask(`GET /portal/${linkId}`)).status).toBe(200)
    expect((await desk(`POST /creator-links/${linkId}/revocations`)).status).toBe(201)
    expect(await eventNames()).toContain('link.revoked')
    expect((await phone.ask(`GET /portal/${linkId}`)).body).toMatchObject({ code: 'portal.link_ended', state: 'revoked' })
    expect((await renew('2026-12-21')).body).toMatchObject({ code: 'portal.link_ended' })
    expect((await desk(`POST /creator-links/${linkId}/revocations`)).body).toMatchObject({ code: 'portal.link_ended' })
  })

  test('a device stays in when the link is given a later end than it had when the device came', async () => {
    const creatorId = await fresh()
    const { token, linkId } = await example.makeLink(creatorId)
    const renew = (until: string) => desk(`POST /creator-links/${linkId}/renewals`, { until })
    expect((await renew('2026-12-01')).status).toBe(201)
    const phone = pickUpPhone(house)
    expect((await phone.ask('POST /portal/openings', { token })).body).toMatchObject({ state: 'open' })
    house.clock.nowMs = Date.parse('2026-12-02T16:00:00Z')
    expect((await phone.ask(`GET /portal/${linkId}`)).body).toMatchObject({ code: 'portal.link_ended' })
    expect((await renew('2026-12-20')).status).toBe(201)
    expect((await phone.ask(`GET /portal/${linkId}`)).status).toBe(200)
  })

  test('after one is taken back a new one has another token and lets no old device in', async () => {
    const creatorId = await fresh()
    const { phone, linkId, token } = await example.enter(creatorId)
    await desk(`POST /creator-links/${linkId}/revocations`)
    const next = await example.makeLink(creatorId)
    expect(next.token).not.toBe(token)
    expect((await phone.ask(`GET /portal/${next.linkId}`)).body).toMatchObject({ code: 'portal.device_unknown', status: 401 })
    expect((await pickUpPhone(house).ask('POST /portal/openings', { token })).body).toMatchObject({ code: 'portal.link_ended' })
  })

  test.each(['viewer', 'stranger'])('a %s cannot', async (who) => {
    const creatorId = await fresh()
    const { linkId } = await example.makeLink(creatorId)
    const workspaceId = who === 'viewer' ? example.owner.workspaceId : await house.openWorkspace()
    const visitor = await house.visit(workspaceId, who === 'viewer' ? 'viewer' : 'owner')
    const code = who === 'viewer' ? 'permission.denied' : 'request.not_found'
    expect((await askJson(visitor, `POST /creator-links/${linkId}/renewals`, { until: '2026-12-01' })).body).toMatchObject({ code })
    expect((await askJson(visitor, `POST /creator-links/${linkId}/revocations`)).body).toMatchObject({ code })
  })
})

describe('opening a link', () => {
  test('lets the first device in by a cookie of its own, and the desk sees which', async () => {
    const creatorId = await fresh()
    const { token, linkId } = await example.makeLink(creatorId)
    const phone = pickUpPhone(house)
    const answer = await phone.ask('POST /portal/openings', { token })
    expect(answer).toMatchObject({ status: 201, body: { linkId, state: 'open' } })
    expect([...phone.cookies.values()].join()).not.toContain(token)
    expect((await phone.ask(`GET /portal/${linkId}`)).status).toBe(200)
    const again = await phone.ask('POST /portal/openings', { token })
    expect(again.body).toMatchObject({ state: 'open', page: { campaign: { brand: 'Alpensee' } } })
    const { link } = await deskOf(creatorId)
    expect(link.devices).toMatchObject([{ name: 'iPhone · WeChat', isFirst: true, admittedAt: new Date(TEST_NOW).toISOString() }])
    const { body } = await desk(`GET /campaigns/${example.campaignId}/events`)
    expect(body.items[0]).toMatchObject({ name: 'link.opened', actor: { id: creatorId, role: 'creator' } })
  })

  test('of two devices at once one is in and the other is asked for a code', async () => {
    const creatorId = await fresh()
    const { token } = await example.makeLink(creatorId)
    const answers = await Promise.all([1, 2].map(() => pickUpPhone(house).ask('POST /portal/openings', { token })))
    expect(answers.map(({ body }) => body.state).sort()).toEqual(['code', 'open'])
  })

  describe('whose answer was lost', () => {
    const KEY = 'k'.repeat(32)
    const openOnce = async () => {
      const creatorId = await fresh()
      const { token, linkId } = await example.makeLink(creatorId)
      await pickUpPhone(house).ask('POST /portal/openings', { token, openingKey: KEY })
      const again = (openingKey?: string) => pickUpPhone(house).ask('POST /portal/openings', { token, openingKey })
      return { token, linkId, again }
    }
    test('is repeated by the same phone for ten minutes, and it is one device', async () => {
      const { token, linkId } = await openOnce()
      house.clock.nowMs += 10 * 60_000 - 1
      const phone = pickUpPhone(house)
      expect((await phone.ask('POST /portal/openings', { token, openingKey: KEY })).body).toMatchObject({ state: 'open', linkId })
      expect((await phone.ask(`GET /portal/${linkId}`)).status).toBe(200)
      expect((await deskOf(example.creators[0].creatorId)).link).toMatchObject({ devices: [{ isFirst: true }], codes: [] })
      expect((await eventNames()).filter((name: string) => name === 'link.opened')).toHaveLength(1)
    })
    test('is not repeated by another phone, nor later', async () => {
      const { again } = await openOnce()
      for (const key of [undefined, 'x'.repeat(32)]) expect((await again(key)).body).toMatchObject({ state: 'code', page: null })
      house.clock.nowMs += 10 * 60_000
      expect((await again(KEY)).body).toMatchObject({ state: 'code' })
    })
    test('is not repeated once the link was taken back', async () => {
      const { again, linkId } = await openOnce()
      await desk(`POST /creator-links/${linkId}/revocations`)
      expect((await again(KEY)).body).toMatchObject({ code: 'portal.link_ended' })
    })
  })

  test.each(['openings', '01a20000-0000-7000-8000-000000000009/codes'])('a long knock at %s is not read', async (path) => {
    await fresh()
    const { body } = await pickUpPhone(house).ask(`POST /portal/${path}`, { token: 'a'.repeat(5000), code: 'a'.repeat(5000) })
    expect(body).toMatchObject({ code: 'request.too_large', largestBytes: 4096 })
  })

  test.each([['nothing'], ['a'.repeat(46)]])('%s opens nothing', async (token) => {
    await fresh()
    expect((await pickUpPhone(house).ask('POST /portal/openings', { token })).body).toMatchObject({ code: 'portal.link_unknown' })
  })
})

describe('the code of a second device', () => {
  async function askCode() {
    const creatorId = await fresh()
    const { token, linkId } = await example.enter(creatorId)
    const second = pickUpPhone(house, 'Mozilla/5.0 (Linux; Android 10) Chrome/86.0')
    expect((await second.ask('POST /portal/openings', { token })).body).toMatchObject({ state: 'code', page: null })
    const [{ code, deviceName }] = (await deskOf(creatorId)).link.codes
    expect(deviceName).toBe('Android · Chrome')
    return { creatorId, token, linkId, second, code: String(code) }
  }

  test('lets it in once, and no other device with it', async () => {
    const { creatorId, linkId, second, code, token } = await askCode()
    expect((await second.ask(`GET /portal/${linkId}`)).status).toBe(401)
    const third = pickUpPhone(house)
    await third.ask('POST /portal/openings', { token })
    const [newest] = (await deskOf(creatorId)).link.codes
    if (newest.code !== code)
      expect((await third.ask(`POST /portal/${linkId}/codes`, { code })).body).toMatchObject({ code: 'portal.code_wrong' })
    const both = await Promise.all([1, 2].map(() => second.ask(`POST /portal/${linkId}/codes`, { code })))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 410])
    expect((await second.ask(`GET /portal/${linkId}`)).status).toBe(200)
    expect(await eventNames()).toContain('device.admitted')
    expect((await second.ask(`POST /portal/${linkId}/codes`, { code })).body).toMatchObject({ code: 'portal.code_ended' })
  })

  test('a wrong one uses up a try that stays used, and after five even the right one is none', async () => {
    const { linkId, second, code } = await askCode()
    const wrong = code === '000000' ? '000001' : '000000'
    for (const triesLeft of [4, 3, 2, 1, 0])
      expect((await second.ask(`POST /portal/${linkId}/codes`, { code: wrong })).body).toMatchObject({
        code: 'portal.code_wrong',
        triesLeft,
      })
    expect((await second.ask(`POST /portal/${linkId}/codes`, { code })).body).toMatchObject({ code: 'portal.code_ended', status: 410 })
    expect((await eventNames()).filter((name: string) => name === 'code.failed')).toHaveLength(5)
  })

  test('five tries at once are five tries', async () => {
    const { linkId, second, code } = await askCode()
    const wrong = code === '000000' ? '000001' : '000000'
    await Promise.all(Array.from({ length: 5 }, () => second.ask(`POST /portal/${linkId}/codes`, { code: wrong })))
    expect((await second.ask(`POST /portal/${linkId}/codes`, { code })).body).toMatchObject({ code: 'portal.code_ended' })
  })

  test('ends after ten minutes; a sixth within the hour is not given', async () => {
    const { linkId, second, code, token } = await askCode()
    house.clock.nowMs += 10 * 60_000
    expect((await second.ask(`POST /portal/${linkId}/codes`, { code })).body).toMatchObject({ code: 'portal.code_ended' })
    for (let asked = 1; asked < 5; asked += 1) expect((await second.ask('POST /portal/openings', { token })).status).toBe(201)
    expect((await second.ask('POST /portal/openings', { token })).body).toMatchObject({ code: 'portal.too_many_codes', status: 429 })
    house.clock.nowMs += 51 * 60_000
    expect((await second.ask('POST /portal/openings', { token })).status).toBe(201)
  })

  test('eight openings at once get no more codes than one after the other', async () => {
    const creatorId = await fresh()
    const { token } = await example.enter(creatorId)
    const answers = await Promise.all(Array.from({ length: 8 }, () => pickUpPhone(house).ask('POST /portal/openings', { token })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 429, 429, 429])
  })

  test('a device that did not ask has none to type', async () => {
    const { linkId, code } = await askCode()
    expect((await pickUpPhone(house).ask(`POST /portal/${linkId}/codes`, { code })).body).toMatchObject({ code: 'portal.device_unknown' })
  })

  test('of a link taken back in between lets nobody in', async () => {
    const { linkId, second, code } = await askCode()
    await desk(`POST /creator-links/${linkId}/revocations`)
    expect((await second.ask(`POST /portal/${linkId}/codes`, { code })).body).toMatchObject({ code: 'portal.link_ended' })
  })
})
