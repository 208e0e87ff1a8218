import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { Place } from './places.ts'

const PROVED = readFileSync(join(import.meta.dirname, '../../../examples/exports/pugongying-creators.csv'), 'utf8')
const UNKNOWN = '谁,多少,心情,均阅\n示例·雪松一,1200,好,8100\n示例·雪松二,3.4万,一般,12000\n'
const CELLS = '达人昵称\t平台\t粉丝数\t报价\t返点\n示例·雪松三\t小红书\t23000\t4200\t20%\n示例·雪松四\t抖音\t很多\t\t30%'

let sent = 0
/** A file that was never sent before: the same one again would change nothing and say so. */
function asNewFile(name: string, text: string) {
  sent += 1
  return { name: `${sent}-${name}`, mimeType: 'text/csv', buffer: Buffer.from(text.replaceAll('#', String(sent))) }
}
// Numbers that cannot be, a double, a row without its account and a unit that its own formula contradicts.
const SPOILT = `平台,昵称,账号ID,粉丝数,报价,返点,备注\n小红书,示例·雪松五,spoilt-#-1,1.2万,4200,20%,好\n小红书,示例·雪松五,spoilt-#-1,1.2万,4200,20%,好\n抖音,,,300,=1+1,,\n抖音,示例·雪松六,spoilt-#-2,很多,5800,120%,一般\n`

async function openDialog(page: Page, button: RegExp): Promise<Locator> {
  await page.getByRole('button', { name: button }).first().click()
  return page.getByRole('dialog')
}

async function sendFile(page: Page, file: ReturnType<typeof asNewFile>): Promise<Locator> {
  const dialog = await openDialog(page, /^(Import a file|导入文件)$/)
  await dialog.locator('input[type=file]').setInputFiles(file)
  return dialog
}

/** Commits what was read; gives the report back. */
async function commit(dialog: Locator): Promise<void> {
  await dialog.getByTestId('import-report').waitFor()
  await dialog.getByRole('button', { name: /^(Import|确认导入)$/ }).click()
  await dialog.getByRole('button', { name: /^(Done|完成)$/ }).waitFor()
}

const at = (name: string, ready: Place['ready']): Place => ({ name, path: () => '/creators', ready })

/** Every step of an import, from a file and from pasted cells. */
export const IMPORT_PLACES: readonly Place[] = [
  at('import-mapping', async (page) => {
    const dialog = await sendFile(page, asNewFile('示例-表.csv', UNKNOWN))
    const form = dialog.getByTestId('mapping-form')
    await form.getByLabel(/^(What 均阅 holds|均阅 的含义)$/).selectOption('metric readsMedian')
    await form.getByLabel(/^(What 多少 holds|多少 的含义)$/).selectOption('quote image_note listFen')
  }),
  at('import-preview', async (page) => {
    const dialog = await sendFile(page, asNewFile('示例-蒲公英.csv', PROVED))
    await dialog.getByTestId('import-report').locator('.proof-proved').first().waitFor()
  }),
  at('import-rejects', async (page) => {
    const dialog = await sendFile(page, asNewFile('示例-提报表.csv', SPOILT))
    await commit(dialog)
    await dialog.getByRole('link', { name: /^(Download the rejected|下载未采用)/ }).waitFor()
  }),
  // After those that leave files waiting and imports behind, so that both lists are seen.
  at('import-choose', async (page) => {
    const dialog = await openDialog(page, /^(Import a file|导入文件)$/)
    await dialog.getByTestId('pending-uploads').waitFor()
    await dialog
      .getByRole('button', { name: /^(Take back the import of|撤销导入) / })
      .first()
      .waitFor()
  }),
  at('import-undo', async (page) => {
    const dialog = await openDialog(page, /^(Import a file|导入文件)$/)
    await dialog
      .getByRole('button', { name: /^(Take back the import of|撤销导入) / })
      .first()
      .click()
    await dialog.getByRole('button', { name: /^(Take the import back|确认撤销导入)$/ }).waitFor()
  }),
  at('import-paste', async (page) => {
    const dialog = await openDialog(page, /^(Paste cells|粘贴表格)$/)
    await dialog.getByRole('textbox').fill(CELLS)
  }),
  at('import-pasted', async (page) => {
    const dialog = await openDialog(page, /^(Paste cells|粘贴表格)$/)
    await dialog.getByRole('textbox').fill(CELLS)
    await dialog.getByRole('button', { name: /^(Preview|预览)$/ }).click()
    await dialog.getByTestId('import-report').waitFor()
  }),
]
