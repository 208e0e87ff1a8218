import { checkMerge, checkSplit, type MergeDecision } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, settle } from '../platform/request-error.ts'
import { findPersonId, keepDecision, linkAccounts, listAccountIds, lockPersons } from './person-store.ts'

async function needPerson(ctx: Context, creatorId: string): Promise<string> {
  return found((await findPersonId(ctx, creatorId)) ?? undefined, 'creator', creatorId)
}

async function needPair(ctx: Context, creatorId: string, { otherId, ...seen }: MergeDecision) {
  await lockPersons(ctx, [seen.personId, seen.otherPersonId])
  return checkMerge({ seen, now: { personId: await needPerson(ctx, creatorId), otherPersonId: await needPerson(ctx, otherId) } })
}

/** Puts the persons of two accounts together. Refuses `person.same`, and `state.lost_race` when either changed since it was seen. */
export async function mergePersons(ctx: Context, creatorId: string, decision: MergeDecision): Promise<void> {
  const { keep, join } = settle(await needPair(ctx, creatorId, decision))
  await linkAccounts(ctx, [...(await listAccountIds(ctx, keep)), ...(await listAccountIds(ctx, join))], keep)
  await keepDecision(ctx, [creatorId, decision.otherId], true)
  await recordEvent(ctx, { name: 'person.merged', subject: { kind: 'creator', id: creatorId }, fields: ['personId'] })
}

/** Remembers that two accounts are not one person: nobody is asked again. Refuses like `mergePersons`. */
export async function keepPersonsApart(ctx: Context, creatorId: string, decision: MergeDecision): Promise<void> {
  settle(await needPair(ctx, creatorId, decision))
  await keepDecision(ctx, [creatorId, decision.otherId], false)
  await recordEvent(ctx, { name: 'person.kept_apart', subject: { kind: 'creator', id: creatorId } })
}

/** Takes an account out of its person again, and remembers that it is not one with the others. */
export async function splitPerson(ctx: Context, creatorId: string, seenPersonId: string): Promise<void> {
  await lockPersons(ctx, [seenPersonId])
  const personId = await needPerson(ctx, creatorId)
  const accounts = await listAccountIds(ctx, personId)
  settle(checkSplit({ seenPersonId, personId, accounts: accounts.length }))
  // A person under an account's own id would stay that account's: who leaves gets an id of their own.
  await linkAccounts(ctx, [creatorId], ctx.mintId())
  for (const other of accounts) if (other !== creatorId) await keepDecision(ctx, [creatorId, other], false)
  await recordEvent(ctx, { name: 'person.split', subject: { kind: 'creator', id: creatorId }, fields: ['personId'] })
}
