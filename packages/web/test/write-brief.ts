import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { keepPicture } from './open-browser.ts'
import { finding } from './pass-gates.ts'
import { mark, pointAt } from './point-at.ts'

const SENTENCES = [
  ['Goal', '让换季脸干的人认识 Alpensee。', 'People whose face gets dry when the season turns hear of Alpensee.'],
  ['Audience', '一二线城市 25 到 34 岁女性。', 'Women of 25 to 34 in first and second tier cities.'],
  ['Key message', '换季脸干的时候，一瓶清爽不黏的面霜。', 'A light, non-sticky cream for the days when the season turns.'],
  ['Fact 1', '50 克，配方不含香精。', '50 g, no fragrance in the formula.'],
  ['Usage rights', '品牌可转发原内容 90 天。', 'The brand may repost the original for 90 days.'],
  ['Payment terms', '平台下单付款。', 'Paid through the platform order.'],
  ['Note on the label', '走平台官方渠道报备。', 'Filed through the channel of the platform.'],
] as const

async function fillSentences(brief: Locator): Promise<void> {
  for (const [label, zh, en] of SENTENCES) {
    await brief.getByLabel(`${label} · 中文`).fill(zh)
    await brief.getByLabel(`${label} · English`).fill(en)
  }
}

/** The brief takes over what the plan knows; a demand for a forbidden word is caught before any creator sees it. */
export async function writeBrief(page: Page): Promise<void> {
  const brief = page.getByTestId('gate-brief')
  await brief.getByRole('button', { name: 'Write the brief' }).click()
  await fillSentences(brief)
  await brief.getByLabel('Evidence for fact 1').fill('全成分表（示例）')
  await brief.getByRole('button', { name: 'Add a point' }).click()
  await brief.getByLabel('Point 1 · 中文').fill('说这是全国最佳的面霜。')
  await mark(page, '最佳').waitFor()
  await pointAt(page, '最佳')
  await brief.getByTestId('finding-card').getByText('第九条第三项').waitFor()
  await keepPicture(page, 'brief-typed')
  await brief.getByLabel('Point 1 · English').fill('Say that it is the best cream in the country.')
  await brief.getByLabel('Contacts, one per line').fill('上海代理项目经理：专属链接内留言')
  await brief.getByRole('button', { name: 'Save as version 1' }).click()
  await brief.getByTestId('brief-state').getByText('Draft').waitFor()
  await brief.getByTestId('gate-finding').filter({ hasText: '最佳' }).first().waitFor()
}

/** The agency becomes a party with a reviewer outside. */
async function nameReviewer(brief: Locator): Promise<void> {
  const parties = brief.getByTestId('parties')
  await parties.getByText('Parties and reviewers').click()
  await parties.getByLabel('Company').fill('示例·沪上代理')
  await parties.getByRole('button', { name: 'Add the party' }).click()
  const agency = parties.getByTestId('party').filter({ hasText: '示例·沪上代理' })
  await agency.getByRole('button', { name: 'Add a person' }).click()
  await agency.getByLabel(/^Name/).fill('示例·林审核')
  await agency.getByRole('button', { name: 'Let them act' }).click()
  await brief.getByText('Local review: 示例·林审核').waitFor()
}

/** The decision of somebody outside is entered with where they said so. */
async function approve(page: Page): Promise<void> {
  await page.getByTestId('gate-brief').getByRole('button', { name: 'Approve brief' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Note').fill('微信群里确认（示例）')
  await dialog.getByRole('button', { name: 'Approve brief' }).click()
  await page.getByTestId('brief-state').getByText('Approved').waitFor()
}

/** A corrected version goes to the local reviewer; then it is approved and sent. */
export async function passBrief(page: Page): Promise<void> {
  const brief = page.getByTestId('gate-brief')
  await brief.getByRole('button', { name: 'New version' }).click()
  await brief.getByLabel('Point 1 · 中文').fill('产品名说全。')
  await brief.getByLabel('Point 1 · English').fill('Give the full product name.')
  await brief.getByRole('button', { name: 'Save as version 2' }).click()
  const state = brief.getByTestId('brief-state')
  await state.getByText('Version 2').waitFor()
  await expect.poll(() => brief.getByTestId('gate-finding').filter({ hasText: '最佳' }).count()).toBe(0)
  await finding(brief, 'brief.no_local_reviewer').waitFor()
  await nameReviewer(brief)
  await finding(brief, 'brief.not_reviewed').waitFor()
  await move(brief, 'Submit for review', 'In review')
  await approve(page)
  await move(brief, 'Send brief', 'Sent')
  await page.locator('[data-testid=spine-brief][data-state=passed]').waitFor()
  expect(Number(await brief.getByTestId('freedom').innerText())).toBeGreaterThan(60)
}

async function move(brief: Locator, button: string, state: string): Promise<void> {
  await brief.getByRole('button', { name: button }).click()
  await brief.getByTestId('brief-state').getByText(state).waitFor()
}
