import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoRawKeys, expectNoSideScroll } from './judge-page.ts'
import { keepPicture, listenForErrors, openContext } from './open-browser.ts'
import { openDesk, type Desk } from './open-desk.ts'

let server: Desk['server']
let browser: Desk['browser']
let desk: Desk['desk']
let close: Desk['close'] | undefined

beforeAll(async () => {
  ;({ server, browser, desk, close } = await openDesk())
})
afterAll(async () => close?.())

const LONG_CELL = `https://example.com/${'long'.repeat(60)}`
const TABLE = `谁,多少,心情\nreise_1,1200,${LONG_CELL}\n,300,=1+1\nreise_2,很多,好\n`
const asFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

async function openDialog(page: Page, name: string) {
  await page.goto(`${server.url}/creators`)
  await page.getByRole('button', { name }).first().click()
  return page.getByRole('dialog')
}

test('an unknown table is mapped, survives a reload, is imported, gives its rejects back and is taken back', async () => {
  const page = await desk.newPage()
  const errors = listenForErrors(page)
  const missing: string[] = []
  page.on('response', (answer) => answer.status() === 404 && missing.push(answer.url()))
  let dialog = await openDialog(page, 'Import a file')
  await dialog.locator('input[type=file]').setInputFiles(asFile('reise.csv', TABLE))
  await dialog.getByTestId('mapping-form').waitFor()
  const overEdge = await dialog.getByTestId('mapping-form').evaluate((form) => {
    const edge = form.getBoundingClientRect().right
    return [...form.querySelectorAll('select')].filter((select) => select.getBoundingClientRect().right > edge).length
  })
  expect(overEdge).toBe(0)
  await keepPicture(page, 'imports-1-unknown')
  await expectAccessible(page, 'an unknown table')

  dialog = await openDialog(page, 'Import a file')
  await dialog.getByTestId('pending-uploads').waitFor()
  await keepPicture(page, 'imports-2-pending')
  await expectAccessible(page, 'uploads that wait')
  await dialog.getByRole('button', { name: 'Go on with reise.csv' }).click()
  const form = dialog.getByTestId('mapping-form')
  await form.getByLabel('Name of this kind of table').fill('示例·旅行')
  await form.getByLabel('Platform', { exact: true }).selectOption('douyin')
  await form.getByLabel('What 谁 holds').selectOption({ label: 'Id of the account' })
  await form.getByLabel('What 多少 holds').selectOption({ label: 'Followers' })
  await form.getByRole('button', { name: 'Read it this way' }).click()
  await dialog.getByTestId('import-report').waitFor()
  await keepPicture(page, 'imports-3-understood')
  await expectAccessible(page, 'a mapped table')

  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByRole('button', { name: 'Done' }).waitFor()
  await keepPicture(page, 'imports-4-imported')
  await expectAccessible(page, 'an import')
  const loading = page.waitForEvent('download')
  await dialog.getByRole('link', { name: /Download the rejected/ }).click()
  const text = await readFile(await (await loading).path(), 'utf8')
  expect(text).toContain('谁,多少,心情,Kolibra: reason')
  expect(text).toContain(",300,'=1+1,")

  await dialog.getByRole('button', { name: 'Take back the import of reise.csv' }).click()
  await dialog.getByRole('button', { name: 'Take the import back' }).click()
  await dialog.getByText('Drop files here').waitFor()
  const { items } = await (await desk.request.get(`${server.url}/api/v1/imports`)).json()
  expect(items).toEqual([])
  expect([errors, missing]).toEqual([[], []])
  await page.close()
})

test('a table of comments that no source knows is mapped, remembered, and read by itself the next time', async () => {
  const page = await desk.newPage()
  let dialog = await openDialog(page, 'Import a file')
  const comments = (id: string) => asFile(`${id}.csv`, `楼层,哪篇,说了什么,谁\n${id},n-wizard,好看,u-1\n`)
  await dialog.locator('input[type=file]').setInputFiles(comments('w-1'))
  const form = dialog.getByTestId('mapping-form')
  await form.getByLabel('Name of this kind of table').fill('示例·评论')
  await form.getByLabel('A row is').selectOption({ label: 'a comment' })
  await form.getByLabel('Platform', { exact: true }).selectOption('douyin')
  await form.getByLabel('What 楼层 holds').selectOption({ label: 'Id of the comment' })
  await form.getByLabel('What 哪篇 holds').selectOption({ label: 'Id of the post it stands under' })
  await form.getByLabel('What 说了什么 holds').selectOption({ label: 'Text of the comment' })
  await form.getByLabel('What 谁 holds').selectOption({ label: 'Id of its author, kept as a hash' })
  await expectAccessible(page, 'a mapping of comments')
  await form.getByRole('button', { name: 'Read it this way' }).click()
  await dialog.getByTestId('import-report').waitFor()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByRole('button', { name: 'Done' }).waitFor()

  dialog = await openDialog(page, 'Import a file')
  await dialog.locator('input[type=file]').setInputFiles(comments('w-2'))
  await dialog.getByTestId('import-report').waitFor()
  await dialog.getByText('a comment; its author is kept as a pseudonym only').waitFor()
  await dialog.getByRole('button', { name: 'Throw away' }).click()
  await page.close()
})

test('a waiting upload on a dark Chinese phone, thrown away', async () => {
  const phone = await openContext(browser, { locale: 'zh-CN', colorScheme: 'dark', width: 390 }, desk)
  const page = await phone.newPage()
  const dialog = await openDialog(page, '导入文件')
  await dialog.locator('input[type=file]').setInputFiles(asFile('reise.csv', '谁,多少,心情\nreise9,1200,好\n,1,好\n'))
  await dialog.getByTestId('import-report').waitFor()
  await keepPicture(page, 'imports-5-phone')
  await expectAccessible(page, 'a report on a phone')
  await expectNoRawKeys(page, 'a report in Chinese')
  await expectNoSideScroll(page, 'a report on a phone')
  await dialog.getByRole('button', { name: '放弃' }).click()
  await dialog.getByText('把文件拖到这里').waitFor()
  expect((await (await phone.request.get(`${server.url}/api/v1/import-uploads`)).json()).items).toEqual([])
  await phone.close()
})

const NOTES = (id: string) =>
  JSON.stringify([
    { note_id: `n-${id}`, title: `示例·笔记${id}`, time: 1_763_000_000, user_id: `u-${id}`, liked_count: 1, collected_count: 2 },
  ])
const COMMENTS =
  'comment_id,create_time,ip_location,note_id,content,user_id,nickname,avatar,sub_comment_count,pictures,parent_comment_id,last_modify_ts,like_count\nc1,1763000000,上海,n-1,好看,u9,示例,,0,,0,1763000000,3\n'

test('several files are gone through one after the other; posts and comments are shown as taken; a day is said in the report', async () => {
  const page = await desk.newPage()
  const dialog = await openDialog(page, 'Import a file')
  await dialog
    .locator('input[type=file]')
    .setInputFiles([
      asFile('agency.csv', '平台,昵称,账号ID,报价,Fee EUR\n抖音,示例·一,queue-1,面议,100\n抖音,示例·二,queue-2,2000,200\n'),
      asFile('notes.json', NOTES('1')),
      asFile('1_search_comments.csv', COMMENTS),
    ])
  await dialog.getByText('Some prices are on request (面议)').waitFor()
  await dialog.getByLabel('What Fee EUR holds').selectOption('quote post netFen')
  await dialog.getByText('names another currency than yuan').waitFor()
  await dialog.getByLabel('Name of this kind of table').fill('示例·欧元')
  expect(await dialog.getByRole('button', { name: 'Read it this way' }).isDisabled()).toBe(true)
  await dialog.getByTestId('observed-day').getByLabel('Numbers are as of').fill('2026-11-20')
  await keepPicture(page, 'imports-7-queue')
  await expectAccessible(page, 'a report that asks for a day')
  await dialog.getByRole('button', { name: 'Read it as of this day' }).click()
  await dialog.getByText('Observed at 2026-11-20: as said by the person who imports.').waitFor()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByRole('button', { name: 'Go on with the next file (2 left)' }).click()
  await dialog.getByRole('cell', { name: /post of .*示例·笔记1/ }).waitFor()
  await dialog.getByRole('button', { name: 'Later' }).click()
  await dialog.getByRole('cell', { name: /a comment; its author is kept as a pseudonym/ }).waitFor()
  await keepPicture(page, 'imports-8-comments')
  await dialog.getByRole('button', { name: 'Throw away' }).click()
  await dialog.getByTestId('pending-uploads').getByText('notes.json').waitFor()
  await dialog.getByRole('button', { name: 'Throw away notes.json' }).click()
  await page.close()
})

const COPIED = `<html><body><style>td{color:red}</style><table>
  <tr><td>达人昵称</td><td>平台</td><td>粉丝数</td><td>备注</td></tr>
  <tr><td>示例·合并<br>一</td><td rowspan="2">抖音</td><td>1.2万</td><td>"好"</td></tr>
  <tr><td>示例·合并二</td><td>3400</td><td><script>globalThis.ran = true</script>  一
    般 </td></tr></table></body></html>`

test('a copied table keeps its cells, waits like a file and is imported', async () => {
  const page = await desk.newPage()
  const dialog = await openDialog(page, 'Paste cells')
  const cells = dialog.getByLabel('Cells')
  await cells.evaluate((field, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    clipboardData.setData('text/plain', 'as text')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, COPIED)
  expect(await cells.inputValue()).toBe('达人昵称\t平台\t粉丝数\t备注\n"示例·合并\n一"\t抖音\t1.2万\t"""好"""\n示例·合并二\t\t3400\t一 般')
  expect(await page.evaluate(() => Reflect.has(globalThis, 'ran'))).toBe(false)
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await dialog.getByTestId('import-report').waitFor()
  await keepPicture(page, 'imports-6-pasted')
  await expectAccessible(page, 'pasted cells')
  const waiting = async () => (await (await desk.request.get(`${server.url}/api/v1/import-uploads`)).json()).items
  expect(await waiting()).toMatchObject([{ file: 'pasted cells', state: 'read' }])
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByRole('button', { name: 'Done' }).waitFor()
  expect(await waiting()).toEqual([])
  await page.close()
})

test('every earlier import is reached, a few at a time, on a desk and on a dark Chinese phone', async () => {
  for (let n = 0; n < 10; n += 1) {
    const data = { text: `平台\t昵称\t账号ID\t粉丝数\n抖音\t示例·早${n}\tearlier-${n}\t${1000 + n}` }
    expect((await desk.request.post(`${server.url}/api/v1/imports/pasted`, { data, headers: { origin: server.url } })).ok()).toBe(true)
  }
  const look = { locale: 'zh-CN', colorScheme: 'dark', width: 390 } as const
  const phone = await openContext(browser, look, desk)
  for (const { context, open, older, name } of [
    { context: desk, open: 'Import a file', older: 'Show older ones', name: 'desk' },
    { context: phone, open: '导入文件', older: '显示更早的导入', name: 'phone' },
  ]) {
    const page = await context.newPage()
    const dialog = await openDialog(page, open)
    const entries = dialog.locator('section li')
    await expect.poll(() => entries.count()).toBe(8)
    await dialog.getByRole('button', { name: older }).click()
    await expect.poll(() => entries.count()).toBeGreaterThan(8)
    await keepPicture(page, `imports-9-earlier-${name}`)
    await expectAccessible(page, `earlier imports, ${name}`)
    await expectNoRawKeys(page, `earlier imports, ${name}`)
    await expectNoSideScroll(page, `earlier imports, ${name}`)
    await page.close()
  }
  await phone.close()
})

test('rows of an import too large to be rebuilt at once appear by themselves, on the open page', async () => {
  const many = 2_300
  const lines = Array.from({ length: many }, (_, nth) => `小红书,示例·众多${nth},many-${nth},${1000 + nth}`)
  const page = await desk.newPage()
  const dialog = await openDialog(page, 'Import a file')
  await dialog.locator('input[type=file]').setInputFiles(asFile('many.csv', `平台,昵称,账号ID,粉丝数\n${lines.join('\n')}\n`))
  await dialog.getByTestId('import-report').waitFor()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const address = page.url()
  await page.evaluate(() => Reflect.set(globalThis, 'sameDocument', true))
  const total = async () => Number(/Creators: ([\d,]+)/.exec(await page.getByRole('status').innerText())?.[1]?.replace(',', '') ?? 0)
  await expect.poll(total, { timeout: 90_000, interval: 1000 }).toBeGreaterThanOrEqual(many)
  await page.getByText('still being prepared').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => Reflect.get(globalThis, 'sameDocument'))).toBe(true)
  expect(page.url()).toBe(address)
  await page.close()
})
