import { openBrowser, AT_THE_DESK, openContext } from '../packages/web/test/open-browser.ts'
import { makeDataFolder, removeDataFolder, startServer } from '../packages/web/test/start-server.ts'

const CREATORS = 3000
const NAMES = ['小鹿', '蓝莓', '青柠', '豆包', '云朵', '橙子', '山茶', '栗子']
const WORDS = ['小鹿1', '示例', 'lanmei', '橙子2', '山茶']

/** Words typed into the filter of the creators page, key by key: the tasks during which a browser answers nothing (over 50 ms, as it counts). */
export async function measureTyping(): Promise<string[]> {
  const folder = await makeDataFolder()
  const server = await startServer(folder)
  const browser = await openBrowser()
  try {
    const desk = await openContext(browser, AT_THE_DESK)
    const page = await desk.newPage()
    await page.goto(server.loginLink)
    await page.waitForURL('**/campaigns')
    const lines = Array.from(
      { length: CREATORS },
      (_, row) => `示例·${NAMES[row % 8]}${row}\t小红书\t${1000 + 37 * row}\t${500 + row}\t20%`,
    )
    const text = ['达人昵称\t平台\t粉丝数\t报价\t返点', ...lines].join('\n')
    const send = async (path: string, data: object) => {
      const answer = await desk.request.post(`${server.url}/api/v1${path}`, { data, headers: { origin: server.url } })
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
      return (await answer.json()) as { total?: number }
    }
    await send('/imports/pasted', { text })
    // The rows of so many are made by a job, page by page.
    while ((await send('/creator-searches', {})).total !== CREATORS) await new Promise((done) => setTimeout(done, 500))
    await page.goto(`${server.url}/creators`)
    const field = page.getByLabel('Filter', { exact: true })
    const count = page.getByRole('status')
    await count.filter({ hasText: /Creators: 3,000/ }).waitFor()
    // The first search of a page loads and compiles what the next ones use.
    await field.fill('云朵')
    await count.filter({ hasText: /Creators: 375/ }).waitFor()
    await field.fill('')
    await count.filter({ hasText: /Creators: 3,000/ }).waitFor()
    await page.evaluate(() => {
      const seen: number[] = []
      Reflect.set(globalThis, 'longTasks', seen)
      new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({
        entryTypes: ['longtask'],
      })
    })
    for (const words of WORDS) {
      await field.fill('')
      await field.pressSequentially(words, { delay: 60 })
      await page.waitForResponse(/creator-searches/)
    }
    await count.filter({ hasText: /山茶/ }).waitFor()
    const tasks = await page.evaluate(() => Reflect.get(globalThis, 'longTasks') as number[])
    return [
      `${WORDS.length} words typed over ${CREATORS} creators: ${tasks.length} tasks of the page over 50 ms, the longest ${Math.max(0, ...tasks)} ms`,
    ]
  } finally {
    await browser.close()
    await server.stop()
    await removeDataFolder(folder)
  }
}
