import * as fc from 'fast-check'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { hashOfForm } from './form-hash.ts'
import type { HttpEnv, Session } from './http.ts'
import { readForm, SentFile } from './read-form.ts'
import { RequestError } from './request-error.ts'

const session = (role: 'owner' | 'viewer'): Session => ({
  workspaceId: 'w',
  workspaceName: 'w',
  sessionHash: 's',
  actor: { id: 'p', name: '示例', role, party: 'brand' } as Session['actor'],
})

function makeApp(role: 'owner' | 'viewer' | null = 'owner') {
  const app = new Hono<HttpEnv>()
  app.use(async (c, next) => {
    c.set('session', role === null ? null : session(role))
    await next()
  })
  app.onError((error, c) => c.json(error instanceof RequestError ? { code: error.code, ...error.data } : { code: String(error) }, 422))
  app.use('/form', ...readForm({ permission: 'imports.write', largestBytes: 100_000 }))
  app.post('/form', async (c) => {
    const form = await c.req.formData()
    const parts = [...form].map(([name, part]) =>
      part instanceof SentFile ? [name, part.name, Buffer.from(part.content).toString('hex')] : [name, part],
    )
    return c.json({ parts, hash: await hashOfForm(c.req) })
  })
  return app
}

/** A body that comes in pieces of `length` bytes. */
function inPieces(bytes: Uint8Array, length: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(to) {
      for (let at = 0; at < bytes.length; at += length) to.enqueue(bytes.subarray(at, at + length))
      to.close()
    },
  })
}

async function send(form: FormData, pieceLength = 1000) {
  const whole = new Request('http://house/form', { method: 'POST', body: form })
  const type = whole.headers.get('content-type') ?? ''
  const body = inPieces(new Uint8Array(await whole.arrayBuffer()), pieceLength)
  const request = new Request('http://house/form', {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    duplex: 'half',
  } as RequestInit)
  return (await makeApp().request(request)).json()
}

function makeForm(bytes: Uint8Array, name = '示例 "一".csv', fields: Record<string, string> = { dryRun: 'true' }): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  return form
}

describe('a form', () => {
  test('property: gives fields and files as they were sent, however the body is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.integer({ min: 1, max: 900 }),
        async (bytes, word, cut) => {
          // A form writes every line break as CR LF.
          const field = word.replaceAll(/[\r\n]/g, '')
          const answer = await send(makeForm(bytes, 'a.csv', { field }), cut)
          expect(answer.parts).toEqual([
            ['field', field],
            ['file', 'a.csv', Buffer.from(bytes).toString('hex')],
          ])
        },
      ),
      { numRuns: 60 },
    )
  })

  test('keeps a Chinese file name', async () => {
    expect((await send(makeForm(new Uint8Array([1])))).parts[1][1]).toContain('示例')
  })

  test('is told from another by every byte, name and field', async () => {
    const forms = [
      makeForm(new Uint8Array([1, 2])),
      makeForm(new Uint8Array([1, 3])),
      makeForm(new Uint8Array([1, 2]), 'b.csv'),
      makeForm(new Uint8Array([1, 2]), undefined, { dryRun: 'fals' }),
    ]
    const hashes = await Promise.all(forms.map(async (form) => (await send(form)).hash))
    expect(new Set(hashes).size).toBe(forms.length)
    expect((await send(makeForm(new Uint8Array([1, 2])), 7)).hash).toBe(hashes[0])
  })
})

describe('refused', () => {
  const post = (body: BodyInit, headers: Record<string, string>, role: 'owner' | 'viewer' | null = 'owner') =>
    makeApp(role).request(new Request('http://house/form', { method: 'POST', body, headers, duplex: 'half' } as RequestInit))
  const type = { 'content-type': 'multipart/form-data; boundary=x' }

  test.each([
    ['no boundary', 'a', { 'content-type': 'multipart/form-data' }],
    ['a body that ends early', '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc', type],
    ['a file without a name of its field', '--x\r\nContent-Disposition: form-data; filename="a"\r\n\r\nabc\r\n--x--\r\n', type],
    ['a field without a name', '--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--\r\n', type],
    ['no part at all', 'abc', type],
    ['too many files', `${'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc\r\n'.repeat(3)}--x--\r\n`, type],
    ['too many fields', `${'--x\r\nContent-Disposition: form-data; name="f"\r\n\r\nabc\r\n'.repeat(30)}--x--\r\n`, type],
  ])('%s', async (_, body, headers) => {
    const answer = await (await post(body, headers)).json()
    expect(answer).toMatchObject({ code: 'request.invalid', fields: [{ problem: expect.stringContaining('Malformed form') }] })
  })

  test('more bytes than may come, with and without a length that says so', async () => {
    const body = 'a'.repeat(100_001)
    expect(await (await post(body, type)).json()).toMatchObject({ code: 'request.too_large' })
    expect(await (await post(inPieces(Buffer.from(body), 999), type)).json()).toMatchObject({ code: 'request.too_large' })
  })

  test.each([
    ['who may not', 'viewer', 'permission.denied'],
    ['who is not signed in', null, 'session.missing'],
  ] as const)('%s, before a byte of the body is read', async (_, role, code) => {
    const body = new ReadableStream(
      {
        pull() {
          throw new Error('was read')
        },
      },
      { highWaterMark: 0 },
    )
    expect(await (await post(body, type, role)).json()).toMatchObject({ code })
  })
})
