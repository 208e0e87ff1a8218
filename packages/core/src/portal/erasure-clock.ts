import { z } from 'zod'
import { addWorkingDays, say, shanghaiDay, type Localized } from '../shared/index.ts'

/** Working days within which a creator's request to erase what is held of them is settled. */
export const erasureClockSchema = z.strictObject({ workingDays: z.number().int().min(1).max(60) })
export type ErasureClock = z.infer<typeof erasureClockSchema>

/** What counts until a workspace sets its own: our assumption, see ERASURE_CLOCK_SOURCE. */
export const ERASURE_CLOCK: ErasureClock = { workingDays: 15 }

/** Where the shipped number comes from. */
export const ERASURE_CLOCK_SOURCE: Localized = say(
  'Our assumption: the Personal Information Protection Law (art. 47, 50) asks for erasure and names no number of days.',
  '我们的假设：《个人信息保护法》第四十七条、第五十条要求处理删除请求，未规定天数。',
)

/** The last Shanghai day on which a request to erase is settled in time; the day it came does not count, Chinese holidays are known. */
export function erasureDue(sentAt: string, { workingDays }: ErasureClock): string {
  return addWorkingDays(shanghaiDay(Date.parse(sentAt)), workingDays).day
}
