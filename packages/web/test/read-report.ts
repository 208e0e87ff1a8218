import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { WAIVER_REASON } from './pass-gates.ts'

/** The report says what was reached against the frozen goal, opens each number, and repeats every waiver with its reason. */
export async function readReport(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Report' }).first().click()
  await page.getByRole('heading', { name: 'Report: Alpensee winter cream' }).waitFor()
  const text = await page.locator('main').innerText()
  expect(text).toContain(WAIVER_REASON)
  // 81,200 views each. Likes, comments and shares of both, saves of the note alone: Douyin's definition has none.
  expect(text.replace(/\s+/g, ' ')).toContain('Views 162k Interactions 7,910')
  const numbers = page.getByTestId('report-numbers')
  await numbers.getByRole('button', { name: /^Interactions/ }).click()
  const passport = page.locator('dl.facts').last()
  await passport.waitFor()
  expect(await passport.innerText()).toMatch(/Source[\s\S]*Formula/)
}
