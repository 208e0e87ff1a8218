import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const EXPORTS = join(import.meta.dirname, '../../../examples/exports')
const PASTED = [
  ['达人昵称', '平台', '粉丝数', '报价', '返点'],
  ['示例·粘贴一号', '小红书', '23000', '4200', '20%'],
  ['示例·粘贴二号', '小红书', '8100', '', '30%'],
]
  .map((row) => row.join('\t'))
  .join('\n')

/** Two exports, a pasted block and one creator by hand, as an owner brings them in on the first day. */
export async function addCreators(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Creators', exact: true }).click()
  await page.getByText('No creators yet').waitFor()
  await importFile(page, { file: 'xingtu-search.json', observedOn: '2026-11-20', source: /Recognised as Xingtu search/, total: 40 })
  await importFile(page, { file: 'pugongying-creators.csv', observedOn: '', source: /Recognised as Pugongying/, total: 100 })
  await readUnknownPrice(page)
  await readPassport(page)
  await pasteCells(page)
  await typeCreator(page)
}

interface Import {
  readonly file: string
  /** The day its numbers are as of, for a file that does not say it itself. */
  readonly observedOn: string
  readonly source: RegExp
  /** How many creators there are after it. */
  readonly total: number
}

async function importFile(page: Page, { file, observedOn, source, total }: Import): Promise<void> {
  await page.getByRole('button', { name: 'Import a file' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Numbers are as of').fill(observedOn)
  await dialog.locator('input[type=file]').setInputFiles(join(EXPORTS, file))
  const report = dialog.getByTestId('import-report')
  await report.getByText(source).waitFor()
  await report.locator('.chip', { hasText: 'Proved' }).first().waitFor()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await waitForTotal(page, total)
}

async function waitForTotal(page: Page, total: number): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: new RegExp(`Creators: ${total}(?!\\d)`) })
    .waitFor()
}

/** An account that Xingtu lists without any price, read from the file itself. */
function findUnpriced(): string {
  const { authors } = JSON.parse(readFileSync(join(EXPORTS, 'xingtu-search.json'), 'utf8')) as {
    authors: { attribute_datas: Record<string, string> }[]
  }
  const isPriced = (data: Record<string, string>) =>
    Object.entries(data).some(([key, value]) => key.startsWith('price_') && Number(value) > 0)
  const found = authors.find(({ attribute_datas }) => !isPriced(attribute_datas))?.attribute_datas['nick_name']
  if (found === undefined) throw new Error('every author of the example has a price')
  return found
}

/** The cell of the only row left by a filter, in the column with this header. */
async function cellUnder(page: Page, header: string): Promise<Locator> {
  const place = await page.getByRole('columnheader').filter({ hasText: header }).getAttribute('aria-colindex')
  return page.locator(`[role=gridcell][aria-colindex="${place}"]`)
}

async function filterBy(page: Page, name: string): Promise<void> {
  await page.getByLabel('Filter', { exact: true }).fill(name)
  await waitForTotal(page, 1)
}

async function readUnknownPrice(page: Page): Promise<void> {
  await filterBy(page, findUnpriced())
  const price = await (await cellUnder(page, 'Price 报价')).innerText()
  expect(price).toMatch(/^–\s*Unknown: No price was imported\.$/)
  const followers = await (await cellUnder(page, 'Followers')).innerText()
  expect(followers).toMatch(/^\d/)
}

async function readPassport(page: Page): Promise<void> {
  await page.locator('[role=gridcell] .creator-name').click()
  const drawer = page.getByRole('dialog')
  const passport = drawer.locator('details.passport').first()
  await passport.locator('summary').click()
  await expectFact(passport, 'Source', /^Xingtu search$/)
  await expectFact(passport, 'Import', /^sha256:[0-9a-f]{64}$/)
  await expectFact(passport, 'As of', /^2026-11-20/)
  await drawer.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: /^Remove filter/ }).click()
}

async function expectFact(passport: Locator, name: string, value: RegExp): Promise<void> {
  const row = passport.locator('.facts-row').filter({ has: passport.page().locator('dt', { hasText: new RegExp(`^${name}$`) }) })
  expect(await row.locator('dd').innerText()).toMatch(value)
}

async function pasteCells(page: Page): Promise<void> {
  await waitForTotal(page, 100)
  await page.getByRole('button', { name: 'Paste cells' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Cells').fill(PASTED)
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await dialog.getByTestId('import-report').waitFor()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await waitForTotal(page, 102)
}

async function typeCreator(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Type one in' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Platform').selectOption({ label: 'Xiaohongshu 小红书' })
  await dialog.getByLabel('Account id').fill('shili_typed_1')
  await dialog.getByLabel('Name').fill('示例·手工录入')
  await dialog.getByLabel('Followers').fill('5,200')
  await dialog.getByRole('button', { name: 'Add creator' }).click()
  await waitForTotal(page, 103)
}
