import { planReminders, type PlannedReminder } from '@kolibra/core/portal'
import { listParties } from '../briefs/index.ts'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJobAt } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { loadErasureClock } from './erasure-clock-store.ts'
import { readTurns } from './read-turns.ts'
import { insertReminder } from './reminder-store.ts'
import type { Turn } from './turn-clock.ts'

const EVENTS = { due_soon: 'reminded_early', overdue: 'reminded_late' } as const

interface Planned extends PlannedReminder {
  readonly turn: Turn
}

function planAll(turns: readonly Turn[]): Planned[] {
  return turns.flatMap((turn): Planned[] => {
    const { due, startedAt } = turn
    return due === null ? [] : planReminders({ due, startedAt }).map((reminder) => ({ ...reminder, turn }))
  })
}

/**
 * Reminds of every turn of a campaign whose moment has come, once per turn and stage, and asks to be called again when the next one comes.
 * What came to its end while nobody ran is reminded of once, as over. A creator is never written to: the desk is told that the text is ready.
 */
export async function remindTurns(ctx: Context, campaignId: string): Promise<void> {
  const grounds = { parties: await listParties(ctx, campaignId), erasureClock: (await loadErasureClock(ctx)).table }
  const planned = planAll(await readTurns(ctx, await loadCampaign(ctx, campaignId), grounds))
  const passed = new Map(planned.filter(({ at }) => at <= ctx.now).map((one) => [one.turn.key, one]))
  for (const { turn, stage } of passed.values()) {
    if (!(await insertReminder(ctx, { campaignId, key: turn.key, stage }))) continue
    const name = `${turn.whose === 'creator' ? 'creator' : 'turn'}.${EVENTS[stage]}` as const
    await recordEvent(ctx, { name, subject: { kind: 'turn', id: turn.key }, campaignId, fields: [turn.kind, turn.whose] })
  }
  const next = planned
    .map(({ at }) => at)
    .filter((at) => at > ctx.now)
    .toSorted()
    .at(0)
  if (next !== undefined) await enqueueJobAt(ctx, { task: 'turns.remind', subjectId: campaignId, at: next })
}
