import type { Browser, BrowserContext } from 'playwright-core'
import { AT_THE_DESK, openBrowser, openContext } from './open-browser.ts'
import { makeDataFolder, removeDataFolder, startServer, type RunningServer } from './start-server.ts'

/** A server of its own, and its owner signed in at a desk. */
export interface Desk {
  readonly server: RunningServer
  readonly browser: Browser
  readonly desk: BrowserContext
  readonly close: () => Promise<void>
}

export async function openDesk(flags: readonly string[] = []): Promise<Desk> {
  const folder = await makeDataFolder()
  const server = await startServer(folder, flags)
  const browser = await openBrowser()
  const desk = await openContext(browser, AT_THE_DESK)
  const page = await desk.newPage()
  await page.goto(server.loginLink)
  await page.waitForURL('**/campaigns')
  await page.close()
  const close = async () => {
    await browser.close()
    await server.stop()
    await removeDataFolder(folder)
  }
  return { server, browser, desk, close }
}
