import { hashText } from '@kolibra/core/compliance'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FACTS, OWN_RULES } from '../test/campaign-example.ts'
import { sha256 } from '../platform/secrets.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { insertChecks, loadCheck } from './check-store.ts'
import { MOST_TEXTS } from './read-checked-texts.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

const ask = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)
const BAD = { ...FACTS, text: '国家级配方。' }
const countKept = (visitor: Visitor) =>
  house.inWorkspace(visitor.workspaceId, async (ctx) => {
    const rows = await ctx.tx.selectFrom('checks').select('check_id').where('workspace_id', '=', ctx.workspaceId).execute()
    const events = await ctx.tx
      .selectFrom('events')
      .select('subject_id')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('name', '=', 'text.checked')
      .execute()
    return { checks: rows.map((row) => row.check_id).sort(), told: events.map((event) => event.subject_id).sort() }
  })

describe('one text', () => {
  test('is checked, kept by the hash of its text, and found again', async () => {
    const { status, body } = await ask('POST /checks', BAD)
    expect(status).toBe(200)
    expect(body).toMatchObject({ verdict: 'error', textHash: hashText(BAD, sha256), checkedAt: '2026-11-22T04:00:00.000Z' })
    const { body: kept } = await ask(`GET /checks/${body.checkId}`)
    expect(kept).toEqual({ ...body, stale: { text: null, rulebook: false } })
    const { checks, told } = await countKept(owner)
    expect(checks).toContain(body.checkId)
    expect(told).toEqual(checks)
  })

  test('that changed makes the check stale, and so does a rulebook that changed', async () => {
    const { body } = await ask('POST /checks', BAD)
    const staleFor = async (text: string) =>
      (await ask(`GET /checks/${body.checkId}?textHash=${hashText({ ...BAD, text }, sha256)}`)).body.stale
    expect(await staleFor(BAD.text)).toEqual({ text: false, rulebook: false })
    expect(await staleFor('国家级配方！')).toEqual({ text: true, rulebook: false })
    await ask('POST /rules/own', { text: OWN_RULES })
    expect(await staleFor(BAD.text)).toEqual({ text: false, rulebook: true })
  })

  test('is not made stale by a rule that could not matter to it; a check that keeps no reach goes by the version', async () => {
    const visitor = await house.visit(await house.openWorkspace(), 'owner')
    const { body } = await ask('POST /checks', BAD, visitor)
    const isStale = async (id: string) => (await ask(`GET /checks/${id}`, undefined, visitor)).body.stale.rulebook
    await ask('POST /rules/own', { text: OWN_RULES.replace("platforms: ['*']", 'platforms: [douyin]') }, visitor)
    expect(await isStale(body.checkId)).toBe(false)
    const old = await house.inWorkspace(visitor.workspaceId, async (ctx) => {
      const check = { ...(await loadCheck(ctx, body.checkId)), checkId: ctx.mintId(), grounds: null }
      await insertChecks(ctx, [check])
      return check.checkId
    })
    expect(await isStale(old)).toBe(true)
  })

  test('of another workspace is not found', async () => {
    const { body } = await ask('POST /checks', BAD)
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask(`GET /checks/${body.checkId}`, undefined, stranger)).body.code).toBe('request.not_found')
  })
})

describe('several texts', () => {
  const texts = [BAD, { ...FACTS, id: 'd2', text: '面霜好用。' }]

  test('as an array are answered in their order, each with its own check', async () => {
    const { body } = await ask('POST /checks', texts)
    expect(body.items.map(({ id, textHash }: { id: string; textHash: string }) => [id, textHash])).toEqual(
      texts.map((facts) => [facts.id, hashText(facts, sha256)]),
    )
    expect(new Set(body.items.map(({ checkId }: { checkId: string }) => checkId)).size).toBe(2)
    expect(body.rulebook).toBe(body.items[0].rulebook)
  })

  test('as one object per line are the same', async () => {
    const lines = texts.map((facts) => JSON.stringify(facts)).join('\n')
    const answer = await owner.sendText('POST /api/v1/checks?keep=false', `${lines}\n`, 'application/x-ndjson')
    const byArray = await ask('POST /checks?keep=false', texts)
    expect(await answer.json()).toEqual(byArray.body)
  })

  test.each([
    ['one that does not fit is named by its place', [BAD, { ...BAD, platform: 'myspace' }], '1.platform', /./],
    ['none', [], 'body', /no text/],
    ['too many', Array.from({ length: MOST_TEXTS + 1 }, () => BAD), 'body', /501 texts.*takes 500/],
    ['half a character', [{ ...BAD, text: '\ud83d' }], '0.text', /character/],
  ])('%s: refused whole, nothing kept', async (_, body, field, problem) => {
    const before = await countKept(owner)
    const answer = await ask('POST /checks', body)
    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid', fields: [{ field }] } })
    expect(answer.body.fields[0].problem).toMatch(problem)
    expect(await countKept(owner)).toEqual(before)
  })
})
