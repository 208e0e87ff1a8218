import type { HonoRequest } from 'hono'
import { sql } from 'kysely'
import type { Context } from './context.ts'
import { hashOfForm } from './form-hash.ts'
import { RequestError } from './request-error.ts'
import { sha256 } from './secrets.ts'

/** The same request came before: its answer is given again and nothing happens twice. */
export class AnsweredBefore extends Error {
  readonly status: number
  readonly body: string
  constructor(status: number, body: string) {
    super('answered before')
    this.status = status
    this.body = body
  }
}

/**
 * Answers a POST with an `Idempotency-Key` once. Key and answer stand in the transaction of the effect: either both are kept or neither.
 * A second request that runs at the same time waits for the first at the unique key.
 */
export async function answerOnce<T extends Response>(ctx: Context, request: HonoRequest, handle: () => Promise<T>): Promise<T> {
  const key = request.header('Idempotency-Key')
  if (request.method !== 'POST' || key === undefined) return handle()
  const keyHash = sha256(`${ctx.actor.id} ${request.path} ${key}`)
  const requestHash = await hashRequest(request)
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('idempotent_answers')
    .values({ workspace_id: ctx.workspaceId, key_hash: keyHash, request_hash: requestHash, status: null, body: null, created_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) await repeatAnswer(ctx, keyHash, requestHash)
  const answer = await handle()
  await ctx.tx
    .updateTable('idempotent_answers')
    .set({ status: answer.status, body: JSON.stringify(await answer.clone().json()) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('key_hash', '=', keyHash)
    .execute()
  return answer
}

async function repeatAnswer(ctx: Context, keyHash: string, requestHash: string): Promise<never> {
  const row = await ctx.tx
    .selectFrom('idempotent_answers')
    .select(['request_hash', 'status', sql<string>`body::text`.as('text')])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst()
  if (row === undefined || row.request_hash !== requestHash) throw new RequestError('request.key_reused')
  throw new AnsweredBefore(row.status ?? 200, row.text)
}

async function hashRequest(request: HonoRequest): Promise<string> {
  return (await hashOfForm(request)) ?? sha256(await request.text())
}
