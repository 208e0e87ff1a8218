import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { openFakeMail, openFakePlace, type FakePlace, type Got } from '../test/fake-outside.ts'
import { sendMessage, type Outside, type Target } from './send-message.ts'

const NOW = Date.parse('2026-11-22T04:00:00Z')
const HOUR_MS = 3_600_000
const INSIDE: Outside = { allowPrivate: true, mail: null }
const SECRET = 'SEC-shared-between-two'
const message = {
  id: '01a20000-0000-7000-8000-000000000009',
  subject: 'Kolibra: 稿件待审核。',
  text: 'Kolibra: 稿件待审核。',
  facts: { event: 'draft.submitted' },
}

const open: { close: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function place(answer: (got: Got, count: number) => unknown): Promise<FakePlace> {
  const opened = await openFakePlace((got) => ({ status: 200, body: JSON.stringify(answer(got, opened.got.length)) }))
  open.push(opened)
  return opened
}
const send = (target: Target, more: { text?: string; nowMs?: number; outside?: Outside } = {}) =>
  sendMessage(
    target,
    { ...message, ...(more.text === undefined ? {} : { text: more.text }) },
    { outside: more.outside ?? INSIDE, nowMs: more.nowMs ?? NOW },
  )

// Each fake keeps the published contract: limits per minute and length, and who may write.
const bytesOf = (text: string) => Buffer.byteLength(text)
function wecom({ body }: Got, count: number) {
  const { msgtype, text } = JSON.parse(body)
  if (msgtype !== 'text' || bytesOf(text.content) > 2048) return { errcode: 40_058, errmsg: 'content exceed max length' }
  return count > 20 ? { errcode: 45_009, errmsg: 'api freq out of limit' } : { errcode: 0, errmsg: 'ok' }
}
function feishu({ body }: Got) {
  const { timestamp, sign, msg_type: type, content } = JSON.parse(body)
  const isLate = Math.abs(NOW / 1000 - Number(timestamp)) > 3600
  const right = createHmac('sha256', `${timestamp}\n${SECRET}`).digest('base64')
  if (isLate || sign !== right) return { code: 19_021, msg: 'sign match fail or timestamp is not within one hour from current time' }
  return type === 'text' && bytesOf(body) <= 20_480 && typeof content.text === 'string'
    ? { code: 0, msg: 'success' }
    : { code: 9499, msg: 'Bad Request' }
}
function dingtalk({ body, query }: Got) {
  const timestamp = query.get('timestamp') ?? ''
  const right = createHmac('sha256', SECRET).update(`${timestamp}\n${SECRET}`).digest('base64')
  const isLate = Math.abs(NOW - Number(timestamp)) > HOUR_MS
  if (isLate || query.get('sign') !== right) return { errcode: 310_000, errmsg: 'sign not match' }
  return JSON.parse(body).text.content.includes('Kolibra')
    ? { errcode: 0, errmsg: 'ok' }
    : { errcode: 310_000, errmsg: 'keywords not in content' }
}

describe('WeCom', () => {
  test('takes a text; a long one is cut to 2,048 bytes and taken, too', async () => {
    const { url: address, got } = await place(wecom)
    for (const text of [message.text, '审'.repeat(3000)])
      expect(await send({ kind: 'wecom', address: `${address}/send?key=k`, secret: null }, { text })).toEqual({ state: 'sent' })
    expect(got.map(({ query }) => query.get('key'))).toEqual(['k', 'k'])
  })

  test('the 21st message of a minute is refused with HTTP 200 and tried later', async () => {
    const { url: address } = await place(wecom)
    const ends = []
    for (let count = 0; count < 21; count += 1) ends.push(await send({ kind: 'wecom', address, secret: null }))
    expect(ends.filter(({ state }) => state === 'sent')).toHaveLength(20)
    expect(ends.at(-1)).toEqual({ state: 'retry', problem: 'robot.45009' })
  })
})

describe.each([
  ['feishu', feishu, 'robot.19021'],
  ['dingtalk', dingtalk, 'robot.310000'],
] as const)('%s', (kind, contract, refused) => {
  test('takes what is signed with its secret', async () => {
    const { url: address } = await place(contract)
    expect(await send({ kind, address: `${address}/hook?access_token=t`, secret: SECRET })).toEqual({ state: 'sent' })
    expect(await send({ kind, address, secret: SECRET }, { text: `Kolibra${'审'.repeat(9000)}` })).toEqual({ state: 'sent' })
  })

  test.each([
    ['another secret', 'SEC-of-somebody-else', NOW],
    ['no secret', null, NOW],
    ['a clock that is more than an hour off', SECRET, NOW - HOUR_MS - 1000],
  ])('refuses %s for good', async (_why, secret, nowMs) => {
    const { url: address } = await place(contract)
    expect(await send({ kind, address, secret }, { nowMs })).toEqual({ state: 'dead', problem: refused })
  })
})

describe('what may be reached', () => {
  const hook = (address: string): Target => ({ kind: 'webhook', address, secret: SECRET })
  test.each([
    ['http://example.com/hook', 'network.not_https'],
    ['https://127.0.0.1:1/hook', 'network.private_address'],
    ['https://[::1]:1/hook', 'network.private_address'],
    ['https://localhost:1/hook', 'network.private_address'],
  ])('%s is refused: %s', async (address, problem) => {
    expect(await send(hook(address), { outside: { allowPrivate: false, mail: null } })).toEqual({ state: 'dead', problem })
  })

  test('a redirect is not followed', async () => {
    const trap = await openFakePlace(() => ({ status: 200, body: '' }))
    const door = await openFakePlace(() => ({ status: 302, body: '', headers: { Location: trap.url } }))
    open.push(trap, door)
    expect(await send(hook(door.url))).toEqual({ state: 'dead', problem: 'http.302' })
    expect(trap.got).toEqual([])
  })

  test('nobody there is tried again', async () => {
    const gone = await openFakePlace(() => ({ status: 200, body: '' }))
    await gone.close()
    expect(await send(hook(gone.url))).toEqual({ state: 'retry', problem: 'network.refused' })
  })
})

describe('e-mail', () => {
  const to: Target = { kind: 'email', address: 'desk@example.com', secret: null }
  test('arrives with subject, text and an id that stays the same', async () => {
    const mail = await openFakeMail()
    open.push(mail)
    expect(await send(to, { outside: { allowPrivate: false, mail: { url: mail.url, from: 'kolibra@example.com' } } })).toEqual({
      state: 'sent',
    })
    expect(mail.letters[0]).toMatch(/To: desk@example\.com/)
    expect(mail.letters[0]).toContain(`<${message.id}@kolibra>`)
  })

  test.each([
    [450, 'retry'],
    [550, 'dead'],
  ] as const)('refused with %i: %s', async (code, state) => {
    const mail = await openFakeMail(code)
    open.push(mail)
    expect(await send(to, { outside: { allowPrivate: false, mail: { url: mail.url, from: 'kolibra@example.com' } } })).toEqual({
      state,
      problem: `mail.${code}`,
    })
  })

  test('without a mail server goes nowhere and says so', async () => {
    expect(await send(to)).toEqual({ state: 'dead', problem: 'mail.not_set_up' })
  })
})
