import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoRawKeys, expectNoSideScroll } from './judge-page.ts'
import { fillCreator } from './fill-creator.ts'
import { AT_THE_DESK, keepPicture, listenForErrors, openBrowser, openContext, type Look } from './open-browser.ts'
import { IMPORT_PLACES } from './import-places.ts'
import { heading, PLACES, type Ids, type Place } from './places.ts'
import { makeDataFolder, removeDataFolder, startServer, type RunningServer } from './start-server.ts'

/** Tests every page of the app in each of the looks, over one server with the demo and a creator of whom all is known. */
export function judgePages(looks: readonly Look[]): void {
  let folder: string
  let server: RunningServer
  let browser: Browser
  let desk: BrowserContext
  let ids: Ids

  beforeAll(async () => {
    folder = await makeDataFolder()
    server = await startServer(folder, ['--demo'])
    browser = await openBrowser()
    desk = await openContext(browser, AT_THE_DESK)
    const page = await desk.newPage()
    await page.goto(server.loginLink)
    await page.waitForURL('**/campaigns')
    const campaignId = await readFirstId(page, 'GET', '/api/v1/campaigns')
    const creatorId = await readFirstId(page, 'POST', '/api/v1/creator-searches')
    await page.close()
    ids = { campaignId, creatorId, filledId: await fillCreator(desk, server.url, campaignId) }
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await removeDataFolder(folder)
  })

  describe.each(looks)('every page in $locale, $colorScheme, $width px', (look) => {
    // One profile for all pages of a look, as one reader has: each loads what the last one left in the browser's cache.
    let context: BrowserContext
    beforeAll(async () => {
      context = await openContext(browser, look, desk)
    })
    afterAll(() => context?.close())

    test.each([...PLACES, ...IMPORT_PLACES])('$name', async (place) => {
      const page = await context.newPage()
      const errors = listenForErrors(page)
      await judge(page, place, { look, url: server.url, ids })
      expect(errors).toEqual([])
      await page.close()
    })

    test('who is not signed in is told how to sign in', async () => {
      const stranger = await openContext(browser, look)
      const page = await stranger.newPage()
      await judge(page, { name: 'login', path: () => '/campaigns', ready: heading }, { look, url: server.url, ids })
      await stranger.close()
    })
  })
}

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

async function judge(page: Page, { name, path, ready }: Place, { look, url, ids }: { look: Look; url: string; ids: Ids }): Promise<void> {
  const where = `${name} ${look.locale} ${look.colorScheme} ${look.width}`
  await page.goto(`${url}${path(ids)}`)
  await ready(page)
  await keepPicture(page, where.replaceAll(' ', '-'))
  await expectNoSideScroll(page, where)
  await expectAccessible(page, where)
  if (look.locale === 'zh-CN') await expectNoRawKeys(page, where)
}
