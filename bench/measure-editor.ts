import { openBrowser, AT_THE_DESK, openContext } from '../packages/web/test/open-browser.ts'
import { makeDataFolder, removeDataFolder, startServer } from '../packages/web/test/start-server.ts'

const CHARACTERS = 1000
const TYPED = '今天又用了一次，脸颊不再发紧，换季也不干，国家级配方'
const SENTENCES = [
  '换季的时候脸颊容易发紧，我换了这瓶面霜。',
  '质地很轻，上脸不黏，早晚各用一次。',
  '香味很淡，敏感的人可以先在耳后试一下。',
  '包装是按压的，出门带着也方便。',
  '朋友问我链接，我说在橱窗里自己看。',
]

const middle = (values: readonly number[], share: number) => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
const ms = (value: number) => `${value.toFixed(1)} ms`

function writePost(): string {
  let text = ''
  for (let place = 0; text.length < CHARACTERS; place += 1) text += SENTENCES[place % SENTENCES.length] ?? ''
  return text.slice(0, CHARACTERS)
}

/** A post of 1,000 characters under the keys of a person, in a real browser: what each lint takes, and a key from press to paint. */
export async function measureEditor(): Promise<string[]> {
  const folder = await makeDataFolder()
  const server = await startServer(folder)
  const browser = await openBrowser()
  try {
    const page = await (await openContext(browser, AT_THE_DESK)).newPage()
    await page.goto(server.loginLink)
    await page.waitForURL('**/campaigns')
    await page.goto(`${server.url}/check`)
    for (const [label, choice] of [
      ['Platform', 'xiaohongshu'],
      ['Category', 'cosmetics'],
      ['Format', 'note'],
      ['Payment', 'fee'],
    ] as const)
      await page.getByLabel(label, { exact: true }).selectOption(choice)
    const field = page.getByLabel('Text', { exact: true })
    await field.fill(writePost())
    await page.getByTestId('verdict').waitFor()
    await field.press('Control+End')
    await page.evaluate(() => {
      performance.clearMeasures('kolibra.lint')
      const seen: number[] = []
      Reflect.set(globalThis, 'keys', seen)
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.name === 'input') seen.push(entry.duration)
      }).observe({ type: 'event', durationThreshold: 16 })
    })
    for (const sign of TYPED) {
      await page.keyboard.insertText(sign)
      await page.waitForTimeout(60)
    }
    await page.locator('mark').filter({ hasText: '国家级' }).first().waitFor()
    const lints = await page.evaluate(() => performance.getEntriesByName('kolibra.lint').map(({ duration }) => duration))
    const slow = await page.evaluate(() => Reflect.get(globalThis, 'keys') as number[])
    return [
      `${CHARACTERS} characters, ${lints.length} lints while ${TYPED.length} were typed: median ${ms(middle(lints, 0.5))}, P95 ${ms(middle(lints, 0.95))}, longest ${ms(Math.max(...lints))}`,
      `inputs to paint over 16 ms: ${slow.length}, the longest ${ms(Math.max(0, ...slow))}`,
    ]
  } finally {
    await browser.close()
    await server.stop()
    await removeDataFolder(folder)
  }
}
