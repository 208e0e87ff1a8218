import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { RunningServer } from './start-server.ts'

/** Opens the printed link; the first page is the campaigns, and they are empty. */
export async function signIn(page: Page, server: RunningServer): Promise<void> {
  await page.goto(server.loginLink)
  await page.waitForURL('**/campaigns')
  await page.getByRole('heading', { name: 'Campaigns', exact: true }).waitFor()
  await page.getByText('No campaign yet').waitFor()
}

/** The same link again, by somebody who is not signed in, is refused and says why. */
export async function tryUsedLink(page: Page, server: RunningServer): Promise<void> {
  const answer = await page.goto(server.loginLink)
  expect(answer?.ok()).toBe(false)
  await page.getByText(/used/i).first().waitFor()
  expect(await page.context().cookies()).toEqual([])
}
