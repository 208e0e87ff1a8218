import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ERRORS } from '@kolibra/core/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMPAIGN } from './test/campaign-example.ts'
import { needUpward } from './platform/find-folder.ts'
import { openTestHouse, TEST_NOW, type TestHouse, type Visitor } from './test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

describe('the frame', () => {
  test('healthz, readyz and metrics answer without a session', async () => {
    for (const path of ['/healthz', '/readyz']) expect(await (await house.fetch(path)).json()).toEqual({ status: 'ok' })
    expect(await (await house.fetch('/metrics')).text()).toMatch(/kolibra_request_seconds_count/)
  })

  test('every answer carries a request id and the security headers', async () => {
    const { headers } = await house.fetch('/api/v1/session')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(headers.get('content-type')).toBe('application/problem+json')
  })

  test('a static file is served by name; a path with dots, or a missing one, is not there', async () => {
    expect((await house.fetch('/favicon.svg')).headers.get('content-type')).toBe('image/svg+xml')
    for (const path of ['/..%2fpackage.json', '/../../package.json', '/assets/none.js', '/api/none'])
      expect(await (await house.fetch(path)).json()).toMatchObject({ code: 'request.not_found', status: 404 })
  })
})

interface Described {
  openapi: string
  paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
}

describe('the OpenAPI document', () => {
  test('is version 3.1, lists every route and only leads to shapes it holds', async () => {
    const document: Described = await (await house.fetch('/api/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    const lines = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(lines).toEqual(
      expect.arrayContaining(['GET /session', 'POST /campaigns', 'POST /checks', 'GET /campaigns/{id}/gates', 'GET /creators']),
    )
    expect(lines.length).toBeGreaterThan(30)
    const text = JSON.stringify(document)
    const missing = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].filter(([, name]) => !text.includes(`"${name}":{`))
    expect(missing).toEqual([])
  })

  test('every route answers 401 without a session', async () => {
    const document: Described = await (await house.fetch('/api/openapi.json')).json()
    const id = '01a20000-0000-7000-8000-000000000001'
    for (const [path, item] of Object.entries(document.paths))
      for (const method of Object.keys(item).filter((name) => name === 'get' || name === 'delete')) {
        const answer = await house.fetch(`/api/v1${path.replace('{id}', id)}`, { method: method.toUpperCase() })
        expect([method, path, answer.status]).toEqual([method, path, 401])
      }
  })

  test('is readable as a page without scripts', async () => {
    const page = await (await house.fetch('/api/docs')).text()
    expect(page).toContain('/campaigns/{id}/gates')
    expect(page).not.toContain('<script')
  })
})

describe('requests that do not fit', () => {
  test('name every field', async () => {
    const answer = await owner.send('POST /api/v1/campaigns', { ...CAMPAIGN, name: '', budgetFen: 1.5 })
    expect(answer.status).toBe(422)
    const problem = await answer.json()
    expect(problem).toMatchObject({
      code: 'request.invalid',
      title: ERRORS['request.invalid'].title.en,
      titleZh: ERRORS['request.invalid'].title.zh,
    })
    expect(problem.fields.map((one: { field: string }) => one.field)).toEqual(['name', 'budgetFen'])
  })

  test('a body that is not JSON is told so', async () => {
    const answer = await owner.send('POST /api/v1/campaigns', undefined, { 'Content-Type': 'application/json' })
    expect(await answer.json()).toMatchObject({ code: 'request.invalid' })
  })

  test.each([{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'null' }])(
    'from another site are refused: %j',
    async (headers) => {
      const answer = await owner.send('POST /api/v1/campaigns', CAMPAIGN, headers)
      expect(await answer.json()).toMatchObject({ code: 'request.foreign_origin', status: 403 })
    },
  )

  test('from our own pages are taken', async () => {
    const headers = { Origin: 'http://localhost:4700', 'Sec-Fetch-Site': 'same-origin' }
    expect((await owner.send('POST /api/v1/campaigns', CAMPAIGN, headers)).status).toBe(201)
  })
})

describe('an Idempotency-Key', () => {
  const countCampaigns = async () => (await (await owner.send('GET /api/v1/campaigns')).json()).items.length

  test('makes a repeated POST happen once, also at the same time', async () => {
    const before = await countCampaigns()
    const headers = { 'Idempotency-Key': 'one' }
    const answers = await Promise.all([1, 2, 3].map(() => owner.send('POST /api/v1/campaigns', CAMPAIGN, headers)))
    const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).id))
    expect(new Set(ids).size).toBe(1)
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201])
    expect(await countCampaigns()).toBe(before + 1)
  })

  test('belongs to one request', async () => {
    const headers = { 'Idempotency-Key': 'two' }
    await owner.send('POST /api/v1/campaigns', CAMPAIGN, headers)
    const other = await owner.send('POST /api/v1/campaigns', { ...CAMPAIGN, name: 'Another' }, headers)
    expect(await other.json()).toMatchObject({ code: 'request.key_reused' })
  })

  test('belongs to one address, query included', async () => {
    const headers = { 'Idempotency-Key': 'four' }
    const ids = await Promise.all(
      ['', '?from=a', '?from=b', '?from=a'].map(
        async (query) => (await (await owner.send(`POST /api/v1/campaigns${query}`, CAMPAIGN, headers)).json()).id,
      ),
    )
    expect(new Set(ids).size).toBe(3)
    expect(ids[1]).toBe(ids[3])
  })

  test('is kept for a day, and its answer no longer than that', async () => {
    const { workspaceId } = owner
    const create = async (key: string) =>
      (await (await owner.send('POST /api/v1/campaigns', CAMPAIGN, { 'Idempotency-Key': key })).json()).id
    const countKept = () =>
      house.inWorkspace(workspaceId, async (ctx) => (await ctx.tx.selectFrom('idempotent_answers').select('key_hash').execute()).length)
    const first = await create('five')
    try {
      house.clock.nowMs += 24 * 3600 * 1000
      expect(await create('five')).toBe(first)
      house.clock.nowMs += 1
      expect(await create('five')).not.toBe(first)
      expect(await countKept()).toBe(1)
    } finally {
      house.clock.nowMs = TEST_NOW
    }
  })

  test('of a request that failed may be used again', async () => {
    const headers = { 'Idempotency-Key': 'three' }
    expect((await owner.send('POST /api/v1/campaigns/01a20000-0000-7000-8000-000000000001/plans', undefined, headers)).status).toBe(404)
    expect((await owner.send('POST /api/v1/campaigns', CAMPAIGN, headers)).status).toBe(201)
  })
})

describe('what goes wrong on our side', () => {
  test('an upload that is too large is refused before it is read', async () => {
    const form = new FormData()
    form.set('file', new File(['a,b'], 'a.csv'))
    const answer = await owner.send('POST /api/v1/imports', form, { 'Content-Length': String(3 * 2 ** 30) })
    expect(await answer.json()).toMatchObject({ code: 'request.too_large', status: 413 })
  })

  test('a bug is a 500 with a request id and no inner words', async () => {
    house.clock.nowMs = Number.NaN
    const answer = await owner.send('GET /api/v1/session')
    house.clock.nowMs = TEST_NOW
    expect(answer.status).toBe(500)
    const problem = await answer.json()
    expect(problem).toMatchObject({ code: 'server.bug' })
    expect(JSON.stringify(problem)).not.toContain('RangeError')
  })

  test('an export goes in over HTTP, twice without a change, and its rejects come out', async () => {
    const bytes = readFileSync(join(needUpward('examples'), 'exports/agency-list.csv'))
    const upload = async (dryRun: boolean) => {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(bytes)], 'agency-list.csv'))
      form.set('dryRun', String(dryRun))
      return (await owner.send('POST /api/v1/imports', form)).json()
    }
    const look = await upload(true)
    expect(look).toMatchObject({ importId: null, committed: false, report: { source: { id: 'agency.list' } } })
    const kept = await upload(false)
    expect(kept.committed).toBe(true)
    const again = await upload(false)
    expect(again.importId).toBe(kept.importId)
    expect(again.report.notes.at(-1)).toContain('imported before')
    const { total } = await (await owner.send('GET /api/v1/creators')).json()
    expect(total).toBe(kept.report.accepted.accounts)
    const rejects = await owner.send(`GET /api/v1/imports/${kept.importId}/rejects`)
    expect(rejects.headers.get('content-type')).toContain('text/csv')
    expect((await (await owner.send('GET /api/v1/imports')).json()).items).toHaveLength(1)
  })
})
