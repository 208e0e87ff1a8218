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

/** A corrected version goes to the local reviewer, who asks for changes once; then it is approved, sent and acknowledged. */
export async function passBrief(page: Page): Promise<void> {
  const brief = page.getByTestId('gate-brief')
  await brief.getByRole('button', { name: 'New version' }).click()
  await brief.getByLabel('Point 1 · 中文').fill('产品名说全。')
  await brief.getByLabel('Point 1 · English').fill('Give the full product name.')
  await brief.getByRole('button', { name: 'Save as version 2' }).click()
  const state = brief.getByTestId('brief-state')
  await state.getByText('Version 2').waitFor()
  await expect.poll(() => brief.getByTestId('gate-finding').filter({ hasText: '最佳' }).count()).toBe(0)
  await finding(brief, 'brief.not_reviewed').waitFor()
  await move(brief, 'Submit for review', 'In review')
  await move(brief, 'Approve brief', 'Approved')
  await move(brief, 'Send brief', 'Sent')
  await move(brief, 'Acknowledge brief', 'Acknowledged')
  await page.locator('[data-testid=spine-brief][data-state=passed]').waitFor()
  expect(Number(await brief.getByTestId('freedom').innerText())).toBeGreaterThan(60)
}

async function move(brief: Locator, button: string, state: string): Promise<void> {
  await brief.getByRole('button', { name: button }).click()
  await brief.getByTestId('brief-state').getByText(state).waitFor()
}
