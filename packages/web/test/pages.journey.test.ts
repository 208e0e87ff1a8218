import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoRawKeys, expectNoSideScroll } from './judge-page.ts'
import { fillCreator } from './fill-creator.ts'
import { AT_THE_DESK, keepPicture, listenForErrors, openBrowser, openContext, type Look } from './open-browser.ts'
import { makeDataFolder, removeDataFolder, startServer, type RunningServer } from './start-server.ts'

let folder: string
let server: RunningServer
let browser: Browser
let desk: BrowserContext
let campaignId: string
let creatorId: string
let filledId: string

beforeAll(async () => {
  folder = await makeDataFolder()
  server = await startServer(folder, ['--demo'])
  browser = await openBrowser()
  desk = await openContext(browser, AT_THE_DESK)
  const page = await desk.newPage()
  await page.goto(server.loginLink)
  await page.waitForURL('**/campaigns')
  campaignId = await readFirstId(page, 'GET', '/api/v1/campaigns')
  creatorId = await readFirstId(page, 'POST', '/api/v1/creator-searches')
  await page.close()
  filledId = await fillCreator(desk, server.url, campaignId)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await removeDataFolder(folder)
})

async function readFirstId(page: Page, method: string, path: string): Promise<string> {
  const id = await page.evaluate(
    async ({ method: verb, path: address }) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(address, verb === 'GET' ? {} : { method: verb, headers, body: '{}' })
      const { items } = await answer.json()
      return String(items[0].id)
    },
    { method, path },
  )
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  return id
}

interface Place {
  readonly name: string
  readonly path: () => string
  /** Shows that the page is whole. */
  readonly ready: (page: Page) => Promise<void>
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().waitFor()
const PLACES: readonly Place[] = [
  { name: 'campaigns', path: () => '/campaigns', ready: heading },
  { name: 'campaign', path: () => `/campaigns/${campaignId}`, ready: (page) => page.getByTestId('spine-goal').waitFor() },
  { name: 'report', path: () => `/campaigns/${campaignId}/report`, ready: (page) => page.getByTestId('report-numbers').waitFor() },
  { name: 'creators', path: () => '/creators', ready: (page) => page.locator('.creator-name').first().waitFor() },
  {
    name: 'creators-narrowed',
    path: () =>
      `/creators?filters=${encodeURIComponent('[{"field":"platform","any":["douyin"]},{"field":"followers","from":10000,"below":null,"unknown":true}]')}`,
    ready: (page) => page.locator('.creator-name').first().waitFor(),
  },
  {
    name: 'creator',
    path: () => `/creators?open=${creatorId}`,
    ready: (page) => page.getByRole('dialog').getByRole('heading').first().waitFor(),
  },
  {
    name: 'creator-page',
    path: () => `/creators/${creatorId}`,
    ready: async (page) => {
      await page.getByTestId('creator-page').waitFor()
      await page.getByRole('button', { name: /^(Keep note|保存备注)$/ }).waitFor()
    },
  },
  {
    name: 'creator-filled',
    path: () => `/creators/${filledId}`,
    ready: async (page) => {
      await page.getByTestId('creator-page').waitFor()
      await page.locator('#growth canvas, #growth svg').first().waitFor()
      await page.locator('#posts canvas, #posts svg').first().waitFor()
      await page.getByTestId('work').waitFor()
      await page
        .getByRole('button', { name: /^(Not the same|不是同一人)$/ })
        .first()
        .waitFor()
      await page.getByRole('button', { name: /^(Erase this person|删除此人)$/ }).waitFor()
    },
  },
  {
    name: 'creator-correcting',
    path: () => `/creators/${filledId}`,
    ready: async (page) => {
      await page.getByRole('button', { name: /^(Correct a value|更正数值)$/ }).click()
      await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'creator-erasing',
    path: () => `/creators/${filledId}`,
    ready: async (page) => {
      await page.getByRole('button', { name: /^(Erase this person|删除此人)$/ }).click()
      await page.getByRole('dialog').getByRole('button').first().waitFor()
    },
  },
  {
    name: 'merges',
    path: () => '/creators/merges',
    ready: (page) => page.locator('.merge-active').waitFor(),
  },
  {
    name: 'tiers',
    path: () => '/creators/types',
    ready: (page) => page.getByRole('textbox').first().waitFor(),
  },
  {
    name: 'tiers-out-of-order',
    path: () => '/creators/types',
    ready: async (page) => {
      await page.getByRole('textbox').first().fill('5')
      await page.getByText(/^(Give more followers than|须高于该平台)/).waitFor()
    },
  },
  {
    name: 'creators-own-work',
    path: () =>
      `/creators?own=${encodeURIComponent('{"pastWork":"never","brands":[null],"freeOn":{"from":"2026-12-01","to":"2026-12-31","unknown":true},"clearOf":{"brand":"Alpensee","competitors":["Talmilch"],"from":"2026-12-01","to":"2026-12-31","unknown":true}}')}`,
    ready: async (page) => {
      await page
        .getByRole('status')
        .getByText(/Alpensee/)
        .waitFor()
      await openFilters(page)
      await page.getByTestId('own-work').waitFor()
    },
  },
  {
    name: 'creators-saving',
    path: () => '/creators',
    ready: async (page) => {
      await page.getByRole('button', { name: /^(Saved searches|已存搜索)$/ }).click()
      await page.getByRole('button', { name: /^(Save this search|保存此搜索)$/ }).click()
      await page.getByRole('dialog').getByRole('checkbox').waitFor()
    },
  },
  {
    name: 'creator-passport',
    path: () => `/creators/${creatorId}`,
    ready: async (page) => {
      await page.getByTestId('numbers').getByRole('button').first().focus()
      await page
        .getByRole('dialog')
        .getByText(/^(Column|列名)$/)
        .waitFor()
    },
  },
  {
    name: 'creator-entries',
    path: () => `/creators/${creatorId}`,
    ready: async (page) => {
      await page.getByRole('button', { name: /^(Enter work for a brand|录入品牌合作)$/ }).click()
      await page.getByRole('button', { name: /^(Enter an incident|录入事件)$/ }).click()
      await page.getByRole('button', { name: /^(Keep a document|保存文件)$/ }).click()
      await page.getByLabel(/^(New note|新备注)$/).fill('示例备注')
      await page.getByRole('button', { name: /^(Keep note|保存备注)$/ }).click()
      await page
        .getByRole('button', { name: /(Remove|删除)[:：].*示例备注/ })
        .first()
        .waitFor()
    },
  },
  {
    name: 'creators-compared',
    path: () => '/creators',
    ready: async (page) => {
      for (const row of [0, 1]) await page.getByRole('grid').getByRole('checkbox').nth(row).check()
      await page.getByRole('button', { name: /^(Compare|对比)$/ }).click()
      expect(await page.getByTestId('compare').getByRole('columnheader').count()).toBe(2)
    },
  },
  { name: 'check', path: () => '/check', ready: heading },
  { name: 'rules', path: () => '/rules', ready: (page) => page.getByTestId('rule').first().waitFor() },
  { name: 'rule', path: () => '/rules?rule=ad-law.art09-3', ready: (page) => page.getByText('ad-law.art09-3').first().waitFor() },
  { name: 'not-found', path: () => '/nowhere', ready: heading },
]
/** On a phone what narrows the table lies in a drawer. */
async function openFilters(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^(Narrow|筛选)/ })
  if (await button.isVisible()) await button.click()
}

const LOOKS: readonly Look[] = [
  AT_THE_DESK,
  { locale: 'zh-CN', colorScheme: 'dark', width: 1280 },
  { locale: 'zh-CN', colorScheme: 'light', width: 390 },
  { locale: 'en-GB', colorScheme: 'dark', width: 390 },
]

async function judge(page: Page, { name, path, ready }: Place, look: Look): Promise<void> {
  const where = `${name} ${look.locale} ${look.colorScheme} ${look.width}`
  await page.goto(`${server.url}${path()}`)
  await ready(page)
  await keepPicture(page, where.replaceAll(' ', '-'))
  await expectNoSideScroll(page, where)
  await expectAccessible(page, where)
  if (look.locale === 'zh-CN') await expectNoRawKeys(page, where)
}

describe.each(LOOKS)('every page in $locale, $colorScheme, $width px', (look) => {
  test.each(PLACES)('$name', async (place) => {
    const context = await openContext(browser, look, desk)
    const page = await context.newPage()
    const errors = listenForErrors(page)
    await judge(page, place, look)
    expect(errors).toEqual([])
    await context.close()
  })

  test('who is not signed in is told how to sign in', async () => {
    const context = await openContext(browser, look)
    const page = await context.newPage()
    await judge(page, { name: 'login', path: () => '/campaigns', ready: heading }, look)
    await context.close()
  })
})
