import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoSideScroll } from './judge-page.ts'
import { AT_THE_DESK, keepPicture, listenForErrors, openContext } from './open-browser.ts'
import { openDesk, type Desk } from './open-desk.ts'

let desk: Desk | undefined
beforeAll(async () => {
  desk = await openDesk(['--demo'])
})
afterAll(async () => desk?.close())

async function openForm(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/campaigns`)
  await page.getByRole('table').getByRole('link').first().click()
  const brief = page.getByTestId('gate-brief')
  await brief.getByRole('button', { name: 'New version' }).click()
  await brief.getByTestId('brief-copy').waitFor()
}

// One brief, typed on, closed by a reload and taken up again; a version is made of it by a deliberate act and tells what it changed.
test('what is typed survives a reload, becomes a version and tells what it changed', { timeout: 120_000 }, async () => {
  if (desk === undefined) throw new Error('no desk')
  const context = await openContext(desk.browser, AT_THE_DESK, desk.desk)
  const page = await context.newPage()
  const errors = listenForErrors(page)
  await openForm(page, desk.server.url)
  const brief = page.getByTestId('gate-brief')
  const goal = brief.getByLabel('Goal · English')
  await goal.fill('People hear of the cream and follow the brand.')
  await brief.getByText('Everything typed is kept.').waitFor()
  await page.reload()
  await openForm(page, desk.server.url)
  expect(await goal.inputValue()).toBe('People hear of the cream and follow the brand.')
  await brief.getByLabel('The brand approves the tone').check()
  await expect.poll(() => brief.getByTestId('freedom').innerText()).toBe('95')
  await brief.getByRole('button', { name: /^Fill the gaps/ }).click()
  await brief.getByLabel('Step 1 · English').waitFor()
  await keepPicture(page, 'brief-form')
  await goal.press('Control+Enter')
  await brief.getByTestId('brief-diff').locator('summary').click()
  await brief.getByTestId('brief-diff').getByText('People hear of the cream and follow the brand.').waitFor()
  await expectNoSideScroll(page, 'brief')
  await keepPicture(page, 'brief-diff')
  expect(errors).toEqual([])
  await context.close()
})
