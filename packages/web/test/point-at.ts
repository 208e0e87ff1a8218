import type { Page } from 'playwright-core'

/** Words with an underline in the draft. */
export const mark = (page: Page, words: string) => page.locator('mark').filter({ hasText: words }).first()

/** Points at marked words as a mouse does: the field lies above them. */
export async function pointAt(page: Page, words: string): Promise<void> {
  await mark(page, words).scrollIntoViewIfNeeded()
  const box = await mark(page, words).boundingBox()
  if (box === null) throw new Error(`${words} is not drawn`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 })
}
