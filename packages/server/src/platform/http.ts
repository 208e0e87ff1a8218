import type { Member, Permission } from '@kolibra/core/accounts'
import { mayDo } from '@kolibra/core/accounts'
import type { Rulebook, TrustedKey } from '@kolibra/core/compliance'
import { findUnknownFields, type WorkspaceId } from '@kolibra/core/shared'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { answerOnce, repeatIfAnswered } from './answer-once-store.ts'
import { makeContext, type Context } from './context.ts'
import type { Database } from './database-schema.ts'
import { inFence } from './database.ts'
import { RequestError } from './request-error.ts'
import { tellFields } from './tell-fields.ts'
import type { Outside } from './send-message.ts'
import { findUnkeepable } from './unkeepable-text.ts'

/** A signed-in person in one workspace. */
export interface Session {
  readonly workspaceId: string
  readonly workspaceName: string
  readonly sessionHash: string
  readonly actor: Member
}

/** What the composition root hands to every capability. `app` is bound to one workspace per transaction; `owner` only stages imports. */
export interface Server {
  readonly app: Kysely<Database>
  readonly owner: Kysely<Database>
  /** Epoch ms. */
  readonly clock: () => number
  readonly log: Logger
  readonly publicUrl: string
  /** What the tokens of creators' links are derived from: the folder's secret, never kept in the database. */
  readonly linkSecret: string
  /** What may be reached outside. */
  readonly outside: Outside
  /** The rulebook that came with this release. */
  readonly rulebook: Rulebook
  /** Whose rulebook packs are taken here: the operator's list. */
  readonly trustedKeys: readonly TrustedKey[]
}

export interface HttpEnv {
  Variables: { requestId: string; log: Logger; session: Session | null; server: Server }
}
export type HttpContext = HonoContext<HttpEnv>

/** A router whose failed validations name every field that does not fit. */
export function makeRouter(): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => {
      if (result.success) return refuseUnkeepable(result.data)
      throw new RequestError('request.invalid', { fields: tellFields(result.error) })
    },
  })
}

function refuseUnkeepable(data: unknown): void {
  const field = findUnkeepable(data)
  if (field !== null) throw new RequestError('request.invalid', { fields: [field] })
}

/** The session of the request, or `session.missing`. */
export function needSession(c: HttpContext): Session {
  const session = c.get('session')
  if (session === null) throw new RequestError('session.missing')
  return session
}

/** Proof that this person may do this here: the only place that mints a WorkspaceId. */
export function authorize(session: Session, permission: Permission): WorkspaceId {
  if (!mayDo(session.actor.role, permission)) throw new RequestError('permission.denied', { permission, role: session.actor.role })
  return session.workspaceId as WorkspaceId
}

/** The same proof for a creator whose device was let in by their link; it is good for what is theirs, which each verb checks. */
export function admitHolder(pass: { readonly workspaceId: string }): WorkspaceId {
  return pass.workspaceId as WorkspaceId
}

/** Runs a handler in one transaction of the session's workspace, with permission checked and a repeated POST answered once. */
export async function act<T extends Response>(c: HttpContext, permission: Permission, handle: (ctx: Context) => Promise<T>): Promise<T> {
  return actWith(c, { permission, db: c.get('server').app }, handle)
}

/** Looks something up for a handler that goes on afterwards: permission checked, one transaction, no answer of its own. */
export async function look<T>(c: HttpContext, permission: Permission, find: (ctx: Context) => Promise<T>): Promise<T> {
  const { actor, ...session } = needSession(c)
  const workspaceId = authorize({ ...session, actor }, permission)
  const { app, clock } = c.get('server')
  return inFence(app, { workspaceId, userId: actor.id }, (tx) => find(makeContext({ workspaceId, actor, tx, clock })))
}

/** Like `look`, for what is long in the making: a repeated POST is answered here, before anything is done again. */
export async function lookUnlessAnswered<T>(c: HttpContext, permission: Permission, find: (ctx: Context) => Promise<T>): Promise<T> {
  return look(c, permission, async (ctx) => {
    await repeatIfAnswered(ctx, c.req)
    return find(ctx)
  })
}

/** Like `act`, on the connections of the owner role: an import stages rows there. Row-level security binds that role too. */
export async function actAsOwner<T extends Response>(
  c: HttpContext,
  permission: Permission,
  handle: (ctx: Context) => Promise<T>,
): Promise<T> {
  return actWith(c, { permission, db: c.get('server').owner }, handle)
}

async function actWith<T extends Response>(
  c: HttpContext,
  { permission, db }: { permission: Permission; db: Kysely<Database> },
  handle: (ctx: Context) => Promise<T>,
): Promise<T> {
  const session = needSession(c)
  const workspaceId = authorize(session, permission)
  return inFence(db, { workspaceId, userId: session.actor.id }, async (tx) => {
    const ctx = makeContext({ workspaceId, actor: session.actor, tx, clock: c.get('server').clock })
    return answerOnce(ctx, c.req, () => handle(ctx))
  })
}

const NO_SUCH_FIELD = { message: 'No such field is known; check its spelling', params: { zh: '没有这个字段，请核对拼写' } }

/** Documented shape of every refusal. */
export const problemSchema = z
  .object({ type: z.string(), title: z.string(), detail: z.string(), status: z.number().int(), code: z.string(), requestId: z.string() })
  .loose()
  .openapi('Problem')

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } })

/** The answers that every route may give beside its own. */
export const PROBLEMS = {
  401: problem('Not signed in'),
  403: problem('The role may not do this'),
  404: problem('Nothing at this address'),
  409: problem('Refused: lost race, wrong state or a gate that blocks'),
  422: problem('Fields that do not fit'),
}

/** A JSON answer in a route's `responses`. */
export function jsonAnswer<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** A JSON body in a route's `request`. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { body: { required: true, content: { 'application/json': { schema } } } }
}

/** As `jsonBody`, and a field that the schema does not know is refused by its name: passed over, it would seem to have been heard. */
export function exactBody<S extends z.ZodType>(schema: S) {
  const findUnknown = findUnknownFields(schema)
  const exact = z.preprocess((value, ctx) => {
    for (const path of findUnknown(value)) ctx.addIssue({ code: 'custom', path, ...NO_SUCH_FIELD })
    return value
  }, schema)
  return jsonBody(exact)
}

/** The `id` in a path. */
export const idParam = z.object({ id: z.uuid() })
