import { checkMerge, checkSplit, type DecisionUndo, type MergeDecision } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { findPersonId, keepDecision, linkAccounts, listAccountIds, lockPersons, takeDecision } from './person-store.ts'

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
  const joined = { ids: await listAccountIds(ctx, join), personId: join }
  await linkAccounts(ctx, [...(await listAccountIds(ctx, keep)), ...joined.ids], keep)
  await keepDecision(ctx, [creatorId, decision.otherId], joined)
  await recordEvent(ctx, { name: 'person.merged', subject: { kind: 'creator', id: creatorId }, fields: ['personId'] })
}

/** Remembers that two accounts are not one person: nobody is asked again. Refuses like `mergePersons`. */
export async function keepPersonsApart(ctx: Context, creatorId: string, decision: MergeDecision): Promise<void> {
  settle(await needPair(ctx, creatorId, decision))
  await keepDecision(ctx, [creatorId, decision.otherId], null)
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
  for (const other of accounts) if (other !== creatorId) await keepDecision(ctx, [creatorId, other], null)
  await recordEvent(ctx, { name: 'person.split', subject: { kind: 'creator', id: creatorId }, fields: ['personId'] })
}

/**
 * Takes a decision on a pair back: accounts that a merge moved go back to the person they were, and the pair is asked about again. Refuses
 * `state.lost_race` when the decision is no longer the one that was seen.
 */
export async function undoDecision(ctx: Context, creatorId: string, { otherId, decidedAt }: DecisionUndo): Promise<void> {
  const persons = [await needPerson(ctx, creatorId), await needPerson(ctx, otherId)]
  await lockPersons(ctx, [...new Set(persons)])
  const joined = await takeDecision(ctx, [creatorId, otherId], decidedAt)
  if (joined === null) throw new RequestError('state.lost_race')
  const back: string[] = []
  // Whoever was moved on since by a later decision stays where that put them.
  for (const id of joined.ids) if (persons.includes((await findPersonId(ctx, id)) ?? '')) back.push(id)
  if (joined.personId !== null && back.length > 0) await linkAccounts(ctx, back, joined.personId)
  await recordEvent(ctx, { name: 'person.decision_undone', subject: { kind: 'creator', id: creatorId }, fields: ['personId'] })
}
