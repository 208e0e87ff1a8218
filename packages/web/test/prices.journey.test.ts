import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoRawKeys, expectNoSideScroll } from './judge-page.ts'
import { keepPicture, listenForErrors, openContext } from './open-browser.ts'
import { openDesk, type Desk } from './open-desk.ts'

let server: Desk['server']
let browser: Desk['browser']
let desk: Desk['desk']
let close: Desk['close'] | undefined

beforeAll(async () => {
  ;({ server, browser, desk, close } = await openDesk(['--demo']))
})
afterAll(async () => close?.())

const addCreator = async (accountId: string) => {
  const headers = { origin: server.url }
  const data = { platform: 'xiaohongshu', accountId, displayName: '示例·询价', followers: 90_000, categories: ['护肤'] }
  const { id } = await (await desk.request.post(`${server.url}/api/v1/creators`, { data, headers })).json()
  return String(id)
}

test('a quote is entered by hand, filed and unfiled, and the sum, the rule it breaks and the fit are shown', async () => {
  const id = await addCreator('id-quoted')
  const page = await desk.newPage()
  const errors = listenForErrors(page)
  await page.goto(`${server.url}/creators/${id}`)
  const enter = async (fields: Readonly<Record<string, string>>, filing: string) => {
    await page.getByRole('button', { name: 'Enter a quote' }).click()
    const dialog = page.getByRole('dialog')
    for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value)
    await dialog.getByLabel('Filed with the platform').selectOption(filing)
    return dialog
  }
  const first = await enter({ Format: 'Image note', 'List price': '10000', Rebate: '120', 'Where it was told': '示例·微信' }, 'yes')
  await first.getByText('Not a share from 0 to 100 per cent.').waitFor()
  expect(await first.getByRole('button', { name: 'Keep the quote' }).isDisabled()).toBe(true)
  await first.getByLabel('Rebate').fill('20')
  await first.getByLabel('Platform fee').fill('5')
  await expectAccessible(page, 'a quote as it is entered')
  await keepPicture(page, 'prices-1-entering')
  await first.getByRole('button', { name: 'Keep the quote' }).click()
  await page.getByText('10000.00 × (1 − 20%) × (1 + 5%) = 8400.00').waitFor()
  await page.getByText('A plan would use this one').waitFor()
  const second = await enter({ Format: 'note_image', 'Net price': '5000', 'Where it was told': '示例·微信' }, 'no')
  await second.getByText('recorded, never recommended').waitFor()
  await second.getByRole('button', { name: 'Keep the quote' }).click()
  await page.getByText('Earlier, ended and unfiled quotes: 1').click()
  await page.getByText('Breaks rule xhs.pgy.filing').waitFor()
  expect(await page.getByText('A plan would use this one').count()).toBe(1)
  await keepPicture(page, 'prices-2-entered')
  expect(errors).toEqual([])
  await page.close()
})

test('on a phone, in Chinese, the same form fits one hand', async () => {
  const id = await addCreator('id-phone')
  const phone = await openContext(browser, { locale: 'zh-CN', colorScheme: 'dark', width: 390 }, desk)
  const page = await phone.newPage()
  await page.goto(`${server.url}/creators/${id}`)
  const unknown = page.locator('[data-code="choice.conflict_unknown"]')
  await unknown.waitFor()
  await page.getByRole('button', { name: '录入「没有其他合作」' }).click()
  await page.getByLabel('询问日期').fill('2027-01-10')
  await page.getByLabel('从何得知？').fill('示例·微信')
  await expectAccessible(page, 'no other work on a phone')
  await keepPicture(page, 'prices-3-no-other-work')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await unknown.waitFor({ state: 'detached' })
  await page.getByText('没有其他品牌合作（2027-01-10 询问）').waitFor()
  await page.getByRole('button', { name: '录入报价' }).click()
  await page.getByRole('dialog').getByLabel('询价渠道').fill('示例·微信')
  await expectNoSideScroll(page, 'a quote on a phone')
  await expectNoRawKeys(page, 'a quote on a phone')
  await expectAccessible(page, 'a quote on a phone')
  await keepPicture(page, 'prices-3-phone')
  await phone.close()
})

test('a shortlist is held against a campaign, who is bound stands last; weights are changed with a source', async () => {
  const headers = { origin: server.url }
  const found = await (await desk.request.post(`${server.url}/api/v1/creator-searches`, { data: {}, headers })).json()
  const ids: string[] = found.items.slice(0, 4).map(({ id }: { id: string }) => id)
  const bound = { brand: '示例·雪线', category: 'cosmetics', from: '2026-12-01', to: '2027-03-31', exclusive: true, source: '示例·合同' }
  expect((await desk.request.post(`${server.url}/api/v1/creators/${ids[0]}/engagements`, { data: bound, headers })).status()).toBe(201)
  const list = { name: '示例·名单', creatorIds: ids }
  const { id } = await (await desk.request.post(`${server.url}/api/v1/shortlists`, { data: list, headers })).json()
  const page = await desk.newPage()
  const errors = listenForErrors(page)
  await page.goto(`${server.url}/creators?own=${encodeURIComponent(JSON.stringify({ shortlist: id }))}`)
  await page.getByRole('button', { name: 'Edit the list' }).click()
  await page.getByRole('link', { name: 'Hold this list against a campaign' }).click()
  const lines = page.getByTestId('shortlist-lines').locator('> li')
  await lines.last().getByText('Bound to 示例·雪线').waitFor()
  await expectAccessible(page, 'a shortlist held against a campaign')
  await keepPicture(page, 'prices-4-shortlist')

  await page.goto(`${server.url}/creators`)
  await page.getByLabel('Held against', { exact: true }).selectOption({ index: 1 })
  const scores = page.getByRole('gridcell').filter({ hasText: /^[⊘!]? ?[0-9]{1,3} · [0-9.]+%$/ })
  await scores.first().waitFor()
  await page.getByRole('columnheader', { name: 'Fit' }).waitFor()
  await expectAccessible(page, 'the creators held against a campaign')
  await keepPicture(page, 'prices-6-creators')

  await page.goto(`${server.url}/creators/${ids[0]}`)
  await page.getByTestId('conflicts').getByText('Bound to 示例·雪线').waitFor()
  await page.getByRole('button', { name: 'Change the weights' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Audience').fill('0')
  await dialog.getByLabel('Where they come from').fill('示例·内部评审')
  await expectAccessible(page, 'the weights of the fit')
  await keepPicture(page, 'prices-5-weights')
  await dialog.getByRole('button', { name: 'Keep the weights' }).click()
  await page.getByText('Weights fit-1 #1, source: 示例·内部评审').waitFor()
  expect(await page.locator('[data-testid="fit-part"][data-code="audience"]').count()).toBe(0)
  expect(errors).toEqual([])
  await page.close()
})
