import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FACTS, OWN_RULES } from '../test/campaign-example.ts'
import { examplePack, TRUSTED } from '../test/pack-example.ts'
import { askJson as ask, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const inNewWorkspace = async () => house.visit(await house.openWorkspace(), 'owner')
/** The rules of a pack, which forbid one more word than the last. */
const rulesOf = (word: string) => OWN_RULES.replaceAll('own.', 'pack.').replaceAll('示例竞品', word)
const packOf = (version: string, word = '示例竞品') => examplePack({ version, text: rulesOf(word) })
const take = (visitor: Visitor, text: string) => ask(visitor, 'POST /rulebook/packs', { text })
const check = async (visitor: Visitor) => (await ask(visitor, 'POST /checks', { ...FACTS, text: '比示例竞品更润，比示例对手更轻。' })).body
const wordsOf = ({ findings }: { findings: { ruleId: string; match: string }[] }) =>
  findings.filter(({ ruleId }) => ruleId === 'pack.rival').map(({ match }) => match)
const shippedVersion = () => house.server.rulebook.version

describe('a signed pack', () => {
  test('judges from the moment it is taken, in its workspace only; who signed and brought it is told', async () => {
    const owner = await inNewWorkspace()
    const before = await ask(owner, 'GET /rulebook/packs')
    const shipped = shippedVersion()
    expect(before.body).toEqual({ items: [], current: shipped, shipped, trusted: [TRUSTED.name] })
    const taken = await take(owner, packOf('2999-01-01'))
    expect(taken).toMatchObject({ status: 201, body: { current: '2999-01-01', shipped } })
    expect(taken.body.items).toEqual([
      {
        version: '2999-01-01',
        publisher: '示例规则社',
        signer: TRUSTED.name,
        publicKey: TRUSTED.publicKey,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        addedBy: 'Owner',
        addedAt: '2026-11-22T04:00:00.000Z',
        setAside: null,
      },
    ])
    const checked = await check(owner)
    expect([checked.rulebook, wordsOf(checked)]).toEqual(['2999-01-01', ['示例竞品']])
    expect((await ask(owner, 'GET /rules')).body.items.map(({ id }: { id: string }) => id)).toEqual(['pack.rival'])
    expect((await check(await inNewWorkspace())).rulebook).toBe(shipped)
  })

  test('makes checks of before stale, which keep the version they were made with', async () => {
    const owner = await inNewWorkspace()
    await take(owner, packOf('2999-01-01'))
    const first = await check(owner)
    await take(owner, packOf('2999-01-01.2', '示例对手'))
    const kept = (await ask(owner, `GET /checks/${first.checkId ?? first.id}`)).body
    expect(kept).toMatchObject({ rulebook: '2999-01-01', stale: { rulebook: true } })
    const second = await check(owner)
    expect([second.rulebook, wordsOf(second)]).toEqual(['2999-01-01.2', ['示例对手']])
    const { items } = (await ask(owner, 'GET /rulebook/packs')).body
    expect(items.map(({ version }: { version: string }) => version)).toEqual(['2999-01-01.2', '2999-01-01'])
  })

  test('is what own rules and suspensions stand on', async () => {
    const owner = await inNewWorkspace()
    await take(owner, packOf('2999-01-01'))
    expect((await ask(owner, 'POST /rules/own', { text: OWN_RULES })).status).toBe(201)
    expect((await check(owner)).rulebook).toBe('2999-01-01+1')
    expect((await ask(owner, 'POST /rules/pack.rival/suspensions', { reason: '示例' })).status).toBe(201)
    const checked = await check(owner)
    expect([checked.rulebook, wordsOf(checked)]).toEqual(['2999-01-01+2', []])
    expect((await ask(owner, 'GET /rules/pack.rival')).status).toBe(200)
    await take(owner, packOf('2999-01-02'))
    expect((await check(owner)).rulebook).toBe('2999-01-02+2')
  })

  test('is recorded by its version, and everything is judged again', async () => {
    const owner = await inNewWorkspace()
    await take(owner, packOf('2999-01-01'))
    const [event] = await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx.selectFrom('events').select(['name', 'subject_kind', 'subject_id']).where('name', '=', 'rulebook.updated').execute(),
    )
    expect(event).toEqual({ name: 'rulebook.updated', subject_kind: 'rulebook', subject_id: '2999-01-01' })
  })

  test('of one version is taken once when two bring it at the same time', async () => {
    const owner = await inNewWorkspace()
    const answers = await Promise.all([take(owner, packOf('2999-01-01')), take(owner, packOf('2999-01-01'))])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })
})

describe('the way back from a pack', () => {
  const aside = (visitor: Visitor, version: string, reason = '示例·误伤太多') =>
    ask(visitor, `POST /rulebook/packs/${version}/suspensions`, { reason })
  const again = (visitor: Visitor, version: string) => ask(visitor, `DELETE /rulebook/packs/${version}/suspensions`)
  const inTwoPacks = async () => {
    const owner = await inNewWorkspace()
    await take(owner, packOf('2999-01-01'))
    await take(owner, packOf('2999-01-02', '示例对手'))
    return owner
  }

  test('leads to the newest of the others, and behind the last to the shipped rulebook', async () => {
    const owner = await inTwoPacks()
    const answer = await aside(owner, '2999-01-02')
    expect(answer).toMatchObject({ status: 201, body: { current: '2999-01-01' } })
    expect(answer.body.items[0]).toMatchObject({
      version: '2999-01-02',
      setAside: { by: 'Owner', at: '2026-11-22T04:00:00.000Z', reason: '示例·误伤太多' },
    })
    const checked = await check(owner)
    expect([checked.rulebook, wordsOf(checked)]).toEqual(['2999-01-01', ['示例竞品']])
    expect((await aside(owner, '2999-01-01')).body.current).toBe(shippedVersion())
    expect((await check(owner)).rulebook).toBe(shippedVersion())
  })

  test('may be gone forward again', async () => {
    const owner = await inTwoPacks()
    await aside(owner, '2999-01-02')
    const answer = await again(owner, '2999-01-02')
    expect(answer).toMatchObject({ status: 200, body: { current: '2999-01-02' } })
    expect(answer.body.items.map(({ setAside }: { setAside: unknown }) => setAside)).toEqual([null, null])
    expect(wordsOf(await check(owner))).toEqual(['示例对手'])
  })

  test('from an earlier pack changes nothing about what judges', async () => {
    const owner = await inTwoPacks()
    expect((await aside(owner, '2999-01-01')).body.current).toBe('2999-01-02')
  })

  test('is what is named when the pack that was set aside is brought again', async () => {
    const owner = await inTwoPacks()
    await aside(owner, '2999-01-02')
    const answer = await take(owner, packOf('2999-01-02', '示例对手'))
    expect(answer).toMatchObject({ status: 409, body: { code: 'pack.is_set_aside', version: '2999-01-02' } })
    expect((await ask(owner, 'GET /rulebook/packs')).body.current).toBe('2999-01-01')
  })

  test('leaves room for a newer pack', async () => {
    const owner = await inTwoPacks()
    await aside(owner, '2999-01-02')
    expect((await take(owner, packOf('2999-01-03'))).body.current).toBe('2999-01-03')
  })

  test('is recorded with the name of the pack both ways, and everything is judged again', async () => {
    const owner = await inTwoPacks()
    await aside(owner, '2999-01-02')
    await again(owner, '2999-01-02')
    const events = await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx
        .selectFrom('events')
        .select(['name', 'subject_id'])
        .where('name', 'in', ['rulebook.set_aside', 'rulebook.used_again'])
        .orderBy('name')
        .execute(),
    )
    expect(events).toEqual([
      { name: 'rulebook.set_aside', subject_id: '2999-01-02' },
      { name: 'rulebook.used_again', subject_id: '2999-01-02' },
    ])
  })

  test('is refused twice, for a pack that is not there, without a reason, and to whoever may not', async () => {
    const owner = await inTwoPacks()
    expect((await again(owner, '2999-01-02')).body).toMatchObject({ code: 'pack.not_set_aside', status: 409 })
    await aside(owner, '2999-01-02')
    expect((await aside(owner, '2999-01-02')).body).toMatchObject({ code: 'pack.set_aside_already', status: 409 })
    expect((await aside(owner, '2999-09-09')).body.code).toBe('request.not_found')
    expect((await again(owner, '2999-09-09')).body.code).toBe('request.not_found')
    expect((await aside(owner, '2999-01-01', ' ')).body.code).toBe('request.invalid')
    const viewer = await house.visit(owner.workspaceId, 'viewer')
    expect((await aside(viewer, '2999-01-01')).body.code).toBe('permission.denied')
  })
})

describe('a pack is refused in one sentence, and nothing changes', () => {
  const good = packOf('2999-01-01')
  test.each<[string, string, number, object]>([
    ['that is none', 'format: none', 422, { code: 'pack.unreadable' }],
    ['that is no YAML', 'a: [', 422, { code: 'pack.unreadable' }],
    ['without a signature', good.replace(/signature:[\s\S]*$/, 'signature: null\n'), 422, { code: 'pack.unsigned' }],
    [
      'of a stranger',
      examplePack({ version: '2999-01-01', text: rulesOf('示例竞品'), isStranger: true }),
      422,
      { code: 'pack.unknown_key' },
    ],
    ['with a version put on it', good.replace('2999-01-01', '2999-01-02'), 422, { code: 'pack.bad_signature' }],
    ['with a changed word', good.replace('示例竞品', '示例别家'), 422, { code: 'pack.wrong_hash', file: 'example.yaml' }],
    ['that is not newer', packOf('2020-01-01'), 409, { code: 'pack.not_newer', version: '2020-01-01' }],
    [
      'whose rules do not hold together',
      examplePack({ version: '2999-01-01', text: rulesOf('示例竞品').replace('find: [pack.rivals]', 'find: [pack.nowhere]') }),
      422,
      { code: 'rulebook.unknown_reference', name: 'pack.nowhere' },
    ],
  ])('%s', async (_name, text, status, body) => {
    const owner = await inNewWorkspace()
    expect(await take(owner, text)).toMatchObject({ status, body })
    expect((await ask(owner, 'GET /rulebook/packs')).body).toMatchObject({ items: [], current: shippedVersion() })
  })
})
