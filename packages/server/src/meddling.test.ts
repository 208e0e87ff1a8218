import { TIERS } from '@kolibra/core/creators'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleEntry } from './test/dossier-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const call = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
const add = async (accountId: string): Promise<string> =>
  (await call('POST /creators', { platform: 'douyin', accountId, displayName: `示例·${accountId}`, followers: 1000 })).body.id
const openHouse = async () => {
  owner = await house.visit(await house.openWorkspace(), 'owner')
}
const ENTRIES = ['notes', 'engagements', 'clearances', 'absences', 'incidents'] as const
const decide = (otherId: string, personId: string) => ({ otherId, personId, otherPersonId: otherId })

/** A creator with one of everything that people enter. */
async function fill() {
  await openHouse()
  const [one, two] = [await add('one'), await add('two')]
  for (const kind of ENTRIES) await call(`POST /creators/${one}/${kind}`, exampleEntry(kind, 'x'))
  await call(`POST /creators/${one}/corrections`, { field: 'followers', value: 2000 })
  await call(`PUT /creators/${one}/loan`, { basis: 'consent', since: '2026-11-01', until: null, source: '授权书' })
  const table = '平台,昵称,账号ID,粉丝数\n抖音,示例·三,three,1000\n'
  const form = new FormData()
  form.set('file', new File([table], 'list.csv'))
  const { body: kept } = await call('POST /imports', form)
  return { one, two, importId: String(kept.importId) }
}

/** All that the routes below could change. */
async function look({ one, two }: { one: string; two: string }) {
  const parts = ['', '/person', '/dossier', '/corrections', '/loan'].flatMap((part) => [one, two].map((id) => `/creators/${id}${part}`))
  const pages = await Promise.all([...parts, '/imports', '/merge-decisions', '/tier-table'].map((path) => call(`GET ${path}`)))
  return pages.map(({ status, body }) => ({ status, body: { ...body, asOf: null } }))
}

describe('whoever may not', () => {
  test.each(['a viewer', 'the owner of another workspace'])('%s changes nothing of what is there', async (who) => {
    const { one, two, importId } = await fill()
    const { body: dossier } = await call(`GET /creators/${one}/dossier`)
    const { body: typed } = await call(`GET /creators/${one}/corrections`)
    const other = await house.visit(
      who === 'a viewer' ? owner.workspaceId : await house.openWorkspace(),
      who === 'a viewer' ? 'viewer' : 'owner',
    )
    const before = await look({ one, two })
    const writes: [line: string, body?: unknown][] = [
      ...ENTRIES.map((kind): [string, unknown] => [`POST /creators/${one}/${kind}`, exampleEntry(kind, 'y')]),
      ...ENTRIES.map((kind): [string] => [`DELETE /${kind}/${dossier[kind][0].id}`]),
      [`POST /creators/${one}/documents`, exampleEntry('documents', 'y')],
      [`POST /creators/${one}/merges`, decide(two, one)],
      [`POST /creators/${one}/separations`, decide(two, one)],
      [`POST /creators/${one}/splits`, { personId: one }],
      [`POST /creators/${one}/split-posts`, { postId: 'p1' }],
      [`POST /creators/${one}/exports`],
      [`POST /creators/${one}/erasures`, { personId: one }],
      [`PUT /creators/${one}/loan`, { basis: 'consent', since: '2026-11-01', until: '2026-12-01', source: '授权书' }],
      [`POST /creators/${one}/loan-endings`, { reason: '示例' }],
      [`POST /creators/${one}/corrections`, { field: 'followers', value: 3000 }],
      [`DELETE /corrections/${typed.items[0].id}`],
      [`DELETE /imports/${importId}`],
      ...(who === 'a viewer' ? [['PUT /tier-table', { revision: 0, table: TIERS }] satisfies [string, unknown]] : []),
    ]
    for (const [line, body] of writes) {
      const answer = await call(line, body, other)
      const expected = who === 'a viewer' ? [403, 'permission.denied'] : [404, 'request.not_found']
      expect([line, answer.status, answer.body.code]).toEqual([line, ...expected])
    }
    expect(await look({ one, two })).toEqual(before)
  })
})

describe('at the same time', () => {
  const isAnswer = (status: number) => [200, 201, 404, 409, 422].includes(status)

  test('a merge and the erasure of one of the two: the erased one is gone and nobody is left under them', async () => {
    for (const turn of [1, 2, 3]) {
      await openHouse()
      const [one, two] = [await add(`leaving${turn}`), await add(`staying${turn}`)]
      const asked = [
        call(`POST /creators/${two}/merges`, decide(one, two)),
        call(`POST /creators/${one}/erasures`, { personId: one }),
        call(`POST /creators/${one}/corrections`, { field: 'followers', value: 5 }),
      ]
      const [merged, erased, ...rest] = await Promise.all(turn === 2 ? asked.toReversed() : asked)
      expect([merged, erased, ...rest].map((answer) => isAnswer(answer?.status ?? 0))).toEqual([true, true, true])
      // Either the erasure saw one person of one account, or it lost the race and both stand as one person.
      const left = await call(`GET /creators/${one}`)
      const { body: person } = await call(`GET /creators/${two}/person`)
      const ids = person.accounts.map(({ id }: { id: string }) => id).toSorted()
      expect(ids).toEqual(left.status === 404 ? [two] : [one, two].toSorted())
    }
  })

  test('the same file imported while its import is undone, and undone twice: it is there whole or not at all', async () => {
    await openHouse()
    const table = `平台,昵称,账号ID,粉丝数\n${Array.from({ length: 50 }, (_, at) => `抖音,示例${at},id-${at},${at + 1}`).join('\n')}\n`
    const send = () => {
      const form = new FormData()
      form.set('file', new File([table], 'list.csv'))
      return call('POST /imports', form)
    }
    const { body: first } = await send()
    const answers = await Promise.all([
      call(`DELETE /imports/${first.importId}`),
      send(),
      call(`DELETE /imports/${first.importId}`),
      send(),
    ])
    expect(answers.filter(({ status }) => !isAnswer(status))).toEqual([])
    const { body: found } = await call('POST /creator-searches', {})
    const { body: imports } = await call('GET /imports')
    expect([found.total, imports.items.length]).toEqual(imports.items.length === 0 ? [0, 0] : [50, 1])
  })

  test('two corrections of one value: both are kept, the newest stands', async () => {
    await openHouse()
    const id = await add('typed')
    const answers = await Promise.all([2000, 3000].map((value) => call(`POST /creators/${id}/corrections`, { field: 'followers', value })))
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    const { body } = await call(`GET /creators/${id}/corrections`)
    const [newest] = body.items.filter(({ withdrawnAt }: { withdrawnAt: string | null }) => withdrawnAt === null)
    expect((await call(`GET /creators/${id}`)).body.account.followers).toBe(newest.input.value)
  })
})
