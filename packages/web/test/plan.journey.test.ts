import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoRawKeys, expectNoSideScroll } from './judge-page.ts'
import { AT_THE_DESK, keepPicture, listenForErrors, openBrowser, openContext, type Look } from './open-browser.ts'
import { makeDataFolder, removeDataFolder, startServer, type RunningServer } from './start-server.ts'

let folder: string
let server: RunningServer
let browser: Browser
let desk: BrowserContext
let page: Page
let address: string

beforeAll(async () => {
  folder = await makeDataFolder()
  server = await startServer(folder, ['--demo'])
  browser = await openBrowser()
  desk = await openContext(browser, AT_THE_DESK)
  page = await desk.newPage()
  await page.goto(server.loginLink)
  await page.waitForURL('**/campaigns')
  const id = await page.evaluate(async () => String((await (await fetch('/api/v1/campaigns')).json()).items[0].id))
  address = `${server.url}/campaigns/${id}/plan`
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await removeDataFolder(folder)
})

const history = (on: Page) => on.getByTestId('plan-history').getByRole('listitem')
const runBar = (on: Page) => on.getByTestId('run-bar')

/** Opens the plan page in a look of its own. */
async function openIn(look: Look): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, look, desk)
  const opened = await context.newPage()
  await opened.goto(address)
  await opened.getByTestId('plan-history').waitFor({ state: 'attached' })
  return { context, page: opened }
}

describe('the plan of a campaign, clicked through on the real server, with its thread', () => {
  test('a shortlist is held against the campaign and sent into its plan as those it may choose from', async () => {
    await page.goto(`${server.url}/shortlists`)
    await page.getByTestId('shortlists').getByRole('link').first().click()
    const lines = page.locator('[data-testid="shortlist-lines"] > li')
    await page.getByTestId('shortlist-lines').getByRole('button').first().waitFor()
    const listed = await page.getByTestId('shortlist-lines').getByRole('link', { name: /示例/ }).allInnerTexts()
    expect(await lines.first().innerText()).toMatch(/Fit[\s\S]*¥/)
    const dropped = await lines.last().getByRole('link', { name: /示例/ }).innerText()
    await lines.last().getByRole('checkbox').uncheck()
    await keepPicture(page, 'shortlist')
    await page.getByRole('button', { name: `Plan from ${listed.length - 1} of ${listed.length}` }).click()
    await page.waitForURL(/\/plan\?version=/)
    await page.getByTestId('plan-lines').getByRole('link', { name: /示例/ }).first().waitFor()
    const planned = await page.getByTestId('plan-lines').getByRole('link', { name: /示例/ }).allInnerTexts()
    expect(planned.filter((name) => !listed.includes(name) || name === dropped)).toEqual([])
  })

  test('locked and planned again, invited, declined: a new version tells what it cost', async () => {
    const errors = listenForErrors(page)
    try {
      await page.goto(address)
      const lines = page.getByTestId('plan-lines').getByRole('listitem')
      await history(page).first().waitFor()
      await page.getByTestId('plan-certificate').waitFor()
      // Names follow the plan by a moment; until then an id stands in their place.
      await lines.first().getByRole('link', { name: /示例/ }).waitFor()
      const name = await lines.first().getByRole('link').innerText()
      await lines.first().getByRole('checkbox').check()
      await runBar(page).getByRole('button', { name: 'Plan again with 1 locked' }).click()
      await page.getByRole('button', { name: 'v3', pressed: true }).waitFor()
      await page.getByRole('button', { name: 'Make this the plan' }).click()
      await lines.first().getByText('proposed').waitFor()
      expect(await page.getByTestId('plan-lines').innerText()).toContain(name)
      await page.getByRole('button', { name: `Invite: ${name}` }).click()
      await page.getByRole('button', { name: `Declined: ${name}` }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Reason').fill('Not free in these weeks')
      await dialog.getByRole('button', { name: 'Declined' }).click()
      const cost = page.getByTestId('decline-cost')
      await cost.getByText(/示例/).first().waitFor()
      expect(await cost.innerText()).toMatch(new RegExp(`After ${name} declined: against v3[\\s\\S]*Value, points[\\s\\S]*[−+±]`))
      expect(await page.getByTestId('plan-lines').innerText()).not.toContain(name)
      await page.getByTestId('gone').getByText(`${name} (declined)`).waitFor()
      expect(await history(page).first().innerText()).toMatch(/v4[\s\S]*the plan[\s\S]*after .* declined/)
      await keepPicture(page, 'plan-after-decline')
    } catch (error) {
      await keepPicture(page, 'failed-plan')
      throw error
    }
    expect(errors).toEqual([])
  })

  test('another plan opens as a scenario with its own creators', async () => {
    await page.goto(address)
    const card = page.getByTestId('alternatives').getByRole('listitem').filter({ hasText: 'Open as a scenario' }).first()
    await card.getByRole('button', { name: 'Open as a scenario' }).click()
    await page.getByTestId('plan-history').getByRole('button', { pressed: true, name: / · v/ }).waitFor()
    expect(await page.getByTestId('plan-lines').getByRole('listitem').count()).toBeGreaterThan(0)
  })

  test('a planning is called off, and nothing of it is kept', async () => {
    await page.goto(address)
    await history(page).first().waitFor()
    const before = await history(page).count()
    // Three at once: two are solved, the last one waits and is the one that is called off.
    const state = await page.evaluate(
      async (line) => {
        const ask = (path: string, init: RequestInit) => fetch(path, init).then((answer) => answer.json())
        const start = () =>
          ask(line, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"scenario":"called off"}' })
        const [, , last] = [await start(), await start(), await start()]
        return (await ask(`${line}/${last.id}`, { method: 'DELETE' })).state
      },
      `/api/v1/campaigns/${address.split('/').at(-2)}/plan-runs`,
    )
    expect(state).toBe('cancelled')
    await page.evaluate(
      async (line) => {
        while ((await (await fetch(line)).json()).items.length > 0) await new Promise((resolve) => setTimeout(resolve, 100))
      },
      `/api/v1/campaigns/${address.split('/').at(-2)}/plan-runs`,
    )
    await page.reload()
    await history(page).first().waitFor()
    expect(await history(page).count()).toBe(before + 2)
  })

  test('a scenario with half the budget stands beside the plan on a phone, and what differs is marked', async () => {
    const { context, page: phone } = await openIn({ locale: 'zh-CN', colorScheme: 'light', width: 390 })
    await phone.getByLabel('预算（元）').fill('60000')
    await phone.getByLabel('情景名称').fill('一半预算')
    await phone.getByRole('button', { name: '规划为情景' }).click()
    // On a phone the parts below the plan are folded; a key opens them.
    for (const part of ['history', 'compare']) {
      await phone.locator(`#${part} > summary`).focus()
      await phone.keyboard.press('Enter')
    }
    await phone.getByRole('button', { name: /一半预算/, pressed: true }).waitFor()
    const compare = phone.getByTestId('compare-plans')
    await compare.getByText('≠').first().waitFor()
    await expectNoSideScroll(phone, 'scenario on a phone')
    await keepPicture(phone, 'plan-compare-phone')
    await context.close()
  })

  test('minimums are asked for and told as met; what is typed while the answer comes stays', async () => {
    await page.goto(address)
    await history(page).first().waitFor()
    await page.getByTestId('demands').locator('summary').click()
    await page.getByLabel('At least: Views').fill('5k')
    await page.getByLabel('Target', { exact: true }).fill('6000')
    await page.getByLabel('At least, %').fill('50')
    await runBar(page)
      .getByRole('button', { name: /^Plan again/ })
      .click()
    await page.getByLabel('Budget, CNY').fill('77777')
    const met = page.getByTestId('met').getByRole('listitem')
    await met.first().waitFor()
    expect((await met.allInnerTexts()).join('\n')).toMatch(/met[\s\S]*asked 5,000[\s\S]*met[\s\S]*asked 50%/)
    expect(await page.getByLabel('Budget, CNY').inputValue()).toBe('77,777')
    await page.getByTestId('demands').locator('summary').getByText('(2)').waitFor()
    await page.getByLabel('At least: Views').fill('nothing')
    await page.getByText('Type amounts above 0').waitFor()
    expect(
      await runBar(page)
        .getByRole('button', { name: /^Plan again/ })
        .isDisabled(),
    ).toBe(true)
    await keepPicture(page, 'plan-demands')
  })

  const looks: readonly Look[] = [
    AT_THE_DESK,
    { locale: 'zh-CN', colorScheme: 'dark', width: 1280 },
    { locale: 'zh-CN', colorScheme: 'light', width: 390 },
    { locale: 'en-GB', colorScheme: 'dark', width: 390 },
  ]
  test.each(looks)('in $locale, $colorScheme, $width px it reads well, and every number opens its passport', async (look) => {
    const { context, page: opened } = await openIn(look)
    const where = `plan ${look.locale} ${look.colorScheme} ${look.width}`
    await opened.getByTestId('overlap').waitFor({ state: 'attached' })
    await keepPicture(opened, where.replaceAll(' ', '-'))
    await expectNoSideScroll(opened, where)
    await expectAccessible(opened, where)
    if (look.locale === 'zh-CN') await expectNoRawKeys(opened, where)
    await opened.getByTestId('plan-summary').getByRole('button').first().focus()
    await opened.getByRole('dialog').waitFor()
    await context.close()
  })
})
