import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askJson, openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

let house: TestHouse
let admin: Pool
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  admin = new Pool({ connectionString: house.adminUrl, max: 2 })
})
beforeEach(async () => {
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

const call = (line: string, body?: unknown) => askJson(owner, line, body)
async function upload(text: string, name: string, to = '/imports') {
  const form = new FormData()
  form.set('file', new File([text], name))
  return (await call(`POST ${to}`, form)).body
}
const idOf = async (accountId: string): Promise<string> => (await call(`GET /creators?q=${accountId}`)).body.items[0]?.id
const dailyRows = async (): Promise<number> =>
  (await admin.query('SELECT 1 FROM kolibra.daily_values WHERE workspace_id = $1', [owner.workspaceId])).rows.length
async function vettingOf(accountId: string) {
  const { body } = await call(`GET /creators/${await idOf(accountId)}/vetting`)
  const { signals, missing } = body.vetting.authenticity
  return { spike: signals.find(({ code }: { code: string }) => code === 'followers.spike'), missing }
}
async function growthOf(accountId: string) {
  const { body } = await call(`GET /creators/${await idOf(accountId)}/page`)
  return body.history.filter(({ source }: { source: string }) => source !== 'typed.table')
}

const LIST = [
  '平台,昵称,账号ID,粉丝数',
  '小红书,示例·阿禾,days-1,100000',
  '微博,示例·同号,days-1,5000',
  '小红书,示例·旁人,days-2,90000',
].join('\n')
const counts = Array.from({ length: 20 }, (_, n) => 100_000 + 100 * n + (n % 3) * 7 + (n >= 12 ? 30_000 : 0))
const dayOf = (n: number) => `2026-10-${String(n + 1).padStart(2, '0')}`
const TREND = ['平台,账号ID,日期,粉丝数', ...counts.map((count, n) => `小红书,days-1,${dayOf(n)},${count}`)].join('\n')
const LINES = counts.map((value, n) =>
  JSON.stringify({ subject: 'xiaohongshu:days-1', metric: 'followers', unit: 'followers', day: dayOf(n), value, source: 'our own count' }),
)

for (const { kind, text, name, source } of [
  { kind: 'a table of days', text: TREND, name: 'trend.csv', source: 'followers.daily' },
  { kind: 'series.jsonl', text: LINES.join('\n'), name: 'series.jsonl', source: 'our own count' },
])
  test(`${kind}: kept by day with its source, on the page and in the vetting of that account only, gone with the import`, async () => {
    await upload(LIST, 'list.csv')
    expect((await vettingOf('days-2')).missing).toContain('followers.spike')
    const { importId, report } = await upload(text, name)
    expect(report).toMatchObject({ accepted: { accounts: 0, series: 20 }, rejected: 0 })
    const shown = await growthOf('days-1&platform=xiaohongshu')
    expect([shown.length, shown[0]]).toEqual([20, expect.objectContaining({ source, observedAt: '2026-10-01', followers: 100_000 })])
    const { spike } = await vettingOf('days-1&platform=xiaohongshu')
    expect(spike.weight).toBeGreaterThan(1)
    expect(spike.because).toContain('2026-10-13')
    expect(await growthOf('days-1&platform=weibo')).toEqual([])
    expect((await upload(text, name)).importId).toBe(importId)
    expect(await dailyRows()).toBe(20)
    expect((await call(`DELETE /imports/${importId}`)).status).toBe(200)
    expect(await dailyRows()).toBe(0)
    expect((await vettingOf('days-1&platform=xiaohongshu')).missing).toContain('followers.spike')
  })

test('a newer export appends its days, and of one day the newer count stands', async () => {
  await upload(LIST, 'list.csv')
  await upload(TREND, 'trend.csv')
  await upload(['平台,账号ID,日期,粉丝数', '小红书,days-1,2026-10-20,140000', '小红书,days-1,2026-10-21,140100'].join('\n'), 'later.csv')
  const shown = await growthOf('days-1&platform=xiaohongshu')
  expect(shown.slice(-2).map((one: { observedAt: string; followers: number }) => [one.observedAt, one.followers])).toEqual([
    ['2026-10-20', 140_000],
    ['2026-10-21', 140_100],
  ])
  expect(shown).toHaveLength(21)
})

test('what waits shows the days it would bring', async () => {
  const waiting = await upload(TREND, 'trend.csv', '/import-uploads')
  expect(waiting.reading.rows[0]).toMatchObject({
    record: 1,
    account: null,
    series: [{ subject: 'xiaohongshu:days-1', day: '2026-10-01', value: 100_000 }],
  })
  expect(await dailyRows()).toBe(0)
})

test('days go with the person, and do not come back', async () => {
  await upload(LIST, 'list.csv')
  await upload(TREND, 'trend.csv')
  const id = await idOf('days-1&platform=xiaohongshu')
  expect((await call(`POST /creators/${id}/erasures`, { personId: id })).status).toBe(201)
  expect(await dailyRows()).toBe(0)
  const { report } = await upload(LINES.join('\n'), 'series.jsonl')
  expect(report).toMatchObject({ accepted: { series: 0 }, rejected: 20 })
  expect(await dailyRows()).toBe(0)
})
