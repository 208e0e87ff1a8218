import { readBriefDocx } from '@kolibra/files/docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BRIEF, CAMPAIGN } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
let viewer: Visitor
let stranger: Visitor
let briefId: string
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  viewer = await house.visit(owner.workspaceId, 'viewer')
  stranger = await house.visit(await house.openWorkspace(), 'owner')
  const { id } = (await askJson(owner, 'POST /campaigns', CAMPAIGN)).body
  briefId = (await askJson(owner, `POST /campaigns/${id}/briefs`, BRIEF)).body.id
})
afterAll(() => house.close())

const send = async (visitor: Visitor, bytes: Uint8Array | string, name: string) => {
  const form = new FormData()
  form.append('file', new File([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], name))
  const answer = await visitor.send('POST /api/v1/brief-readings', form)
  return { status: answer.status, body: await answer.json() }
}

describe('a version as a Word document', () => {
  test('is saved under its campaign and reads back as that version', async () => {
    const answer = await viewer.send(`GET /api/v1/briefs/${briefId}/docx`)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''.+v1\.docx$/)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const read = readBriefDocx(bytes, { name: 'a.docx' })
    expect(read).toMatchObject({ ok: true, value: { brief: { goal: BRIEF.goal }, notPlaced: [] } })
    expect((await send(owner, bytes, '回来.docx')).body).toMatchObject({ brief: { goal: BRIEF.goal }, notPlaced: [], isWhole: true })
  })

  test('is not there for another workspace, nor in a language it has not', async () => {
    expect((await stranger.send(`GET /api/v1/briefs/${briefId}/docx`)).status).toBe(404)
    expect((await owner.send(`GET /api/v1/briefs/${briefId}/docx?language=klingon`)).status).toBe(422)
  })
})

describe('a brief from a file', () => {
  test('is read and not kept: what no section takes is handed back', async () => {
    const { status, body } = await send(owner, '## 目标\n让大家认识品牌。\n\n## 预算\n30 万', 'theirs.md')
    expect(status).toBe(200)
    expect(body).toEqual({
      brief: { goal: { zh: '让大家认识品牌。', en: '' } },
      notPlaced: [{ heading: '预算', line: '30 万' }],
      isWhole: false,
    })
  })

  test('that is none is refused in one sentence, and a viewer may not send one', async () => {
    expect(await send(owner, Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'a.docx')).toMatchObject({
      status: 422,
      body: { code: 'file.not_brief' },
    })
    expect(await send(owner, Uint8Array.of(0x50, 0x4b, 3, 4), 'a.docx')).toMatchObject({ status: 422, body: { code: 'file.truncated' } })
    expect((await send(viewer, '## 目标', 'a.md')).status).toBe(403)
  })
})
