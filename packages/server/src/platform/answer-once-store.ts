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

// As long as a client may still be trying: an answer holds what was written, and is not kept beyond that.
const KEPT_MS = 24 * 3600 * 1000
const DROPPED_AT_ONCE = 100

/**
 * Answers a POST with an `Idempotency-Key` once within a day. A key belongs to a whole address, with its query. Key and answer stand in the transaction of the effect: either both are kept or neither.
 * A second request that runs at the same time waits for the first at the unique key.
 */
export async function answerOnce<T extends Response>(ctx: Context, request: HonoRequest, handle: () => Promise<T>): Promise<T> {
  const keyHash = hashKey(ctx, request)
  if (keyHash === null) return handle()
  const requestHash = await hashRequest(request)
  await dropOldAnswers(ctx, keyHash)
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

/** Gives the answer again where this request came before within a day; does nothing where it did not. */
export async function repeatIfAnswered(ctx: Context, request: HonoRequest): Promise<void> {
  const keyHash = hashKey(ctx, request)
  if (keyHash === null) return
  const row = await ctx.tx
    .selectFrom('idempotent_answers')
    .select('created_at')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst()
  if (row === undefined || Date.parse(row.created_at) < Date.parse(ctx.now) - KEPT_MS) return
  await repeatAnswer(ctx, keyHash, await hashRequest(request))
}

/** Null: nobody asked for one answer only. */
function hashKey(ctx: Context, request: HonoRequest): string | null {
  const key = request.header('Idempotency-Key')
  if (request.method !== 'POST' || key === undefined) return null
  return sha256(`${ctx.actor.id} ${request.path}${new URL(request.url).search} ${key}`)
}

// This very key first. What another request is dropping is left to it: nobody waits for a long one to end.
async function dropOldAnswers(ctx: Context, keyHash: string): Promise<void> {
  const before = new Date(Date.parse(ctx.now) - KEPT_MS).toISOString()
  await sql`DELETE FROM idempotent_answers WHERE workspace_id = ${ctx.workspaceId} AND key_hash IN (
    SELECT key_hash FROM idempotent_answers WHERE workspace_id = ${ctx.workspaceId} AND created_at < ${before}::timestamptz
    ORDER BY key_hash <> ${keyHash} LIMIT ${DROPPED_AT_ONCE} FOR UPDATE SKIP LOCKED)`.execute(ctx.tx)
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
