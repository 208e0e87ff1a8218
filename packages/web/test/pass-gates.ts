import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The reason typed into every waiver of the journey; the report has to repeat it. */
export const WAIVER_REASON = 'The brand wants the high target; the agency agreed in writing.'

/** A finding of a gate's section, by its code. */
export const finding = (section: Locator, code: string) => section.locator(`[data-testid=gate-finding][data-code="${code}"]`)

/** The first contract is refused while the goal is out of reach; one waiver answers every unlikely target, and the contract freezes the goal. */
export async function contractCreators(page: Page, names: readonly string[]): Promise<void> {
  const goal = page.getByTestId('gate-goal')
  const choice = page.getByTestId('gate-choice')
  const [first = ''] = names
  await choice.getByRole('button', { name: `Contract: ${first}` }).click()
  const refusal = choice.getByRole('alert')
  await refusal.waitFor()
  expect(await refusal.innerText()).toContain('gate.blocked')
  expect(await refusal.innerText()).toContain('900,000')
  await waive(finding(goal, 'goal.unlikely').first(), page)
  await goal.getByText('Waived', { exact: false }).first().waitFor()
  for (const name of names) {
    const contract = choice.getByRole('button', { name: `Contract: ${name}` })
    await contract.click()
    await contract.waitFor({ state: 'detached' })
  }
  const frozen = goal.getByText(/Frozen at .* Fingerprint [0-9a-z:]+/)
  await frozen.waitFor()
}

/** Gives the reason and waits until the finding says who waived it. */
export async function waive(row: Locator, page: Page): Promise<void> {
  await row.getByRole('button', { name: 'Waive with a reason' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill(WAIVER_REASON)
  await dialog.getByRole('button', { name: 'Waive', exact: true }).click()
  await row.getByText(`Waived by`).waitFor()
}
