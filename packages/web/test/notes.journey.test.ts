import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSend, type Send } from './ask-server.ts'
import { bringToCreators } from './bring-to-creators.ts'
import { expectAccessible, expectNoRawKeys, expectNoSideScroll } from './judge-page.ts'
import { keepPicture, listenForErrors, openContext, type Look } from './open-browser.ts'
import { openDesk, type Desk } from './open-desk.ts'

const AGENCY = '示例·沪上达人代理'
const PHONE: Look = { locale: 'zh-CN', colorScheme: 'light', width: 390 }
const LOOKS: readonly Look[] = [
  { locale: 'zh-CN', colorScheme: 'light', width: 1280 },
  { locale: 'en-GB', colorScheme: 'dark', width: 1280 },
  { locale: 'zh-CN', colorScheme: 'dark', width: 390 },
  { locale: 'en-GB', colorScheme: 'light', width: 390 },
]

let desk: Desk
let send: Send
let campaignId: string

beforeAll(async () => {
  desk = await openDesk(['--demo'])
  send = makeSend(desk.desk, desk.server.url)
  campaignId = (await bringToCreators(send)).campaignId
})
afterAll(() => desk?.close())

interface Version {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly brief: Record<string, unknown>
}
interface Chain {
  readonly moves: readonly { readonly move: string; readonly by: { readonly name: string | null; readonly typedBy: string | null } }[]
  readonly threads: readonly { readonly itemId: string; readonly kind: string; readonly words: readonly { readonly words: string }[] }[]
}
const newest = async () => {
  const [version] = await send<Version[]>('GET', `/campaigns/${campaignId}/briefs`)
  if (version === undefined) throw new Error('the example has a brief')
  return version
}
const readChain = async () => send<Chain>('GET', `/briefs/${(await newest()).id}/chain`)
const judge = async (page: Page, name: string) => {
  await keepPicture(page, name)
  await expectNoSideScroll(page, name)
  await expectAccessible(page, name)
  await expectNoRawKeys(page, name)
}

test('a note is generated, edited, copied and kept; its answer stands on the line of the brief; its rhythm is chosen', async () => {
  const page = await desk.desk.newPage()
  const errors = listenForErrors(page)
  await page.goto(`${desk.server.url}/campaigns/${campaignId}/notes`)
  const card = page.getByTestId('party-note').filter({ hasText: AGENCY })
  const text = card.getByLabel(`Note to ${AGENCY}`)
  expect(await text.inputValue()).toContain('brief 已发出')
  await text.fill('示例：本周 brief 已发出，请看第三条。')
  await card.getByRole('button', { name: 'Copy, and keep as sent' }).click()
  await card.getByText('Kept as sent.').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('示例：本周 brief 已发出，请看第三条。')
  const due = card.getByText(/^next by /)
  const weekly = await due.innerText()
  expect(await text.inputValue()).not.toContain('brief 已发出')

  await page.getByLabel('How often').selectOption({ label: 'every 14 days' })
  await expect.poll(() => due.innerText(), { timeout: 30_000 }).not.toBe(weekly)
  const dayOf = (told: string) => Date.parse(told.replace('next by ', ''))
  expect(dayOf(await due.innerText()) - dayOf(weekly)).toBe(7 * 86_400_000)

  await card.getByText(`What ${AGENCY} answered`).click()
  await card.getByLabel('Line of the brief').selectOption('goal')
  await card.getByLabel(`In the words of ${AGENCY}`).fill('示例：目标人群要写清楚')
  await card.getByRole('button', { name: 'Keep on this line' }).click()
  await card.getByText('Stands on the line of the brief as a question.').waitFor()
  const { threads } = await readChain()
  expect(threads.at(-1)).toMatchObject({ itemId: 'goal', kind: 'question', words: [{ words: '示例：目标人群要写清楚' }] })
  expect(errors).toEqual([])
  await page.close()
})

describe.each(LOOKS)('the notes to the parties in $locale, $colorScheme, $width px', (look) => {
  test('can be read by everybody', async () => {
    const context = await openContext(desk.browser, look, desk.desk)
    const page = await context.newPage()
    await page.goto(`${desk.server.url}/campaigns/${campaignId}/notes`)
    await page.getByTestId('party-note').first().waitFor()
    await judge(page, `notes-${look.locale}-${look.colorScheme}-${look.width}`)
    await context.close()
  })
})

test('a reviewer without an account opens their link on a phone, comments on a line and approves the version', async () => {
  const { brief } = await newest()
  const { id } = await send<Version>('POST', `/campaigns/${campaignId}/briefs`, brief)
  await send('POST', `/briefs/${id}/reviews`, { move: 'submit', note: null })
  const page = await desk.desk.newPage()
  await page.goto(`${desk.server.url}/campaigns/${campaignId}/portal`)
  const card = page.getByTestId('review-links').getByRole('article').first()
  await card.getByRole('button', { name: 'Make link' }).click()
  const message = await card.getByLabel(/^Message for /).inputValue()
  expect(message).toMatch(/等你审核/)
  await judge(page, 'review-desk')
  const link = message.split('\n').at(-1) ?? ''

  const context = await openContext(desk.browser, PHONE)
  const phone = await context.newPage()
  const errors = listenForErrors(phone)
  await phone.goto(link)
  await phone.getByText('请看完这一版并给出结论').waitFor()
  expect(phone.url()).toMatch(/\/r\/[0-9a-f-]{36}$/)
  await judge(phone, 'review-phone-zh')
  await phone.reload()
  const goal = phone.locator('section').filter({ has: phone.getByRole('heading', { name: '目标' }) })
  await goal.getByText('对这一条提意见').click()
  await goal.getByLabel('你的意见').fill('示例：目标请写成一句话')
  await goal.getByRole('button', { name: '提交意见' }).click()
  await phone.getByText('你：示例：目标请写成一句话').waitFor()
  expect(await phone.getByRole('button', { name: '要求修改' }).isDisabled()).toBe(true)
  await phone.getByRole('button', { name: 'English' }).click()
  await judge(phone, 'review-phone-en')
  await phone.getByRole('button', { name: '中文' }).click()
  await phone.getByRole('button', { name: '通过', exact: true }).click()
  await phone.getByText('现在不用你决定，仍可写意见').waitFor()
  await judge(phone, 'review-phone-done')
  const { moves, threads } = await readChain()
  expect(moves.at(-1)).toMatchObject({ move: 'approve', by: { name: expect.stringContaining('示例'), typedBy: null } })
  expect(threads.at(-1)).toMatchObject({ itemId: 'goal', kind: 'comment' })
  expect(errors).toEqual([])
  await context.close()
  await page.close()
})
