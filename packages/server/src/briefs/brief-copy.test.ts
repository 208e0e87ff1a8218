import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BRIEF, CAMPAIGN } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
let manager: Visitor
let viewer: Visitor
let id: string
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  manager = await house.visit(owner.workspaceId, 'manager')
  viewer = await house.visit(owner.workspaceId, 'viewer')
  id = (await ask('POST /campaigns', CAMPAIGN)).body.id
})
afterAll(() => house.close())

const ask = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)
const half = { goal: { zh: '写到一半', en: '' }, deliverables: [{ windowFrom: '' }] }
const keep = (revision: number, brief: object = half, visitor = owner) =>
  ask(`PUT /campaigns/${id}/brief-copy`, { revision, brief }, visitor)
const read = async () => (await ask(`GET /campaigns/${id}/brief-copy`)).body

describe('the working copy of a brief', () => {
  test('is none, is kept half written, and is there again for whoever opens it next', async () => {
    expect(await read()).toEqual({ revision: 0, after: null, brief: null, editedBy: null, editorName: null, editedAt: null })
    expect((await keep(0)).body).toMatchObject({ revision: 1, brief: half, editedBy: owner.userId })
    expect((await ask(`GET /campaigns/${id}/brief-copy`, undefined, viewer)).body).toMatchObject({ revision: 1, brief: half })
    expect((await keep(1, { goal: { zh: '写完', en: 'Done' } }, manager)).body).toMatchObject({ revision: 2, editedBy: manager.userId })
  })

  test('of two who keep it at once one is told which revision stands there', async () => {
    const answers = await Promise.all([keep(2), keep(2, { goal: { zh: '别人的', en: '' } }, manager)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'state.lost_race',
      current: 3,
      by: expect.any(String),
    })
    expect((await keep(0)).status).toBe(409)
  })

  test('is not written by a viewer, and is not seen from another workspace', async () => {
    expect((await keep(3, half, viewer)).status).toBe(403)
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask(`GET /campaigns/${id}/brief-copy`, undefined, stranger)).status).toBe(404)
    expect((await ask(`PUT /campaigns/${id}/brief-copy`, { revision: 0, brief: half }, stranger)).status).toBe(404)
  })

  test('ends with the version made of it, and with no other', async () => {
    expect((await ask(`POST /campaigns/${id}/briefs`, BRIEF)).status).toBe(201)
    expect((await ask(`POST /campaigns/${id}/briefs?copy=2`, BRIEF)).status).toBe(201)
    expect((await read()).brief).not.toBeNull()
    expect((await ask(`POST /campaigns/${id}/briefs?copy=3`, BRIEF)).status).toBe(201)
    expect((await read()).brief).toBeNull()
  })

  test('is thrown away at the revision that was read, by those who may write; its number is never used again', async () => {
    expect((await keep(0)).body).toMatchObject({ code: 'state.lost_race', current: 4 })
    expect((await keep(4)).body).toMatchObject({ revision: 5, brief: half })
    expect((await ask(`DELETE /campaigns/${id}/brief-copies/5`, undefined, viewer)).status).toBe(403)
    expect((await ask(`DELETE /campaigns/${id}/brief-copies/7`)).body).toMatchObject({ code: 'state.lost_race' })
    expect((await ask(`DELETE /campaigns/${id}/brief-copies/5`)).body).toMatchObject({ revision: 6, brief: null })
    // Who had it open at 5 is told, not written over what comes next.
    expect((await keep(5, half, manager)).status).toBe(409)
  })

  test('remembers the version it was begun on', async () => {
    const { revision } = await read()
    expect((await ask(`PUT /campaigns/${id}/brief-copy`, { revision, after: 3, brief: half })).body).toMatchObject({ after: 3 })
    expect((await ask(`PUT /campaigns/${id}/brief-copy`, { revision, after: -1, brief: half })).status).toBe(422)
  })
})

describe('a version made from one that is no longer the newest', () => {
  const write = (query: string, visitor = owner) => ask(`POST /campaigns/${id}/briefs${query}`, BRIEF, visitor)

  test('is refused with who wrote the newest and when; made from that one it is kept', async () => {
    const { version } = (await write('', manager)).body
    const refused = await write(`?after=${version - 1}`)
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ code: 'brief.moved_on', version, by: expect.any(String), at: expect.any(String) })
    expect((await ask(`GET /campaigns/${id}/briefs`)).body[0]).toMatchObject({ version })
    expect((await write(`?after=${version}`)).body).toMatchObject({ version: version + 1 })
  })

  test('a refused version leaves the working copy', async () => {
    const { revision } = (await keep((await read()).revision)).body
    expect((await write(`?after=1&copy=${revision}`)).status).toBe(409)
    expect(await read()).toMatchObject({ revision, brief: half })
  })

  test('a first version says that there was none, and a number that is none is refused', async () => {
    const other = (await ask('POST /campaigns', CAMPAIGN)).body.id
    expect((await ask(`POST /campaigns/${other}/briefs?after=3`, BRIEF)).body).toMatchObject({ code: 'state.lost_race' })
    expect((await ask(`POST /campaigns/${other}/briefs?after=0`, BRIEF)).status).toBe(201)
    expect((await ask(`POST /campaigns/${other}/briefs?after=x`, BRIEF)).status).toBe(422)
    expect((await write('?after=0', viewer)).status).toBe(403)
  })
})

describe('who has the brief open', () => {
  const meet = (visitor: Visitor) => ask(`POST /campaigns/${id}/brief-editors`, undefined, visitor)

  test('each sees the others, nobody sees themselves, and a viewer edits nothing', async () => {
    expect((await meet(owner)).body.editors).toEqual([])
    expect((await meet(manager)).body.editors.map((one: { id: string }) => one.id)).toEqual([owner.userId])
    expect((await meet(owner)).body.editors.map((one: { id: string }) => one.id)).toEqual([manager.userId])
    expect((await meet(viewer)).status).toBe(403)
  })
})
