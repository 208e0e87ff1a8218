import { gunzipSync } from 'node:zlib'
import { compileRulebook, fillInPart, lint, rulebookPartSchema, type SlimPart } from '@kolibra/core/compliance'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FACTS, OWN_RULES } from '../test/campaign-example.ts'
import { rulebookOf } from './workspace-rulebook.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

// Frees from a rule and names a fact beside it, which browsers are not given.
const ALLOWED = OWN_RULES.slice(OWN_RULES.indexOf('- id: own.rival'))
  .replace('own.rival\n', 'own.rival-allowed\n')
  .replace('find: [own.rivals]', "words: ['获准提及示例竞品']")
  .replace('这款面霜很好。', '获准提及示例竞品。')
  .replace('适合干皮。', '已获准提及示例竞品。')
  .concat('  exempts: [own.rival, guide.abs.art09]\n')

const get = (headers: Record<string, string> = {}, visitor = owner) => visitor.send('GET /api/v1/rulebook', undefined, headers)
const slimSchema = z.object({ parts: z.array(z.custom<SlimPart>()) })
const bodySchema = z.object({ version: z.string(), parts: z.array(z.unknown()) })

async function readCompiled(visitor = owner) {
  const { version, parts } = bodySchema.parse(await (await get({}, visitor)).json())
  // Examples stay on the server; the rest is the rulebook's own format.
  const withExamples = parts.map(
    (part) => rulebookPartSchema.safeParse({ ...Object(part), examples: FOUR }).data ?? rulebookPartSchema.parse(part),
  )
  const compiled = compileRulebook(withExamples, { version })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals))
  return compiled.value
}
const FOUR = { valid: [{ text: '甲' }, { text: '乙' }], invalid: [{ text: '丙' }, { text: '丁' }] }
const TEXT = '比示例竞品更润，国家级配方，加V领小样。'

describe('the rulebook for browsers', () => {
  test('lints as the server does', async () => {
    const facts = { ...FACTS, text: TEXT }
    const checked = await (await owner.send('POST /api/v1/checks', facts)).json()
    expect(checked).toMatchObject(lint(facts, await readCompiled(), { at: '2026-11-22' }))
  })

  test('has the words and detectors of the server, though it is sent without what its format fills in', async () => {
    const { parts } = slimSchema.parse(await (await get()).json())
    const sent = parts.map(fillInPart)
    const kept = await house.inWorkspace(owner.workspaceId, (ctx) => rulebookOf(ctx, house.server.rulebook))
    expect(sent.filter(({ kind }) => kind === 'words')).toEqual(kept.words.map((list) => ({ ...list, note: null })))
    const byId = new Map(kept.entries.map((entry) => [entry.id, entry]))
    for (const part of sent) if (part.kind !== 'words') expect([part.id, part.detectors]).toEqual([part.id, byId.get(part.id)?.detectors])
  })

  test('is answered with 304 while the browser has it, and kept by no cache between', async () => {
    const first = await get()
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect((await get({ 'if-none-match': etag })).status).toBe(304)
    await owner.send('POST /api/v1/rules/own', { text: OWN_RULES })
    const renewed = await get({ 'if-none-match': etag })
    expect([renewed.status, renewed.headers.get('etag') === etag]).toEqual([200, false])
    const ids = (await readCompiled()).entries.map(({ id }) => id)
    expect(ids).toContain('own.rival')
  })

  test('compiles where an own exemption names a fact beside a rule', async () => {
    const visitor = await house.visit(await house.openWorkspace(), 'owner')
    const added = await visitor.send('POST /api/v1/rules/own', { text: OWN_RULES + ALLOWED })
    expect(added.status).toBe(201)
    const facts = { ...FACTS, text: '获准提及示例竞品。' }
    const item = lint(facts, await readCompiled(visitor), { at: '2026-11-22' })
    expect(item.exemptions.map(({ ruleId }) => ruleId)).toEqual(['own.rival-allowed'])
  })

  test('of another workspace holds nothing of this one', async () => {
    const stranger = await house.visit(await house.openWorkspace(), 'viewer')
    expect((await readCompiled(stranger)).entries.some(({ id }) => id.startsWith('own.'))).toBe(false)
  })

  test.each(['en', 'zh'] as const)('is packed for browsers that take it, worded in %s only', async (language) => {
    const other = language === 'en' ? 'zh' : 'en'
    const packed = await owner.send(`GET /api/v1/rulebook?lang=${language}`, undefined, { 'accept-encoding': 'gzip' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    const bytes = Buffer.from(await packed.arrayBuffer())
    expect(bytes.byteLength).toBeLessThan(200_000)
    const { parts } = slimSchema.parse(JSON.parse(gunzipSync(bytes).toString('utf8')))
    const said = parts.flatMap((part) => (part.kind === 'words' ? [] : [part.title, part.requirement, part.fix]))
    expect(said.length).toBeGreaterThan(500)
    for (const wording of said) expect([wording[language] === '', wording[other]]).toEqual([false, ''])
  })
})
