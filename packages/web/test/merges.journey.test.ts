import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenForErrors } from './open-browser.ts'
import { openDesk, type Desk } from './open-desk.ts'

let server: Desk['server']
let desk: Desk['desk']
let close: Desk['close'] | undefined

beforeAll(async () => {
  ;({ server, desk, close } = await openDesk())
  for (const [platform, accountId, displayName] of [
    ['douyin', 'm-1', '示例·木槿'],
    ['xiaohongshu', 'm-2', '示例·木槿'],
    ['weibo', 'm-3', '示例·白桦'],
    ['bilibili', 'm-4', '示例·白桦'],
  ]) {
    const data = { platform, accountId, displayName }
    const answer = await desk.request.post(`${server.url}/api/v1/creators`, { data, headers: { origin: server.url } })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
})
afterAll(async () => close?.())

test('pairs of the whole workspace are decided with keys and buttons, and every decision is taken back', async () => {
  const page = await desk.newPage()
  const errors = listenForErrors(page)
  await page.goto(`${server.url}/creators`)
  await page.getByRole('link', { name: 'Same person?' }).first().click()
  const status = page.getByRole('status')
  const waitForCount = (n: number) => status.filter({ hasText: `Pairs to decide: ${n}` }).waitFor()
  const decided = page.getByTestId('decided')
  await waitForCount(2)
  expect(await page.locator('.merge-pair').first().getAttribute('aria-current')).toBe('true')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('.merge-pair').nth(1).getAttribute('aria-current')).toBe('true')
  await page.keyboard.press('s')
  await waitForCount(1)
  await decided.getByText('One person', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Not the same', exact: true }).click()
  await waitForCount(0)
  await page.getByText('No pair to decide').waitFor()
  await page.keyboard.press('u')
  await waitForCount(1)
  await decided.getByRole('button', { name: /^Take back:/ }).click()
  await waitForCount(2)
  await decided.getByText('Nobody has decided on a pair yet.').waitFor()
  expect(errors).toEqual([])
  await page.close()
})
