import { addDays } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { enqueueJobAt, momentAfter } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { deleteChecksUntil } from './check-store.ts'

/** How long a check is kept that no draft holds: what it found are words of somebody's text. */
const CHECK_KEPT_DAYS = 180

/** Sets the clock of the checks made today: one for all of them. */
export async function setCheckClock(ctx: Context): Promise<void> {
  const at = momentAfter(addDays(ctx.today, CHECK_KEPT_DAYS))
  await enqueueJobAt(ctx, { task: 'checks.expire', subjectId: ctx.today, at })
}

/** What the clock's end asks for: checks that no draft holds go when their days are over. Safe to repeat. */
export async function expireChecks(ctx: Context): Promise<void> {
  const lastDay = addDays(ctx.today, -CHECK_KEPT_DAYS - 1)
  for (const id of await deleteChecksUntil(ctx, momentAfter(lastDay)))
    await recordEvent(ctx, { name: 'check.expired', subject: { kind: 'check', id } })
}
