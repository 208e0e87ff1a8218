import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from './judge-page.ts'
import { keepPicture, listenForErrors } from './open-browser.ts'
import { openDesk, type Desk } from './open-desk.ts'

let server: Desk['server']
let desk: Desk['desk']
let close: Desk['close'] | undefined

beforeAll(async () => {
  ;({ server, desk, close } = await openDesk())
})
afterAll(async () => close?.())

test('a basis is ended with a reason, the person erased, and a file that waited with them says why it went', async () => {
  const headers = { origin: server.url }
  const typed = { platform: 'xiaohongshu', accountId: 'id-leaving', displayName: '示例·离开' }
  const { id } = await (await desk.request.post(`${server.url}/api/v1/creators`, { data: typed, headers })).json()
  const loan = { basis: 'consent', since: '2026-11-01', until: null, source: '授权书' }
  await desk.request.put(`${server.url}/api/v1/creators/${id}/loan`, { data: loan, headers })
  const buffer = Buffer.from('平台,昵称,账号ID,粉丝数\n小红书,示例·离开,id-leaving,1000\n小红书,示例·留下,id-staying,2000\n')
  const multipart = { file: { name: 'list.csv', mimeType: 'text/csv', buffer } }
  expect((await desk.request.post(`${server.url}/api/v1/import-uploads`, { multipart, headers })).status()).toBe(201)

  const page = await desk.newPage()
  const errors = listenForErrors(page)
  await page.goto(`${server.url}/creators/${id}`)
  await page.getByRole('button', { name: 'End this basis now' }).click()
  await page.getByLabel('Reason').fill('示例·填错')
  await expectAccessible(page, 'a basis that is ended')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Ended before its time by').waitFor()
  await page.getByText('示例·填错').waitFor()
  expect(await page.getByRole('button', { name: 'End this basis now' }).count()).toBe(0)
  await keepPicture(page, 'loan-1-ended')

  await page.getByRole('button', { name: 'Erase this person' }).click()
  const erasing = page.getByRole('dialog')
  await erasing.getByText('示例·离开').waitFor()
  expect(await erasing.getByRole('button', { name: 'Erase for good' }).isDisabled()).toBe(true)
  await erasing.getByRole('checkbox').check()
  await erasing.getByRole('button', { name: 'Erase for good' }).click()
  await page.waitForURL('**/creators')
  await page.getByText('Waiting files that spoke of them, thrown away: 1.').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.getByRole('button', { name: 'Import a file' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByTestId('pending-uploads').getByText('thrown away').waitFor()
  await dialog.getByRole('button', { name: 'Go on with list.csv' }).click()
  await dialog.getByText('Somebody in this file was erased meanwhile').waitFor()
  await keepPicture(page, 'loan-2-withdrawn')
  await expectAccessible(page, 'an upload that was thrown away')
  expect(errors).toEqual([])
  await page.close()
})
