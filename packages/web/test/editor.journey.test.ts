import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoRawKeys, expectNoSideScroll } from './judge-page.ts'
import { AT_THE_DESK, keepPicture, listenForErrors, openContext, type Look } from './open-browser.ts'
import { openDesk, type Desk } from './open-desk.ts'
import { mark, pointAt } from './point-at.ts'

let house: Desk
beforeAll(async () => {
  house = await openDesk()
})
afterAll(async () => house?.close())

const TEXT = { 'en-GB': 'Text', 'zh-CN': '正文' } as const
const field = (page: Page, locale: Look['locale'] = 'en-GB') => page.getByLabel(TEXT[locale], { exact: true })

async function openCheck(look: Look): Promise<{ page: Page; errors: string[]; close: () => Promise<void> }> {
  const context = await openContext(house.browser, look, house.desk)
  const page = await context.newPage()
  const errors = listenForErrors(page)
  await page.goto(`${house.server.url}/check`)
  await field(page, look.locale).waitFor()
  return { page, errors, close: () => context.close() }
}

describe('a draft checked as it is typed', () => {
  test('typed, underlined, told with its law, fixed with one click, taken back with undo', async () => {
    const { page, errors, close } = await openCheck(AT_THE_DESK)
    await field(page).click()
    await page.keyboard.type('国家级配方，脸颊不再发紧。')
    await pointAt(page, '国家级')
    const card = page.getByTestId('finding-card')
    await card.getByText('第九条第三项').waitFor()
    expect(await card.innerText()).toContain('in force since 2015-09-01')
    expect(await card.innerText()).toContain('last checked 2026-11-22')
    await keepPicture(page, 'editor-1-card')
    await expectAccessible(page, 'card of a finding')
    await card.getByRole('button', { name: /^Remove/ }).click()
    expect(await field(page).inputValue()).toBe('配方，脸颊不再发紧。')
    await page.getByTestId('verdict').getByText('Nothing stands against it').waitFor()
    expect(await field(page).evaluate((input: HTMLTextAreaElement) => input.selectionStart)).toBe(10)
    await page.keyboard.press('Control+z')
    expect(await field(page).inputValue()).toBe('国家级配方，脸颊不再发紧。')
    await mark(page, '国家级').waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('by keyboard alone: F8 to the finding, into its card, and out again', async () => {
    const { page, close } = await openCheck(AT_THE_DESK)
    await field(page).fill('面霜好用，国家级配方。')
    await mark(page, '国家级').waitFor()
    await field(page).press('F8')
    expect(await field(page).evaluate((input: HTMLTextAreaElement) => input.selectionStart)).toBe(5)
    await page.keyboard.press('Control+.')
    expect(await page.evaluate(() => document.activeElement?.closest('[data-testid="finding-card"]') !== null)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.getByTestId('finding-card').count()).toBe(0)
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true)
    await close()
  })

  test('an answered question changes the verdict where it stands', async () => {
    const { page, close } = await openCheck(AT_THE_DESK)
    await field(page).fill('这款面霜我用了两周，链接在橱窗。')
    const questions = page.getByTestId('questions')
    await questions.getByLabel('Does the brand pay for it, and how?').selectOption('fee')
    await expect.poll(() => questions.getByLabel('Does the brand pay for it, and how?').count()).toBe(0)
    await expect.poll(() => page.getByLabel('Payment', { exact: true }).inputValue()).toBe('fee')
    await keepPicture(page, 'editor-2-questions')
    await close()
  })

  test('an input method composes undisturbed', async () => {
    const { page, close } = await openCheck(AT_THE_DESK)
    await field(page).click()
    const client = await page.context().newCDPSession(page)
    await client.send('Input.imeSetComposition', { text: 'guo jia ji', selectionStart: 10, selectionEnd: 10 })
    expect(await field(page).inputValue()).toBe('guo jia ji')
    await client.send('Input.imeSetComposition', { text: '国家ji', selectionStart: 4, selectionEnd: 4 })
    expect(await page.locator('mark').count()).toBe(0)
    await client.send('Input.insertText', { text: '国家级' })
    await page.keyboard.type('配方')
    expect(await field(page).inputValue()).toBe('国家级配方')
    await mark(page, '国家级').waitFor()
    await close()
  })
})

const PHONES: readonly Look[] = [
  { locale: 'zh-CN', colorScheme: 'light', width: 390 },
  { locale: 'en-GB', colorScheme: 'dark', width: 390 },
]

describe.each(PHONES)('on a phone, $locale $colorScheme', (look) => {
  test('a tap on marked words opens their sheet', async () => {
    const { page, errors, close } = await openCheck(look)
    await field(page, look.locale).fill('用了两周的面霜，国家级配方！')
    await mark(page, '国家级').waitFor()
    const box = await mark(page, '国家级').boundingBox()
    await page.mouse.click((box?.x ?? 0) + 10, (box?.y ?? 0) + 10)
    const sheet = page.getByTestId('finding-card')
    await sheet.getByText('第九条第三项').waitFor()
    const place = await sheet.boundingBox()
    expect(Math.round((place?.y ?? 0) + (place?.height ?? 0))).toBe(900)
    await keepPicture(page, `editor-phone-${look.locale}`)
    await expectNoSideScroll(page, 'sheet')
    await expectAccessible(page, 'sheet of a finding')
    if (look.locale === 'zh-CN') await expectNoRawKeys(page, 'sheet')
    expect(errors).toEqual([])
    await close()
  })
})

test('in the dark and in Chinese the page reads as well', async () => {
  const { page, close } = await openCheck({ locale: 'zh-CN', colorScheme: 'dark', width: 1280 })
  await page.getByRole('button', { name: '试试示例' }).click()
  await mark(page, '国家级').waitFor()
  await keepPicture(page, 'editor-3-zh-dark')
  await expectAccessible(page, 'example in Chinese')
  await expectNoRawKeys(page, 'example in Chinese')
  await close()
})

test('letters lie on their underlines, whatever the width', async () => {
  const { page, close } = await openCheck({ ...AT_THE_DESK, width: 390 })
  await field(page).fill('这是一段很长的种草正文，English words 与中文混排，😀表情也有。'.repeat(12) + '国家级配方')
  await mark(page, '国家级').waitFor()
  const heights = await field(page).evaluate((input: HTMLTextAreaElement) => [
    input.scrollHeight,
    input.clientHeight,
    input.previousElementSibling?.clientHeight ?? 0,
  ])
  expect(heights[0]).toBe(heights[1])
  expect(heights[2]).toBe(heights[1])
  await close()
})
