import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limitBody } from './limit-body.ts'

const LARGEST = 2 ** 20
const incoming: HttpBindings['incoming'][] = []
const app = new Hono<{ Bindings: HttpBindings }>()
  .use((c, next) => {
    incoming.push(c.env.incoming)
    return next()
  })
  .use(limitBody(LARGEST, () => new Response('too large', { status: 413 })))
  .post('/unread', (c) => c.text('refused before it was read', 415))
  .post('/read', async (c) => c.text(String((await c.req.text()).length)))

const listener = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
const ask = (path: string, body: BodyInit, init: RequestInit & { duplex?: 'half' } = {}) =>
  fetch(`http://127.0.0.1:${(listener.address() as AddressInfo).port}${path}`, { method: 'POST', body, ...init })
const inPieces = (bytes: number) =>
  new ReadableStream({
    start(pieces) {
      for (let sent = 0; sent < bytes; sent += 1024) pieces.enqueue(new Uint8Array(1024).fill(0x20))
      pieces.close()
    },
  })

beforeAll(() => (listener.listening ? undefined : once(listener, 'listening')))
afterAll(() => void listener.close())

test('a body that nobody reads is passed by to its end, so that the answer to the next request comes back by the same connection', async () => {
  expect((await ask('/unread', 'x'.repeat(LARGEST))).status).toBe(415)
  const unread = incoming.at(-1)
  if (unread?.readableEnded === false) await once(unread, 'end')
  expect(await (await ask('/read', 'abc')).text()).toBe('3')
})

test('a body of a length that is too large is refused before it is read', async () => {
  const answer = await ask('/read', 'x'.repeat(LARGEST + 1))
  expect([answer.status, await answer.text()]).toEqual([413, 'too large'])
})

test.each([
  [LARGEST, 200],
  [LARGEST + 1024, 413],
])('a body of unknown length is counted while it is read: %i bytes give %i', async (bytes, status) => {
  expect((await ask('/read', inPieces(bytes), { duplex: 'half' })).status).toBe(status)
})
