import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PATIENCE_MS = 20_000

/** How a reader looks at the app. */
export interface Look {
  readonly locale: 'en-GB' | 'zh-CN'
  readonly colorScheme: 'light' | 'dark'
  readonly width: 1280 | 390
}

export const AT_THE_DESK: Look = { locale: 'en-GB', colorScheme: 'light', width: 1280 }

const SHELL = '/usr/bin/chromium-headless-shell'

/** A real Chromium, `KOLIBRA_BROWSER` or Debian's. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['KOLIBRA_BROWSER'] ?? (existsSync(SHELL) ? SHELL : '/usr/bin/chromium'),
    args: QUIET,
  })
}

/** A browser profile in one look, signed in when `cookies` of another are given; axe stands ready in each of its pages. */
export async function openContext(browser: Browser, look: Look, signedIn?: BrowserContext): Promise<BrowserContext> {
  const { locale, colorScheme, width } = look
  const context = await browser.newContext({
    // What fades in is judged and photographed when it is there, not half way.
    reducedMotion: 'reduce',
    locale,
    colorScheme,
    // Not Shanghai: whoever clicks sits elsewhere, and days must stay Shanghai days.
    timezoneId: 'Europe/Zurich',
    viewport: { width, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.addInitScript({ content: readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8') })
  if (signedIn) await context.addCookies(await signedIn.cookies())
  return context
}

/** Collects what went wrong on a page without anybody seeing it: thrown errors, broken policies, failed loads of its own files. */
export function listenForErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // A refused act (409) is logged by the browser itself; the page shows it, and the journey asks for it.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) errors.push(message.text())
  })
  return errors
}

/** Keeps a picture for people to look at, when KOLIBRA_SHOTS names a folder: of the whole page, or of what a dialog lies over. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['KOLIBRA_SHOTS']
  if (folder === undefined || folder === '') return
  await mkdir(folder, { recursive: true })
  const fullPage = (await page.getByRole('dialog').count()) === 0
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage })
}
