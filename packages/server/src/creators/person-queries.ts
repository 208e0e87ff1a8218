import { setImmediate as breathe } from 'node:timers/promises'
import {
  listBlockKeys,
  pairKey,
  prepareTrace,
  suggestMerges,
  type KeptDecision,
  type Person,
  type PreparedTrace,
  type PresentedSuggestion,
} from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'
import { listSharers } from './merge-key-store.ts'
import {
  findPersonId,
  listAccountIds,
  listDecisions,
  listKeptApart,
  listPersonAccounts,
  readTraces,
  readTracesOf,
  withoutPerson,
} from './person-store.ts'

/** The person an account belongs to, with all accounts. */
export async function readPerson(ctx: Context, creatorId: string): Promise<Person> {
  const personId = found((await findPersonId(ctx, creatorId)) ?? undefined, 'creator', creatorId)
  const accounts = await listPersonAccounts(ctx, await listAccountIds(ctx, personId))
  return { personId, accounts: [...accounts.values()].map(withoutPerson).sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

/** The next suggestions, best evidence first, and how many there are. With `creatorId` only those of one account. */
export async function listSuggestions(
  ctx: Context,
  { limit, creatorId }: { limit: number; creatorId: string | null },
): Promise<{ items: PresentedSuggestion[]; total: number }> {
  const prepared = creatorId === null ? await prepareAll(ctx) : await prepareAround(ctx, creatorId)
  const decided = new Set((await listKeptApart(ctx, creatorId)).map(([one, other]) => pairKey(one, other)))
  const { items: page, total } = await finish(suggestMerges(prepared, { decided, limit, creatorId }))
  const accounts = await listPersonAccounts(
    ctx,
    page.flatMap(({ a, b }) => [a, b]),
  )
  const items = page.flatMap(({ a, b, ...rest }) => {
    const [one, other] = [accounts.get(a), accounts.get(b)]
    return one === undefined || other === undefined ? [] : [{ ...rest, evidence: [...rest.evidence], a: one, b: other }]
  })
  return { items, total }
}

async function prepareAll(ctx: Context): Promise<PreparedTrace[]> {
  const prepared: PreparedTrace[] = []
  for await (const traces of readTraces(ctx)) for (const trace of traces) prepared.push(prepareTrace(trace))
  return prepared
}

/** One account and those it shares anything with; of a large workspace that is a handful. */
async function prepareAround(ctx: Context, creatorId: string): Promise<PreparedTrace[]> {
  const own = (await readTracesOf(ctx, [creatorId])).map(prepareTrace)
  const sharers = await listSharers(ctx, own.flatMap(listBlockKeys))
  const others = await readTracesOf(
    ctx,
    sharers.filter((id) => id !== creatorId),
  )
  return [...own, ...others.map(prepareTrace)]
}

/** Drives work in slices to its end; other requests are answered in between. */
async function finish<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    await breathe()
  }
}

/** The newest decisions on pairs whose accounts are still there, and how many decisions there are. */
export async function readDecisions(ctx: Context, limit: number): Promise<{ items: KeptDecision[]; total: number }> {
  const { rows, total } = await listDecisions(ctx, limit)
  const accounts = await listPersonAccounts(
    ctx,
    rows.flatMap(({ a, b }) => [a, b]),
  )
  const items = rows.flatMap(({ a, b, ...rest }) => {
    const [one, other] = [accounts.get(a), accounts.get(b)]
    return one === undefined || other === undefined ? [] : [{ ...rest, a: one, b: other }]
  })
  return { items, total }
}
