import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const DAY_MS = 24 * 3600 * 1000

/** A day some days from now, as a date field takes it. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
}

/** A brand new to China states one goal in numbers; one target is set far too high on purpose. */
export async function createCampaign(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Campaigns', exact: true }).click()
  await page.getByRole('button', { name: 'New campaign' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: false }).first().fill('Alpensee winter cream')
  await dialog.getByLabel('Brand', { exact: false }).first().fill('Alpensee 阿尔本湖')
  await dialog.getByLabel('Product', { exact: false }).first().fill('Glacier Water Cream 冰川水面霜')
  await dialog.getByLabel('Category').selectOption({ label: 'Cosmetics' })
  await dialog.getByLabel('Budget, CNY').fill('300,000')
  await dialog.getByLabel('Local agency').fill('示例·沪上达人代理')
  await dialog.getByLabel('Starts').fill(dayFromNow(11))
  await dialog.getByLabel('Ends').fill(dayFromNow(45))
  await dialog.getByRole('checkbox', { name: 'Xiaohongshu 小红书' }).check()
  await dialog.getByRole('checkbox', { name: 'Douyin 抖音' }).check()
  await dialog.getByLabel('The brand in China is').selectOption({ label: 'New to China' })
  expect(await dialog.getByLabel('Awareness (种草)').isChecked()).toBe(true)
  await fillTargets(dialog)
  await dialog.getByRole('button', { name: 'Create campaign' }).click()
  await page.waitForURL(/\/campaigns\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { name: 'Alpensee winter cream' }).waitFor()
}

// Nobody gets 900,000 interactions for this budget: the Goal gate has to say so before money is spent.
const TARGETS = [
  ['Interactions (interactions)', '900,000'],
  ['New followers (followers)', '1,000'],
  ['Views (views)', '1,500,000'],
] as const

async function fillTargets(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Add Views' }).click()
  for (const [kpi, target] of TARGETS) {
    const fields = dialog.getByRole('group', { name: kpi })
    await fields.getByLabel('Target').fill(target)
    await fields.getByLabel('Baseline', { exact: true }).fill('0')
    await fields.getByLabel('Source of the baseline').fill('own count of the 28 days before')
  }
}

/** The planner proposes a mix with ranges and its certificate; the owner takes one creator per platform. Returns their names. */
export async function acceptPlan(page: Page): Promise<string[]> {
  const choice = page.getByTestId('gate-choice')
  await choice.getByRole('button', { name: 'Run the planner' }).click()
  const certificate = choice.getByTestId('certificate')
  await certificate.waitFor()
  expect(await certificate.innerText()).toMatch(/creators for .* of .*300,000.*at most [\d.]+ ?% from the best/)
  await expectForecast(page)
  await choice.getByRole('button', { name: /^Show all/ }).click()
  const names = await keepOnePerPlatform(choice.getByTestId('mix'))
  await choice.getByRole('button', { name: `Accept ${names.length} of them` }).click()
  await choice.getByTestId('deliverables-contract').waitFor()
  return names
}

/** Drops every creator of the mix but the first note and the first video; returns the names of these two, the note's first. */
async function keepOnePerPlatform(mix: Locator): Promise<string[]> {
  const kept = new Map<string, string>()
  for (const row of (await mix.getByRole('row').all()).slice(1)) {
    const [, name = '', , format = ''] = await row.getByRole('cell').allInnerTexts()
    const kind = format.startsWith('Video') ? 'video' : 'note'
    if (kept.has(kind)) await row.getByRole('checkbox').uncheck()
    else kept.set(kind, name.trim())
  }
  expect(kept.size).toBe(2)
  return ['note', 'video'].flatMap((kind) => kept.get(kind) ?? [])
}

/** P10 ≤ P50 ≤ P90 per KPI, as read from the table of the forecast. */
async function expectForecast(page: Page): Promise<void> {
  const row = page.getByTestId('gate-goal').getByRole('row').filter({ hasText: '%' }).filter({ hasText: 'Views' }).last()
  const cells = await row.getByRole('cell').allInnerTexts()
  const [p10, p50, p90] = cells.slice(2, 5).map(readShort)
  expect(p10).toBeGreaterThan(0)
  expect(p50).toBeGreaterThanOrEqual(p10 ?? Number.NaN)
  expect(p90).toBeGreaterThanOrEqual(p50 ?? Number.NaN)
}

/** 1.2M and 350k as numbers. */
function readShort(text: string): number {
  const factor = text.endsWith('M') ? 1e6 : text.endsWith('k') ? 1e3 : 1
  return Number.parseFloat(text.replaceAll(',', '')) * factor
}
