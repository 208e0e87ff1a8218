import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { exampleEntry, examplePdf } from '../test/dossier-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

const KINDS = ['notes', 'engagements', 'clearances', 'absences', 'incidents', 'documents'] as const

let house: TestHouse
let owner: Visitor
let analyst: Visitor
let viewer: Visitor
let creatorId: string

beforeAll(async () => {
  house = await openTestHouse()
  const workspaceId = await house.openWorkspace()
  owner = await house.visit(workspaceId, 'owner')
  analyst = await house.visit(workspaceId, 'analyst')
  viewer = await house.visit(workspaceId, 'viewer')
  creatorId = (await (await owner.send('POST /api/v1/creators', exampleCreator(0))).json()).id
})
afterAll(() => house.close())

const call = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
const add = (kind: (typeof KINDS)[number], words: string, who = owner) =>
  call(`POST /creators/${creatorId}/${kind}`, exampleEntry(kind, words), who)

function documentOf(file: File, fields: Record<string, string> = { kind: 'other' }): FormData {
  const form = new FormData()
  form.set('file', file)
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  return form
}

describe('an entry of the dossier', () => {
  test.each(KINDS)('%s: is kept with who entered it and when, newest first, and everybody may read it', async (kind) => {
    await add(kind, 'one')
    const { status, body } = await add(kind, 'two')
    expect(status).toBe(201)
    const read = await call(`GET /creators/${creatorId}/dossier`, undefined, viewer)
    expect(read.body).toEqual(body)
    expect(body[kind]).toHaveLength(2)
    expect(body[kind][0]).toMatchObject({ enteredBy: 'Owner', enteredById: owner.userId, enteredAt: expect.stringMatching(/Z$/) })
    expect(JSON.stringify(body[kind][0])).toContain(kind === 'documents' ? '示例合同.pdf' : 'two')
  })

  test.each(KINDS)('%s: of two who take it out at once one is told', async (kind) => {
    const { body } = await add(kind, 'race')
    const answers = await Promise.all([1, 2].map(() => call(`DELETE /${kind}/${body[kind][0].id}`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.toSatisfy((status) => status === 404 || status === 409)])
    const left = await call(`GET /creators/${creatorId}/dossier`)
    expect(left.body[kind].map(({ id }: { id: string }) => id)).not.toContain(body[kind][0].id)
  })

  test('is gone with the workspace of a stranger: they can neither read nor remove it', async () => {
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    const { body } = await call(`GET /creators/${creatorId}/dossier`)
    expect((await call(`GET /creators/${creatorId}/dossier`, undefined, stranger)).status).toBe(404)
    for (const kind of KINDS) expect((await call(`DELETE /${kind}/${body[kind][0].id}`, undefined, stranger)).status).toBe(404)
    expect((await call(`GET /documents/${body.documents[0].id}`, undefined, stranger)).status).toBe(404)
  })
})

describe('a note', () => {
  test('is taken back by its author and by an owner, by nobody else', async () => {
    const { body } = await add('notes', 'of the owner')
    const foreign = await call(`DELETE /notes/${body.notes[0].id}`, undefined, analyst)
    expect(foreign.body).toMatchObject({ code: 'note.not_author', status: 403 })
    const own = await add('notes', 'of the analyst', analyst)
    expect((await call(`DELETE /notes/${own.body.notes[0].id}`, undefined, analyst)).status).toBe(200)
    const other = await add('notes', 'of the analyst', analyst)
    expect((await call(`DELETE /notes/${other.body.notes[0].id}`)).status).toBe(200)
  })
})

describe('a document', () => {
  test('is sealed in the database and comes out as it went in, as a file to save', async () => {
    const { body } = await call(`POST /creators/${creatorId}/documents`, documentOf(examplePdf('sealed words', '报价 2026.pdf')))
    const { id } = body.documents[0]
    const rows = await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx.selectFrom('creator_document_files').select('sealed').where('document_id', '=', id).execute(),
    )
    expect(rows[0]?.sealed.includes('sealed words')).toBe(false)
    const answer = await analyst.send(`GET /api/v1/documents/${id}`)
    expect(await answer.text()).toBe('%PDF-1.7\nsealed words')
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%E6%8A%A5%E4%BB%B7%202026.pdf")
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await call(`GET /documents/${id}`, undefined, viewer)).body.code).toBe('permission.denied')
  })

  test('whose key is gone cannot be read any more', async () => {
    const { body } = await call(`POST /creators/${creatorId}/documents`, documentOf(examplePdf('locked for ever')))
    const { id } = body.documents[0]
    await house.inWorkspace(owner.workspaceId, (ctx) => ctx.tx.deleteFrom('creator_document_keys').where('document_id', '=', id).execute())
    expect((await call(`GET /documents/${id}`)).status).toBe(404)
  })

  test('of the same bytes is kept once, also when several send it at once', async () => {
    const send = () => call(`POST /creators/${creatorId}/documents`, documentOf(examplePdf('the same')))
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('document.known')
  })

  test.each([
    ['a page', new File(['<script>alert(1)</script>'], 'contract.html'), 'document.wrong_type', 422],
    ['a page that calls itself a PDF', new File(['<html>'], 'contract.pdf'), 'document.wrong_type', 422],
    ['nothing', new File([], 'contract.pdf'), 'document.empty', 422],
    ['21 MB', new File(['%PDF-1.7', new Uint8Array(21 * 2 ** 20)], 'contract.pdf'), 'document.too_large', 413],
  ])('%s is refused', async (_, file, code, status) => {
    expect((await call(`POST /creators/${creatorId}/documents`, documentOf(file))).body).toMatchObject({ code, status })
  })

  test.each([
    ['kind', { kind: 'secret' }],
    ['expiresOn', { kind: 'other', expiresOn: '2026-02-30' }],
  ])('with a wrong %s is refused by the name of the field', async (field, fields) => {
    const { body } = await call(`POST /creators/${creatorId}/documents`, documentOf(examplePdf('x'), fields))
    expect(body).toMatchObject({ code: 'request.invalid', fields: [{ field }] })
  })
})

describe('work for another brand', () => {
  test('is what the Choice gate holds a campaign against; while nobody entered any, it is unknown', async () => {
    const fresh = await house.visit(await house.openWorkspace(), 'owner')
    const ask = async (line: string, body?: unknown) => (await call(line, body, fresh)).body
    for (let index = 1; index < 5; index += 1) await ask('POST /creators', exampleCreator(index))
    const { id } = await ask('POST /campaigns', { ...CAMPAIGN, competitors: ['Talmilch'] })
    const { id: planId, plan } = await ask(`POST /campaigns/${id}/plans`)
    const [chosen] = plan.chosen
    expect(await ask(`POST /campaigns/${id}/choices`, { planId, creatorIds: [chosen] })).toMatchObject({ items: [{ creatorId: chosen }] })
    const findings = async () => JSON.stringify((await ask(`GET /campaigns/${id}/gates`)).gates[1])
    expect(await findings()).toContain('choice.conflict_unknown')
    const { category, starts, ends } = CAMPAIGN
    const bound = { brand: 'Talmilch', category, from: starts, to: ends, exclusive: true, source: '达人自述' }
    await ask(`POST /creators/${chosen}/engagements`, bound)
    const after = await findings()
    expect(after).toContain('choice.exclusivity')
    expect(after).toContain('choice.competitor')
    expect(after).not.toContain('choice.conflict_unknown')
  })
})
