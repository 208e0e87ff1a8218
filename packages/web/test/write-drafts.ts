import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { keepPicture } from './open-browser.ts'
import { finding } from './pass-gates.ts'
import { pointAt } from './point-at.ts'

const FORBIDDEN = '国家级配方的面霜，我用了两周，脸颊不再发紧。'
const HONEST = '换季脸有点干，这瓶面霜我用了两周，脸颊不再发紧。香味很淡，不黏。'

/** The creator's own words: a claim of state level is underlined with the law behind it and cannot be published; the honest text passes. */
export async function writeDraft(page: Page, { name, channel }: { name: string; channel: 'pugongying' | 'xingtu' }): Promise<void> {
  const trust = page.getByTestId('gate-trust')
  await trust.getByRole('button', { name: `Write draft: ${name}` }).click()
  const editor = page.getByRole('dialog')
  await editor.getByLabel('Text', { exact: true }).fill(FORBIDDEN)
  await fillFacts(editor, channel)
  await expectLaw(page, editor)
  await editor.getByRole('button', { name: 'Submit draft' }).click()
  await editor.waitFor({ state: 'detached' })
  await refusePublication(page, name)
  if (channel === 'xingtu') await waiveInEditor(page, name)
  await trust.getByRole('button', { name: `Write draft: ${name}` }).click()
  await editor.getByLabel('Text', { exact: true }).fill(HONEST)
  await expect.poll(() => editor.getByTestId('finding').filter({ hasText: '国家级' }).count()).toBe(0)
  await editor.getByRole('button', { name: 'Submit draft' }).click()
  await editor.waitFor({ state: 'detached' })
}

async function fillFacts(editor: Locator, channel: string): Promise<void> {
  await editor.getByLabel('Format').selectOption(channel === 'xingtu' ? 'video' : 'note')
  await editor.getByLabel('Way to buy').selectOption('none')
  await editor.getByLabel('Filing (报备)').selectOption(channel)
  await editor.getByLabel('Filing number').fill('BB-0001')
  await editor.getByLabel('Used the product').selectOption('yes')
  await editor.getByLabel('Made with AI').selectOption('none')
}

/** Hovering the underlined words shows article and date. */
async function expectLaw(page: Page, editor: Locator): Promise<void> {
  await pointAt(page, '国家级')
  await editor.getByTestId('finding-card').getByText('第九条第三项').waitFor()
  expect(await editor.getByTestId('verdict').innerText()).toContain('Breaks a rule')
}

async function refusePublication(page: Page, name: string): Promise<void> {
  const rules = page.getByTestId('gate-rules')
  await finding(rules, 'ad-law.art09-3').first().waitFor()
  expect(await rules.getByRole('button', { name: `Record the live link: ${name}` }).count()).toBe(0)
}

/** The owner waives an error where it stands, with reason and evidence; the waiver holds for the submitted text alone. */
async function waiveInEditor(page: Page, name: string): Promise<void> {
  await page
    .getByTestId('gate-trust')
    .getByRole('button', { name: `Write draft: ${name}` })
    .click()
  const editor = page.getByRole('dialog').filter({ has: page.getByLabel('Text', { exact: true }) })
  const item = editor.getByTestId('finding').filter({ hasText: '国家级' })
  await item.getByRole('button', { name: 'Waive with a reason' }).click()
  const dialog = page.getByRole('dialog').filter({ hasText: 'Waive this finding' })
  await dialog.getByLabel('Reason').fill('示例·法务确认为奖项名称')
  await dialog.getByLabel('Evidence').fill('示例·奖项证书')
  await keepPicture(page, 'editor-waive')
  await dialog.getByRole('button', { name: 'Waive', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => item.getByRole('button', { name: 'Waive with a reason' }).count()).toBe(0)
  await editor.getByLabel('Text', { exact: true }).press('End')
  await page.keyboard.type('很好')
  await editor.getByText('submit this text first').waitFor()
  await page.keyboard.press('Escape')
  await editor.waitFor({ state: 'detached' })
}

/** Approves the draft, records the live link with its counts. */
export async function publish(page: Page, name: string, url: string): Promise<void> {
  await page
    .getByTestId('gate-trust')
    .getByRole('button', { name: `Approve draft: ${name}` })
    .click()
  const rules = page.getByTestId('gate-rules')
  await rules.getByRole('button', { name: `Record the live link: ${name}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Link of the post').fill(url)
  for (const [label, count] of [
    ['Views', '81,200'],
    ['Likes', '3,100'],
    ['Comments', '240'],
    ['Shares', '90'],
    ['Saves', '1,050'],
  ] as const)
    await dialog.getByLabel(label).fill(count)
  await dialog.getByRole('button', { name: 'Record as live' }).click()
  await dialog.waitFor({ state: 'detached' })
  await rules
    .getByRole('link', { name: /published|live/i })
    .first()
    .waitFor()
}
