import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inFence } from '../platform/database.ts'
import { openTestHouse, TEST_NOW, type TestHouse } from '../test/test-house.ts'
import { createLoginLink, OWNER } from './index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const HOUR_MS = 3_600_000
const printLink = (workspaceId: string) =>
  inFence(house.server.app, { workspaceId, userId: OWNER.id }, (tx) =>
    createLoginLink(tx, { workspaceId, userId: OWNER.id, nowMs: house.server.clock() }),
  )

describe('a login link', () => {
  test('opens a session once', async () => {
    const workspaceId = await house.openWorkspace()
    const token = await printLink(workspaceId)
    const first = await house.fetch(`/login/${token}`)
    expect(first.status).toBe(303)
    const cookie = first.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^kolibra_session=.+HttpOnly; SameSite=Lax/)
    const session = await house.fetch('/api/v1/session', { headers: { Cookie: cookie.split(';')[0] ?? '' } })
    expect(await session.json()).toMatchObject({ workspace: { id: workspaceId }, role: 'owner', user: { id: OWNER.id } })
    const second = await house.fetch(`/login/${token}`)
    expect(second.status).toBe(410)
    expect(await second.json()).toMatchObject({ code: 'session.link_used' })
  })

  test('is not used up by a preview, and says in words that it was used', async () => {
    const token = await printLink(await house.openWorkspace())
    expect((await house.fetch(`/login/${token}`, { method: 'HEAD' })).status).toBe(204)
    expect((await house.fetch(`/login/${token}`)).status).toBe(303)
    const page = await house.fetch(`/login/${token}`, { headers: { Accept: 'text/html' } })
    expect(page.status).toBe(410)
    expect(await page.text()).toMatch(/login link was used[\s\S]*登录链接已使用/)
  })

  test('two clicks at once: one wins', async () => {
    const token = await printLink(await house.openWorkspace())
    const answers = await Promise.all([house.fetch(`/login/${token}`), house.fetch(`/login/${token}`)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 410])
  })

  test('expires after an hour', async () => {
    const token = await printLink(await house.openWorkspace())
    house.clock.nowMs = TEST_NOW + HOUR_MS + 1
    expect((await house.fetch(`/login/${token}`)).status).toBe(410)
    house.clock.nowMs = TEST_NOW
  })

  test.each(['', 'nonsense', `${OWNER.id}.${'x'.repeat(43)}`])('%j is no link', async (token) => {
    expect([404, 410]).toContain((await house.fetch(`/login/${token}`)).status)
  })
})

describe('a session', () => {
  test('ends when the person signs out, and after thirty days', async () => {
    const owner = await house.visit(await house.openWorkspace(), 'owner')
    expect((await owner.send('GET /api/v1/session')).status).toBe(200)
    house.clock.nowMs = TEST_NOW + 30 * 24 * HOUR_MS + 1
    expect((await owner.send('GET /api/v1/session')).status).toBe(401)
    house.clock.nowMs = TEST_NOW
    await owner.send('DELETE /api/v1/session')
    expect((await owner.send('GET /api/v1/session')).status).toBe(401)
  })

  test('moves to a workspace of the same person, not to another', async () => {
    const [from, to] = [await house.openWorkspace(), await house.openWorkspace()]
    const viewer = await house.visit(from, 'viewer')
    const refused = await viewer.send('POST /api/v1/session/workspace', { id: to })
    expect(await refused.json()).toMatchObject({ code: 'request.not_found' })
    const owner = await house.visit(from, 'owner')
    const moved = await owner.send('POST /api/v1/session/workspace', { id: to })
    expect(moved.headers.get('set-cookie')).toContain(to)
    expect((await owner.send('GET /api/v1/session')).status).toBe(401)
  })
})

describe('an example workspace', () => {
  test('is deleted with everything in it; the session goes on elsewhere', async () => {
    const home = await house.openWorkspace()
    const demo = await house.openWorkspace(true)
    const owner = await house.visit(demo, 'owner')
    const viewer = await house.visit(demo, 'viewer')
    expect(await (await viewer.send(`DELETE /api/v1/workspaces/${demo}`)).json()).toMatchObject({ code: 'permission.denied' })
    const answer = await owner.send(`DELETE /api/v1/workspaces/${demo}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/kolibra_session=/)
    const left = await inFence(house.server.app, { workspaceId: demo, userId: null }, (tx) =>
      tx.selectFrom('members').selectAll().execute(),
    )
    expect(left).toEqual([])
    const real = await (await house.visit(home, 'owner')).send(`DELETE /api/v1/workspaces/${home}`)
    expect(await real.json()).toMatchObject({ code: 'workspace.not_demo' })
  })
})
