import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSideScroll } from './judge-page.ts'
import { AT_THE_DESK, keepPicture, listenForErrors, openContext } from './open-browser.ts'
import { openDesk, type Desk } from './open-desk.ts'
import { readPdf } from './read-pdf.ts'

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

test('what was typed a moment before leaving is kept, by Cancel as by a reload', { timeout: 120_000 }, async () => {
  if (desk === undefined) throw new Error('no desk')
  const context = await openContext(desk.browser, AT_THE_DESK, desk.desk)
  const page = await context.newPage()
  await openForm(page, desk.server.url)
  const brief = page.getByTestId('gate-brief')
  await brief.getByLabel('Audience · English').fill('Typed and left at once.')
  await brief.getByRole('button', { name: 'Cancel' }).click()
  await brief.getByRole('button', { name: 'New version' }).click()
  await brief.getByTestId('brief-copy').waitFor()
  expect(await brief.getByLabel('Audience · English').inputValue()).toBe('Typed and left at once.')
  await brief.getByLabel('Links, one per line').fill('https://example.com/last')
  await page.reload()
  await openForm(page, desk.server.url)
  expect(await brief.getByLabel('Links, one per line').inputValue()).toContain('https://example.com/last')
  await context.close()
})

// Two windows write the same brief: what differs is asked field by field, and a version made meanwhile is not written over.
test('two who write at once lose nothing, neither to a copy nor to a version', { timeout: 180_000 }, async () => {
  if (desk === undefined) throw new Error('no desk')
  const context = await openContext(desk.browser, AT_THE_DESK, desk.desk)
  const [first, second] = [await context.newPage(), await context.newPage()]
  await openForm(first, desk.server.url)
  await openForm(second, desk.server.url)
  const [mine, theirs] = [second.getByTestId('gate-brief'), first.getByTestId('gate-brief')]
  await theirs.getByLabel('Goal · English').fill('Theirs.')
  await theirs.getByText('Everything typed is kept.').waitFor()
  await mine.getByLabel('Goal · English').fill('Mine.')
  await mine.getByLabel('Key message · English').fill('Only mine.')
  const rival = mine.getByTestId('brief-rival')
  await rival.getByTestId('brief-clash').waitFor()
  expect(await rival.getByTestId('brief-clash').count()).toBe(1)
  await keepPicture(second, 'brief-rival')
  await expectNoSideScroll(second, 'brief rival')
  await expectAccessible(second, 'brief rival')
  await rival.getByLabel('Theirs: Theirs.').check()
  await rival.getByRole('button', { name: 'Go on with both' }).click()
  expect(await mine.getByLabel('Goal · English').inputValue()).toBe('Theirs.')
  expect(await mine.getByLabel('Key message · English').inputValue()).toBe('Only mine.')
  await mine.getByText('Everything typed is kept.').waitFor()
  await theirs.getByRole('button', { name: /^Save as version/ }).click()
  await theirs.getByTestId('brief-state').waitFor()
  await mine.getByRole('button', { name: /^Save as version/ }).click()
  await rival.getByText(/saved version \d+ at/).waitFor()
  await rival.getByRole('button', { name: 'Go on with both' }).click()
  await mine.getByRole('button', { name: /^Save as version/ }).click()
  await mine.getByTestId('brief-state').waitFor()
  await mine.getByTestId('brief-diff').locator('summary').click()
  await mine.getByTestId('brief-diff').getByText('Only mine.').waitFor()
  await context.close()
})

// The printed page is a clean A4: text that can be searched in Chinese, fonts that travel with it, no row cut in two.
test('the brief prints to PDF and is saved as a Word document that reads back', { timeout: 180_000 }, async () => {
  if (desk === undefined) throw new Error('no desk')
  const context = await openContext(desk.browser, AT_THE_DESK, desk.desk)
  const page = await context.newPage()
  const errors = listenForErrors(page)
  await page.goto(`${desk.server.url}/campaigns`)
  await page.getByRole('table').getByRole('link').first().click()
  const brief = page.getByTestId('gate-brief')
  await brief.getByRole('link', { name: 'Print or PDF' }).click()
  await page.getByTestId('printed-brief').getByRole('table').first().waitFor()
  const pdf = readPdf(await page.pdf({ preferCSSPageSize: true }))
  expect(pdf.pages.length).toBeGreaterThanOrEqual(1)
  expect(pdf.pages.every(({ width, height }) => Math.round(width) === 595 && Math.round(height) === 842)).toBe(true)
  expect(pdf.fonts.length).toBeGreaterThan(0)
  expect(pdf.fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([])
  expect(pdf.text).toContain('核心信息')
  expect(pdf.text).toContain('小红书')
  expect(pdf.text).not.toContain('Print or save as PDF')
  await page.emulateMedia({ media: 'print' })
  await keepPicture(page, 'brief-on-paper')
  await page.emulateMedia({ media: 'screen' })
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Word (.docx)' }).click()])
  const path = await download.path()
  await page.goto(`${desk.server.url}/campaigns`)
  await openForm(page, desk.server.url)
  await brief.getByTestId('brief-import').locator('summary').click()
  await brief.getByLabel('Choose a file').setInputFiles({ name: 'back.docx', mimeType: '', buffer: readFileSync(path) })
  await brief.getByTestId('brief-read').getByText('0 lines found no place.').waitFor()
  await keepPicture(page, 'brief-import')
  await brief.getByLabel('Choose a file').setInputFiles({ name: 'cut.docx', mimeType: '', buffer: readFileSync(path).subarray(0, 900) })
  await brief.getByText('The file is cut off or damaged.').waitFor()
  expect(errors).toEqual([])
  await context.close()
})

test('every act of the editor is reached by keyboard alone', { timeout: 120_000 }, async () => {
  if (desk === undefined) throw new Error('no desk')
  const context = await openContext(desk.browser, AT_THE_DESK, desk.desk)
  const page = await context.newPage()
  await openForm(page, desk.server.url)
  const form = page.getByTestId('gate-brief').locator('form')
  const acts = await form.evaluate((element) => {
    const all = [...element.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, a[href]')]
    // The steppers of a number are hidden from all but the mouse: the arrow keys do the same.
    const ours = all.filter((one) => one.closest('[aria-hidden="true"]') === null)
    const seen = ours.filter((one) => one.checkVisibility() && !(one instanceof HTMLInputElement && one.type === 'file'))
    return { all: seen.length, unreachable: seen.filter((one) => one.tabIndex < 0).map((one) => one.outerHTML.slice(0, 120)) }
  })
  expect(acts.all).toBeGreaterThan(40)
  expect(acts.unreachable).toEqual([])
  const add = form.getByRole('button', { name: 'Add an asset' })
  await add.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => form.getByLabel('Asset 1', { exact: true }).count()).toBe(0)
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('brief-state').waitFor()
  await context.close()
})
