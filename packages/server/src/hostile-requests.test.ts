import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isUnreachable } from './platform/database.ts'
import { BRIEF, CAMPAIGN, exampleCreator } from './test/campaign-example.ts'
import { openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

const NOBODY = '01a20000-0000-7000-8000-000000000001'
const NUL = 'a\0b'
const HALF = 'a\ud800b'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

interface Described {
  readonly paths: Record<string, Record<string, { readonly requestBody?: unknown }>>
}

/** Every route of members that takes a body, as `POST /api/v1/campaigns/…`; those of creators are asked by a phone, beside the portal. */
async function listWrites(): Promise<string[]> {
  const { paths }: Described = await (await house.fetch('/api/openapi.json')).json()
  const members = Object.entries(paths).filter(([path]) => !path.startsWith('/portal/'))
  return members.flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, { requestBody }]) => requestBody !== undefined)
      .map(([method]) => `${method.toUpperCase()} /api/v1${path.replace(/\{\w+\}/g, NOBODY)}`),
  )
}

async function readProblem(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  return answer.json()
}

function form(bytes: string, name = 'a.csv', fields: Record<string, string> = {}): FormData {
  const filled = new FormData()
  filled.set('file', new File([bytes], name))
  for (const [key, value] of Object.entries(fields)) filled.set(key, value)
  return filled
}

describe('every route that takes a body', () => {
  test.each(['text/plain', 'application/xml', 'text/csv', 'image/png'])('answers 415 to a body of %s', async (type) => {
    const lines = await listWrites()
    expect(lines.length).toBeGreaterThan(14)
    for (const line of lines) {
      const problem = await readProblem(await owner.send(line, {}, { 'Content-Type': type }))
      expect([line, problem.code, problem.status]).toEqual([line, 'request.wrong_type', 415])
    }
  })

  test('asks who is there before it looks at the body', async () => {
    for (const line of await listWrites()) {
      const [method = '', path = ''] = line.split(' ')
      const problem = await readProblem(await house.fetch(path, { method, body: '{', headers: { 'Content-Type': 'application/json' } }))
      expect([line, problem.code]).toEqual([line, 'session.missing'])
    }
  })

  test.each([
    ['a body that stops', '{"name":'],
    ['no body', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a word', '"campaign"'],
    ['brackets without end', '['.repeat(50_000)],
    ['keys of a prototype', '{"__proto__":{"version":1},"constructor":{"prototype":{}}}'],
  ])('answers 422 to %s', async (_, text) => {
    const lines = (await listWrites()).filter((line) => !/imports$|import-uploads$|brief-readings$|documents$|creator-searches$/.test(line))
    for (const line of lines) {
      const [method = '', path = ''] = line.split(' ')
      const problem = await readProblem(await owner.sendText(`${method} ${path}`, text))
      expect([line, problem.code]).toEqual([line, 'request.invalid'])
      expect(problem.fields.length).toBeGreaterThan(0)
    }
  })
})

describe('a text that no database keeps is refused by the name of its field', () => {
  test.each([
    ['POST /campaigns', { ...CAMPAIGN, name: NUL }, 'name'],
    ['POST /campaigns', { ...CAMPAIGN, brand: HALF }, 'brand'],
    ['POST /campaigns', { ...CAMPAIGN, product: { ...CAMPAIGN.product, ownBrandWords: ['Alpensee', NUL] } }, 'product.ownBrandWords.1'],
    ['POST /creators', { ...exampleCreator(1), displayName: NUL }, 'displayName'],
    ['POST /creators', { ...exampleCreator(1), accountId: HALF }, 'accountId'],
    [`POST /campaigns/${NOBODY}/briefs`, { ...BRIEF, background: { en: 'a', zh: HALF } }, 'background.zh'],
    [`POST /briefs/${NOBODY}/reviews`, { move: 'submit', note: NUL }, 'note'],
    [`POST /creators/${NOBODY}/notes`, { text: NUL }, 'text'],
    ['POST /imports/pasted', { text: `昵称\t粉丝数\n${NUL}\t1` }, 'text'],
  ])('%s %#', async (line, body, field) => {
    const [method, path] = line.split(' ')
    const problem = await readProblem(await owner.send(`${method} /api/v1${path}`, body))
    expect(problem).toMatchObject({ code: 'request.invalid', fields: [{ field }] })
  })

  test.each(['q', 'platform'])('in the query: %s', async (field) => {
    const problem = await readProblem(await owner.send(`GET /api/v1/creators?${field}=%00`))
    expect(problem).toMatchObject({ code: 'request.invalid', fields: [{ field }] })
  })
})

describe('a campaign and a brief that nobody could read', () => {
  const LONG = '长'.repeat(20_001)
  const LIST = Array.from({ length: 501 }, (_, at) => `示例${at}`)
  const [KPI] = CAMPAIGN.goal?.kpis ?? []
  test.each([
    ['POST /campaigns', { ...CAMPAIGN, name: '   ' }, 'name'],
    ['POST /campaigns', { ...CAMPAIGN, brand: '\u200B\u2060' }, 'brand'],
    ['POST /campaigns', { ...CAMPAIGN, product: { ...CAMPAIGN.product, name: LONG } }, 'product.name'],
    ['POST /campaigns', { ...CAMPAIGN, competitors: LIST }, 'competitors'],
    ['POST /campaigns', { ...CAMPAIGN, goal: { ...CAMPAIGN.goal, kpis: [{ ...KPI, definition: LONG }] } }, 'goal.kpis.0.definition'],
    [`PUT /campaigns/${NOBODY}`, { version: 1, campaign: { ...CAMPAIGN, localAgency: LONG } }, 'campaign.localAgency'],
    [`POST /campaigns/${NOBODY}/briefs`, { ...BRIEF, background: { en: LONG, zh: 'a' } }, 'background.en'],
    [`POST /campaigns/${NOBODY}/briefs`, { ...BRIEF, hashtags: LIST }, 'hashtags'],
    [`PUT /campaigns/${NOBODY}/brief-copy`, { revision: 0, brief: { goal: { en: LONG } } }, 'brief.goal.en'],
    ['POST /shortlists', { name: '\u2066\u2069', creatorIds: [] }, 'name'],
  ])('%s is refused by the name of the field %#', async (line, body, field) => {
    const [method, path] = line.split(' ')
    const problem = await readProblem(await owner.send(`${method} /api/v1${path}`, body))
    expect(problem).toMatchObject({ code: 'request.invalid', fields: [{ field }] })
    expect(problem.fields[0].problem).toMatch(/shorten it|take some out|to read|be seen/)
    expect(problem.fields[0].problemZh).toMatch(/[\u4e00-\u9fff]/)
  })

  test('near miss: a name of a family of signs is seen', async () => {
    const answer = await owner.send('POST /api/v1/shortlists', { name: '👩‍👩‍👧', creatorIds: [] })
    expect(answer.status).toBe(201)
  })
})

describe('brackets in brackets in brackets', () => {
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
  test.each([
    ['POST /api/v1/checks', deep(20_000), ''],
    ['POST /api/v1/checks', '['.repeat(100_000) + ']'.repeat(100_000), '0'],
    [`PUT /api/v1/campaigns/${NOBODY}/brief-copy`, `{"revision":0,"brief":${deep(20_000)}}`, 'brief.a'],
    [`PUT /api/v1/campaigns/${NOBODY}/brief-copy`, `{"revision":0,"brief":${deep(200)}}`, 'brief.a'],
  ])('%s refuses them by the field %#', async (line, text, field) => {
    const problem = await readProblem(await owner.sendText(line, text))
    expect(problem).toMatchObject({ code: 'request.invalid', status: 422 })
    expect(problem.fields[0].field).toMatch(new RegExp(`^${field}`))
    expect(JSON.stringify(problem).length).toBeLessThan(2000)
  })
})

describe('numbers beyond what is kept', () => {
  test.each([2 ** 31, Number.MAX_SAFE_INTEGER, 1.5, '1', null])('version %j of a campaign is refused', async (version) => {
    const problem = await readProblem(await owner.send(`PUT /api/v1/campaigns/${NOBODY}`, { version, campaign: CAMPAIGN }))
    expect(problem).toMatchObject({ code: 'request.invalid', fields: [{ field: 'version' }] })
  })

  test.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])('the moment %s is refused by the name of its field', async (decidedAt) => {
    const undo = { otherId: NOBODY, decidedAt }
    const problem = await readProblem(await owner.send(`POST /api/v1/creators/${NOBODY}/decision-undos`, undo))
    expect(problem).toMatchObject({ code: 'request.invalid', fields: [{ field: 'decidedAt' }] })
  })

  test.each(['+275760-09-13T00:00:00.000Z', '2026-02-30T00:00:00Z'])(
    'a text to check for %s is refused by the name of the field',
    async (at) => {
      const problem = await readProblem(await owner.send('POST /api/v1/checks', { id: 'a', text: '示例', publishAt: at }))
      expect(problem).toMatchObject({ code: 'request.invalid', fields: [{ field: 'publishAt' }] })
    },
  )

  test('a day of the year 0, which PostgreSQL does not know, is refused by the name of its field', async () => {
    const joined = { clearOf: { brand: 'Alpensee', from: '0000-01-01', to: '2026-01-02' } }
    const problem = await readProblem(await owner.send('POST /api/v1/creator-searches', { joined }))
    expect(problem).toMatchObject({ code: 'request.invalid', status: 422, fields: [{ field: 'joined.clearOf.from' }] })
  })

  test('a cursor that was made by hand never breaks a page', async () => {
    for (const value of [null, 'abc', 1e300, 1.5, -1]) {
      const cursor = Buffer.from(JSON.stringify({ value, id: NOBODY })).toString('base64url')
      for (const sort of ['name', 'followers', 'observedAt']) {
        const { status } = await owner.send(`GET /api/v1/creators?sort=${sort}&cursor=${cursor}`)
        expect([sort, value, [200, 422].includes(status)]).toEqual([sort, value, true])
      }
    }
  })
})

describe('a creator that cannot be is refused by the name of the field', () => {
  const [post] = exampleCreator(1).posts ?? []
  const [quote] = exampleCreator(1).quotes ?? []
  const NO_AUDIENCE = { gender: {}, age: {}, cityTier: {}, province: {}, basis: 'followers', n: null } as const
  test.each([
    ['platform', { platform: '  ' }],
    ['accountId', { accountId: '' }],
    ['displayName', { displayName: 'x'.repeat(900_000) }],
    ['quotes.0.listFen', { quotes: [{ ...quote, listFen: -5 }] }],
    ['quotes.0.observedAt', { quotes: [{ ...quote, observedAt: 'never' }] }],
    ['quotes', { quotes: Array.from({ length: 1001 }, () => quote) }],
    ['posts.0.publishedAt', { posts: [{ ...post, publishedAt: 'yesterday' }] }],
    ['posts.0.publishedAt', { posts: [{ ...post, publishedAt: '2026-02-30T00:00:00Z' }] }],
    ['posts.0.views', { posts: [{ ...post, views: 1e300 }] }],
    ['posts.0.likes', { posts: [{ ...post, likes: 0.5 }] }],
    ['posts.0.postId', { posts: [{ ...post, postId: '长'.repeat(501) }] }],
    ['posts', { posts: Array.from({ length: 1001 }, (_, at) => ({ ...post, postId: `p${at}` })) }],
    ['audience.n', { audience: { ...NO_AUDIENCE, n: -1 } }],
    [
      'audience.province',
      { audience: { ...NO_AUDIENCE, province: Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`p${at}`, 0])) } },
    ],
    ['categories', { categories: Array.from({ length: 501 }, (_, at) => `c${at}`) }],
    ['categories.0', { categories: ['长'.repeat(101)] }],
    ['brands.0.brand', { brands: [{ brand: '长'.repeat(201), source: 'typed', observedAt: null }] }],
    ['bio', { bio: 'x'.repeat(5001) }],
    ['displayName', { displayName: '\u200B\u2060' }],
    ['accountId', { accountId: '\u200B\u200D' }],
  ])('%s %#', async (field, change) => {
    const answer = await owner.send('POST /api/v1/creators', { ...exampleCreator(77), ...change })
    expect(await readProblem(answer)).toMatchObject({ code: 'request.invalid', status: 422, fields: [{ field }] })
  })
})

describe('a body that is too large', () => {
  test.each(['/api/v1/campaigns', '/api/v1/imports/pasted', '/api/v1/checks'])('%s refuses it before it is read', async (path) => {
    const answer = await owner.send(`POST ${path}`, {}, { 'Content-Length': String(2 ** 30) })
    expect(await readProblem(answer)).toMatchObject({ code: 'request.too_large', status: 413 })
  })

  test('is cut off also when it does not say how long it is', async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (queue) => queue.enqueue(new Uint8Array(2 ** 20).fill(0x20)) })
    const answer = await owner.sendStream('POST /api/v1/campaigns', endless)
    expect(await readProblem(answer)).toMatchObject({ code: 'request.too_large' })
  })
})

describe('an upload', () => {
  const ROWS = '平台,昵称,账号ID,粉丝数\n小红书,示例·同时,id-same,1000\n'

  test.each([
    ['a text in place of the file', { file: 'words' }, 'file'],
    ['no file', {}, 'file'],
    ['an answer that is neither true nor false', { file: new File([ROWS], 'a.csv'), dryRun: 'maybe' }, 'dryRun'],
    ['a day that does not exist', { file: new File([ROWS], 'a.csv'), observedOn: '2026-02-30' }, 'observedOn'],
    ['a file whose name no database keeps', { file: new File([ROWS], NUL) }, 'file'],
  ])('with %s is refused by the name of the field', async (_, fields, field) => {
    const filled = new FormData()
    for (const [key, value] of Object.entries(fields)) filled.set(key, value)
    const problem = await readProblem(await owner.send('POST /api/v1/imports', filled))
    expect(problem).toMatchObject({ code: 'request.invalid', fields: [{ field }] })
  })

  test.each([
    ['no bytes', '', 'file.empty'],
    ['a page of a login', '<!doctype html><html>', 'file.html'],
    ['a PDF under another name', '%PDF-1.7\n', 'file.not_recognised'],
    ['a sheet without header', '1,2,3\n4,5,6\n', 'file.no_header'],
    ['a broken JSON', '{"authors": [', 'file.bad_json'],
    ['a quote that never closes', '昵称,粉丝数,价格\n"a,1,2\n', 'file.bad_line'],
  ])('of %s is refused in one sentence of both languages, and keeps nothing', async (_, bytes, reason) => {
    const answer = await owner.send('POST /api/v1/imports', form(bytes))
    const problem = await readProblem(answer)
    expect(problem).toMatchObject({ code: 'import.refused', reason, status: 422 })
    expect(problem.detail).toMatch(/a\.csv/)
    expect(problem.detailZh).toMatch(/[\u4e00-\u9fff]/)
    expect((await (await owner.send('GET /api/v1/imports')).json()).items).toEqual([])
  })

  test.each([
    ['an id longer than a key of the database', `示例,${'长'.repeat(20_000)},100,300,2026-01-01`, 'id.too_long'],
    ['a time in the year 275760', '示例,900401,100,300,8640000000000000', 'time.unparsable'],
    ['a day of the year 0', '示例,900402,100,300,0000-01-01', 'time.unparsable'],
    ['an invisible id and name', '\u200B,\u2060,100,300,', 'id.missing'],
  ])('with %s is read, and the report says what is wrong', async (_, row, code) => {
    const bytes = `昵称,小红书号,粉丝数,报备图文,数据更新至\n${row}\n`
    const other = await house.visit(await house.openWorkspace(), 'owner')
    const answer = await other.send('POST /api/v1/imports', form(bytes, 'odd.csv'))
    expect(answer.status).toBe(200)
    expect((await answer.json()).report.problems).toMatchObject([{ code }])
  })

  test('of an unknown source names the known ones', async () => {
    const problem = await readProblem(await owner.send('POST /api/v1/imports', form(ROWS, 'a.csv', { source: '__proto__' })))
    expect(problem).toMatchObject({ code: 'import.refused', reason: 'import.unknown_source' })
    expect(problem.refusals[0].known).toContain('agency.list')
  })

  test('of the same bytes at the same time is kept once, and everybody is answered', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => owner.send('POST /api/v1/imports', form(ROWS))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).importId))
    expect(new Set(ids).size).toBe(1)
    expect((await (await owner.send('GET /api/v1/imports')).json()).items).toHaveLength(1)
  })

  test('with an Idempotency-Key is answered, and answered again', async () => {
    const upload = () => owner.send('POST /api/v1/imports', form(ROWS.replaceAll('same', 'key')), { 'Idempotency-Key': 'upload' })
    const [first, second] = [await upload(), await upload()]
    expect([first.status, second.status]).toEqual([200, 200])
    expect((await second.json()).importId).toBe((await first.json()).importId)
  })

  test('whose cells hold NUL and half pairs is kept without them', async () => {
    const post = { note_id: 'n1', title: NUL, desc: HALF, user_id: 'u1', nickname: `示例${NUL}`, liked_count: '1', type: 'normal' }
    const more = { comment_count: '1', share_count: '1', collected_count: '1', time: 1_763_600_000_000, note_url: 'https://example.com' }
    const answer = await owner.send('POST /api/v1/imports', form(JSON.stringify([{ ...post, ...more }]), 'notes.json'))
    expect([answer.status, (await answer.json()).committed]).toEqual([200, true])
  })
})

describe('addresses and methods', () => {
  test.each(['PATCH', 'DELETE', 'PUT', 'OPTIONS'])('%s where nothing listens is a problem document', async (method) => {
    expect(await readProblem(await owner.send(`${method} /api/v1/campaigns`))).toMatchObject({ code: 'request.not_found' })
  })

  test.each(['/api', '/api/v2/campaigns', '/api/v1/campaigns/', '/api/v1//campaigns', '/api/v1/SESSION', '/api/v1/rules/__proto__'])(
    '%s holds nothing',
    async (path) => {
      expect(await readProblem(await owner.send(`GET ${path}`))).toMatchObject({ code: 'request.not_found', status: 404 })
    },
  )

  test.each(['%00', '..%2f..%2fetc%2fpasswd', "1'%20OR%20'1'='1", '%E0%A4%A'])('an id like %s is refused as no id', async (id) => {
    for (const path of ['campaigns', 'creators', 'deliverables', 'imports'])
      expect(await readProblem(await owner.send(`GET /api/v1/${path}/${id}`))).toMatchObject({ fields: [{ field: 'id' }] })
  })

  test.each(['%00', 'x.y', `${NOBODY}.${'x'.repeat(43)}`, 'A'.repeat(7000), '%zz'])('a cookie of %.20s… is no session', async (value) => {
    const answer = await house.fetch('/api/v1/session', { headers: { Cookie: `kolibra_session=${value}` } })
    expect(await readProblem(answer)).toMatchObject({ code: 'session.missing' })
  })
})

describe('a database that does not answer', () => {
  test('is no bug: 503, when to try again, and no word of its address', async () => {
    const other = await openTestHouse()
    const person = await other.visit(await other.openWorkspace(), 'owner')
    const { pool } = other
    const held = await Promise.all(Array.from({ length: 5 }, () => pool.connect()))
    pool.options.connectionTimeoutMillis = 20
    const answer = await person.send('GET /api/v1/campaigns')
    for (const client of held) client.release()
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(await readProblem(answer)).toMatchObject({ code: 'server.busy', status: 503 })
    expect((await person.send('GET /api/v1/campaigns')).status).toBe(200)
    await other.close()
  })

  test.each([
    [Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), true],
    [Object.assign(new Error('shutting down'), { code: '57P01' }), true],
    [Object.assign(new Error('duplicate key'), { code: '23505' }), false],
    [new Error('timeout exceeded when trying to connect'), true],
    [new Error('timeout of something of ours'), false],
    ['a word', false],
  ])('%s is out of reach: %s', (error, expected) => expect(isUnreachable(error)).toBe(expected))
})
