import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoRawKeys, expectNoSideScroll } from './judge-page.ts'
import { keepPicture, listenForErrors, openContext } from './open-browser.ts'
import { openDesk, type Desk } from './open-desk.ts'

let desk: Desk | undefined
beforeAll(async () => {
  desk = await openDesk(['--demo'])
})
afterAll(async () => desk?.close())

const DAY_MS = 86_400_000
/** A day so many days before today, as a date field takes it. */
const dayBefore = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * DAY_MS).toISOString().slice(0, 10)

const WORDS = {
  'en-GB': {
    form: 'Type a number in',
    metric: 'What is counted',
    mentions: 'Mentions by day',
    day: 'Day',
    number: 'Number',
    source: 'Source',
    keep: 'Keep',
    table: 'The numbers as a table',
    undo: /^Undo the number of/,
    edit: 'Edit goal',
    template: 'Template',
    fromSeries: 'Baseline from the series',
    mentionsGroup: /^Mentions/,
    baseline: 'Baseline',
    target: 'Target',
    save: 'Save goal',
    found: /Without the campaign/,
    unknown: /Unknown: no series of/,
  },
  'zh-CN': {
    form: '录入一个数值',
    metric: '统计内容',
    mentions: '每日提及量',
    day: '日期',
    number: '数值',
    source: '来源',
    keep: '保存',
    table: '看数据表',
    undo: /^撤回 .* 的数值/,
    edit: '修改目标',
    template: '模板',
    fromSeries: '由数据计算基线',
    mentionsGroup: /^提及量/,
    baseline: '基线',
    target: '目标值',
    save: '保存目标',
    found: /不做投放预计为/,
    unknown: /未知：/,
  },
} as const
type Words = (typeof WORDS)[keyof typeof WORDS]

// A field that must be filled has a star behind its name.
const startsWith = (label: string) => new RegExp(`^${label}`)

async function openGoal(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/campaigns`)
  const link = page.getByRole('table').getByRole('link').first()
  const address = await link.getAttribute('href')
  await page.goto(`${url}${address}/goal`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function type(form: Locator, words: Words, { day, value }: { day: string; value: string }): Promise<void> {
  await form.getByLabel(startsWith(words.day)).fill(day)
  await form.getByLabel(startsWith(words.number)).fill(value)
  await form.getByRole('button', { name: words.keep, exact: true }).click()
  await form
    .page()
    .waitForFunction(
      (field) => field instanceof HTMLInputElement && field.value === '',
      await form.getByLabel(startsWith(words.number)).elementHandle(),
    )
}

for (const { locale, width } of [
  { locale: 'en-GB', width: 1280 },
  { locale: 'zh-CN', width: 390 },
] as const)
  test(`mentions are typed in, corrected and taken back, and become the baseline of a KPI: ${locale}, ${width} px`, async () => {
    if (desk === undefined) throw new Error('no server')
    const words = WORDS[locale]
    const context = await openContext(desk.browser, { locale, colorScheme: 'light', width }, desk.desk)
    const page = await context.newPage()
    const errors = listenForErrors(page)
    await openGoal(page, desk.server.url)
    // The example shows Swiss francs beside its budget of CNY 300,000, with the rate, its day and source.
    await page.getByText(/¥300,000.*CHF 33,600/).waitFor()
    expect(await page.getByTestId('rate-note').innerText()).toMatch(/0\.112.*2026-11-20/)
    const form = page.getByRole('form', { name: words.form })
    await form.getByLabel(words.metric).selectOption({ label: words.mentions })
    await form.getByLabel(startsWith(words.source)).fill('示例·舆情工具')
    for (let days = 8; days >= 1; days -= 1) await type(form, words, { day: dayBefore(days), value: '12' })
    await type(form, words, { day: dayBefore(1), value: '40' })
    await page.getByText(words.table, { exact: false }).last().click()
    const days = page.getByTestId('series-days')
    const first = days.getByRole('row').nth(1)
    await first.getByRole('button', { name: /40/ }).waitFor()
    expect(await first.innerText()).toContain('12')
    await keepPicture(page, `goal-typed-${locale}`)
    await first.getByRole('button', { name: words.undo }).click()
    await first.getByRole('button', { name: /: 12/ }).waitFor()

    await page.getByRole('button', { name: words.edit }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio').last().check()
    await dialog.getByLabel(words.template, { exact: true }).selectOption({ index: 1 })
    const mentions = dialog.getByRole('group', { name: words.mentionsGroup })
    await mentions.getByRole('button', { name: words.fromSeries }).click()
    await mentions.getByRole('status').waitFor()
    expect(await mentions.getByRole('status').innerText()).toMatch(words.found)
    expect(Number(await mentions.getByLabel(words.baseline, { exact: true }).inputValue())).toBeGreaterThan(12)
    await mentions.getByLabel(words.target, { exact: true }).fill('99,000')
    await keepPicture(page, `goal-form-${locale}`)
    await expectAccessible(page, `the goal form, ${locale}`)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await keepPicture(page, `goal-page-${locale}`)
    await expectNoSideScroll(page, `goal ${locale}`)
    await expectAccessible(page, `goal ${locale}`)
    if (locale === 'zh-CN') await expectNoRawKeys(page, 'goal')
    expect(errors).toEqual([])
    await context.close()
  })
