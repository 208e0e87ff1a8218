import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError } from '../platform/request-error.ts'
import { bringBack, listPackVersions, setAside } from './pack-store.ts'

/** The way back: a pack judges no more, and the newest of the others does. Refuses `request.not_found` and `pack.set_aside_already`. */
export async function setPackAside(ctx: Context, { version, reason }: { version: string; reason: string }): Promise<void> {
  await findPack(ctx, version)
  if (!(await setAside(ctx, version, reason))) throw new RequestError('pack.set_aside_already', { version })
  await recordEvent(ctx, { name: 'rulebook.set_aside', subject: { kind: 'rulebook', id: version }, fields: ['reason'] })
  await enqueueJob(ctx, 'rules.judge_again', null)
}

/** Lets a pack judge again that was set aside. Refuses `request.not_found` and `pack.not_set_aside`. */
export async function usePackAgain(ctx: Context, version: string): Promise<void> {
  await findPack(ctx, version)
  if (!(await bringBack(ctx, version))) throw new RequestError('pack.not_set_aside', { version })
  await recordEvent(ctx, { name: 'rulebook.used_again', subject: { kind: 'rulebook', id: version } })
  await enqueueJob(ctx, 'rules.judge_again', null)
}

async function findPack(ctx: Context, version: string): Promise<void> {
  found(
    (await listPackVersions(ctx)).find((pack) => pack.version === version),
    'rulebook',
    version,
  )
}
