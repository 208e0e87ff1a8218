import { tellCreatorChange } from '@kolibra/core/gates'
import type { Context } from '../platform/context.ts'
import { listImpacts } from './impact-store.ts'

/** One change of rules that touches an open deliverable of a creator, in a sentence of plain Chinese. */
export interface CreatorNotice {
  readonly deliverableId: string
  readonly ruleId: string
  readonly effectiveOn: string
  readonly zh: string
}

/** What a creator is to be told: every change that touches a text of theirs that is not published yet or is online, newest first. */
export async function listCreatorChanges(ctx: Context, creatorId: string): Promise<CreatorNotice[]> {
  const impacts = await listImpacts(ctx, { creatorId })
  return impacts.flatMap(({ subject, stage, effectiveOn, changes }) => {
    if (stage === 'brief') return []
    return changes.map((change) => ({
      deliverableId: subject.id,
      ruleId: change.ruleId,
      effectiveOn,
      zh: tellCreatorChange({ stage, effectiveOn, today: ctx.today, change }),
    }))
  })
}
