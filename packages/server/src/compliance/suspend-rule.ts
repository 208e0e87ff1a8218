import { ruleById, type Rulebook } from '@kolibra/core/compliance'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError } from '../platform/request-error.ts'
import { listOwnRules } from './own-rule-store.ts'
import { endSuspension, insertSuspension } from './suspension-store.ts'
import { changeRulebook } from './write-own-rule.ts'

/** Stops using a rule in this workspace. Refuses `request.not_found` and `rule.suspended_already`. */
export async function suspendRule(
  ctx: Context,
  { ruleId, reason, shipped }: { ruleId: string; reason: string; shipped: Rulebook },
): Promise<void> {
  const own = (await listOwnRules(ctx)).find(({ id, part }) => id === ruleId && part.kind !== 'words')
  found(ruleById(shipped, ruleId) ?? own, 'rule', ruleId)
  if (!(await insertSuspension(ctx, { ruleId, reason }))) throw new RequestError('rule.suspended_already', { ruleId })
  await recordEvent(ctx, { name: 'rule.suspended', subject: { kind: 'rule', id: ruleId }, fields: ['reason'] })
  await changeRulebook(ctx)
}

/** Uses a suspended rule again; the suspension stays on record. Refuses `rule.not_suspended`. */
export async function resumeRule(ctx: Context, ruleId: string): Promise<void> {
  if (!(await endSuspension(ctx, ruleId))) throw new RequestError('rule.not_suspended', { ruleId })
  await recordEvent(ctx, { name: 'rule.resumed', subject: { kind: 'rule', id: ruleId } })
  await changeRulebook(ctx)
}
