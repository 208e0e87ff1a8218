import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoRawKeys, expectNoSideScroll } from './judge-page.ts'
import { AT_THE_DESK, keepPicture, listenForErrors, openContext, type Look } from './open-browser.ts'
import { openDesk, type Desk } from './open-desk.ts'
import { mark } from './point-at.ts'

let house: Desk
beforeAll(async () => {
  // The example campaign comes with a brief, which a new rule can touch.
  house = await openDesk(['--demo'])
})
afterAll(async () => house?.close())

async function openPage(address: string, look: Look = AT_THE_DESK) {
  const context = await openContext(house.browser, look, house.desk)
  const page = await context.newPage()
  const errors = listenForErrors(page)
  await page.goto(`${house.server.url}${address}`)
  return { page, errors, close: () => context.close() }
}
const yaml = (page: Page) => page.getByLabel('Entries and word lists (YAML)')

/** What the navigation says waits for whoever is signed in. */
const countWaiting = (page: Page) => page.evaluate(() => Number(document.querySelector('.nav-count [aria-hidden]')?.textContent ?? 0))

describe('own rules', () => {
  test('an example is filled in, mended after a refusal, tried, saved, and underlines a draft; what it touches in the campaign is listed', async () => {
    const { page, errors, close } = await openPage('/rules?tab=own')
    await page.getByRole('button', { name: 'Add own rules' }).click()
    await page.getByRole('button', { name: 'Fill in the example' }).click()
    const example = await yaml(page).inputValue()
    await yaml(page).fill(example.replace('outcome: warn', 'outcome: hard'))
    await page.getByRole('button', { name: 'Save and use' }).click()
    await page.getByText('Entry own.no-rivals').waitFor()
    await keepPicture(page, 'rules-own-refused')
    await expectAccessible(page, 'a refused own rule')
    // The brief of the example campaign says 保湿 in its key message.
    await yaml(page).fill(example.replace('示例竞品甲, 示例竞品乙', '示例竞品甲, 示例竞品乙, 保湿'))
    await page.getByLabel('Try it on a sentence').fill('示例竞品甲更保湿。')
    await page.getByRole('button', { name: 'Try', exact: true }).click()
    await page.getByText('It finds: “示例竞品甲”, “保湿”').waitFor()
    await page.getByRole('button', { name: 'Save and use' }).click()
    await page.getByTestId('own-rule').getByText('own.no-rivals').waitFor()
    await keepPicture(page, 'rules-own')
    await expectAccessible(page, 'own rules')

    await page.goto(`${house.server.url}/check`)
    await page.getByLabel('Text', { exact: true }).fill('比示例竞品甲更润。')
    await mark(page, '示例竞品甲').waitFor()

    // Everything planned is looked at again by a job.
    await page.waitForFunction(async () => (await (await fetch('/api/v1/rules/impacts')).json()).items.length > 0)
    await page.goto(`${house.server.url}/rules?tab=impacts`)
    const impact = page.getByTestId('impact').first()
    await impact.getByText('No rival is named').waitFor()
    expect(await impact.innerText()).toContain('now speaks')
    await keepPicture(page, 'rules-impacts')
    await expectAccessible(page, 'impacts')
    const waiting = await countWaiting(page)
    expect(waiting).toBeGreaterThan(0)
    await impact.getByRole('button', { name: 'Seen' }).click()
    await impact.getByText('seen by').waitFor()
    await expect.poll(() => countWaiting(page)).toBe(waiting - 1)
    await impact.getByRole('link', { name: /winter cream/ }).click()
    await page.getByTestId('campaign-impacts').getByText('No rival is named').waitFor()
    expect(errors).toEqual([])
    await close()
  })
})

describe('a rule', () => {
  test('is suspended with a reason, judges no longer, and is used again', async () => {
    const { page, errors, close } = await openPage('/rules?rule=ad-law.art09-3')
    await page.getByRole('button', { name: 'Suspend in this workspace' }).click()
    expect(await page.getByRole('button', { name: 'Suspend in this workspace' }).isDisabled()).toBe(true)
    await page.getByLabel('Reason').fill('示例·法务确认不适用')
    await page.getByRole('button', { name: 'Suspend in this workspace' }).click()
    await page.getByText(/Suspended by Owner on .*示例·法务确认不适用/).waitFor()
    await keepPicture(page, 'rules-suspended')
    await expectAccessible(page, 'a suspended rule')
    const check = await page.evaluate(async () => {
      const body = JSON.stringify({ id: 'd', text: '国家级配方' })
      const answer = await fetch('/api/v1/checks', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      return answer.text()
    })
    expect(check).not.toContain('ad-law.art09-3')
    await page.getByLabel('Kind').selectOption('suspended')
    expect(await page.getByTestId('rule').count()).toBe(1)
    await page.getByRole('button', { name: 'Use again' }).click()
    await page.getByRole('button', { name: 'Suspend in this workspace' }).waitFor()
    expect(errors).toEqual([])
    await close()
  })
})

describe('a source', () => {
  test('is checked: unchanged with what was looked at, then changed with what ended', async () => {
    const { page, errors, close } = await openPage('/rules?tab=due')
    const row = page.getByTestId('due-source').filter({ hasText: '小红书' }).first()
    const source = (await row.getByRole('rowheader').innerText()).trim()
    await row.getByRole('button', { name: /^Check/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('What did you look at?').fill('示例·后台规则页')
    await keepPicture(page, 'rules-due-check')
    await expectAccessible(page, 'check of a source')
    await dialog.getByRole('button', { name: 'Record the check' }).click()
    await dialog.waitFor({ state: 'detached' })
    const checked = page.getByTestId('due-source').filter({ hasText: source }).first()
    await checked.getByRole('button', { name: /^Check/ }).click()
    await dialog.getByText('Earlier checks').click()
    await dialog.getByText('示例·后台规则页').waitFor()
    await dialog.getByLabel('It changed').check()
    await dialog.getByLabel('What did you look at?').fill('示例·新版规则页')
    expect(await dialog.getByRole('button', { name: 'Record the check' }).isDisabled()).toBe(true)
    await dialog.getByRole('group').getByRole('checkbox').first().check()
    await keepPicture(page, 'rules-due-changed')
    await expectAccessible(page, 'a changed source')
    await dialog.getByRole('button', { name: 'Record the check' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: 'Own rules' }).click()
    await page.getByText('draft, judges nothing').waitFor()
    expect(errors).toEqual([])
    await close()
  })
})

describe.each<Look>([
  { locale: 'zh-CN', colorScheme: 'dark', width: 1280 },
  { locale: 'zh-CN', colorScheme: 'light', width: 390 },
])('filled pages in $locale, $colorScheme, $width px', (look) => {
  test.each(['list', 'timeline', 'due', 'own', 'impacts'])('%s', async (tab) => {
    const { page, errors, close } = await openPage(`/rules?tab=${tab}`, look)
    await page.getByRole('tabpanel').locator('li, tr').first().waitFor()
    const where = `rules-${tab} ${look.colorScheme} ${look.width}`
    await keepPicture(page, where.replaceAll(' ', '-'))
    await expectNoSideScroll(page, where)
    await expectAccessible(page, where)
    await expectNoRawKeys(page, where)
    expect(errors).toEqual([])
    await close()
  })
})
