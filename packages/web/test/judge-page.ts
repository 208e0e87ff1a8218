import type { Page } from 'playwright-core'
import { expect } from 'vitest'

interface AxeFinding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string }[]
}

/** No page scrolls sideways; on a phone that would hide what one came for. */
export async function expectNoSideScroll(page: Page, where: string): Promise<void> {
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
  expect(widths[0], `${where}: wider than the screen`).toBeLessThanOrEqual(widths[1] ?? 0)
}

/** What axe calls serious or critical is a bug. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const findings = await page.evaluate(async (): Promise<AxeFinding[]> => {
    const axe: unknown = Reflect.get(globalThis, 'axe')
    if (typeof axe !== 'object' || axe === null || !('run' in axe) || typeof axe.run !== 'function') throw new Error('axe is not loaded')
    // Without loading the styles a second time: only a rule about turning the screen would read them.
    return (await axe.run(document, { resultTypes: ['violations'], preload: false })).violations
  })
  const serious = findings.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    where,
  ).toEqual([])
}

/** Words that stay Latin in Chinese text: names, units, codes and what a person or a source wrote. */
const RAW =
  /\b(?:[a-z]+[A-Z][A-Za-z]+|[a-z]+_[a-z_0-9]+|(?:ui|gate|creators|campaign|brief|report|check|rules|find|field)\.[a-z][A-Za-z]+)\b/g

// Codes, addresses and texts of others are shown as they are.
const AS_THEY_ARE = 'code, a[href^="http"], textarea, input, [data-raw], script, style'

/** A page in Chinese shows no raw key: no camelCase, no snake_case, no `group.key`. */
export async function expectNoRawKeys(page: Page, where: string): Promise<void> {
  const text = await page.evaluate((asTheyAre) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const words: string[] = []
    while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest(asTheyAre)) words.push(walker.currentNode.textContent ?? '')
    return words.join('\n')
  }, AS_THEY_ARE)
  expect([...new Set(text.match(RAW) ?? [])], `${where}: raw keys`).toEqual([])
}
