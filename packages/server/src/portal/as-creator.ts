import { admitLink } from '@kolibra/core/portal'
import type { Actor } from '@kolibra/core/accounts'
import { z } from '@hono/zod-openapi'
import { getCookie, setCookie } from 'hono/cookie'
import type { Transaction } from 'kysely'
import { answerOnce } from '../platform/answer-once-store.ts'
import { makeContext, type Context } from '../platform/context.ts'
import type { Database } from '../platform/database-schema.ts'
import { inFence } from '../platform/database.ts'
import { admitHolder, type HttpContext } from '../platform/http.ts'
import { RequestError, settle } from '../platform/request-error.ts'
import { keyedHash, mintToken, sha256 } from '../platform/secrets.ts'
import { findPass, touchDevice, type CreatorPass, type LinkPass } from './device-store.ts'
import type { LinkHolder } from './link-store.ts'

const PORTAL_PATH = '/api/v1/portal'
// A device is noted as seen again at most this often.
const SEEN_EVERY_MS = 5 * 60_000
// As long as browsers keep one. Whether a link still opens is judged here at every request: its end may be moved while its devices stay in.
const COOKIE_MAX_AGE_S = 400 * 24 * 3600

/** The cookies of a link: `device` opens it, `asker` waits for a code. A link has its own, so that two campaigns live on one phone. */
function nameCookie(kind: 'device' | 'asker', linkId: string): string {
  return `kolibra_${kind}_${linkId.replaceAll('-', '')}`
}

type Place = { readonly linkId: string; readonly workspaceId: string }

/** A secret for a link's cookie: its hash to keep, and how to give it once it is kept. */
export const mintCookie = (kind: 'device' | 'asker', place: Place) => bakeCookie(kind, place, mintToken())

/** The cookie of a device that opens a link by a key of its own: the same key gives the same cookie, and no other device has the key. */
export const deriveCookie = (linkSecret: string, openingKey: string, place: Place) =>
  bakeCookie('device', place, keyedHash(linkSecret, `creator-device ${place.workspaceId} ${place.linkId} ${openingKey}`))

function bakeCookie(kind: 'device' | 'asker', { linkId, workspaceId }: Place, secret: string) {
  const give = (c: HttpContext) => {
    const secure = c.get('server').publicUrl.startsWith('https:')
    const value = `${workspaceId}.${secret}`
    setCookie(c, nameCookie(kind, linkId), value, { httpOnly: true, sameSite: 'Lax', path: PORTAL_PATH, maxAge: COOKIE_MAX_AGE_S, secure })
  }
  return { hash: sha256(secret), give }
}

/** What a link's cookie holds: the workspace in front, because nobody looks into one without naming it; null when there is none. */
export function readCookie(
  c: HttpContext,
  kind: 'device' | 'asker',
  linkId: string,
): { workspaceId: string; linkId: string; cookieHash: string } | null {
  const [workspaceId = '', secret = ''] = (getCookie(c, nameCookie(kind, linkId)) ?? '').split('.')
  return z.uuid().safeParse(workspaceId).success && secret.length >= 40 ? { workspaceId, linkId, cookieHash: sha256(secret) } : null
}

/** A creator as who acts. Events and rows hold the id; the name stands with the creator. */
export const creatorActor = (creatorId: string): Actor => ({ id: creatorId, name: '', role: 'creator' })

/** Whoever acts by their link, in a transaction of its workspace. Their names stand with them, as a creator's does. */
export function holderContext(c: HttpContext, tx: Transaction<Database>, whose: { workspaceId: string; holder: LinkHolder }): Context {
  const { id, kind: role } = whose.holder
  return makeContext({ workspaceId: admitHolder(whose), actor: { id, name: '', role }, tx, clock: c.get('server').clock })
}

/**
 * Runs a handler for the creator whose device asks, in one transaction of their workspace; a repeated POST is answered once. Refuses
 * `portal.device_unknown` without the link's cookie and `portal.link_ended` when the link was taken back or is over.
 */
export async function asCreator<T extends Response>(
  c: HttpContext,
  linkId: string,
  handle: (ctx: Context, pass: CreatorPass) => Promise<T>,
): Promise<T> {
  return inCreatorFence(c, linkId, (ctx, pass) => answerOnce(ctx, c.req, () => handle(ctx, pass)))
}

/** As `asCreator`, for what a handler looks up before it goes on: no answer of its own. */
export async function inCreatorFence<T>(c: HttpContext, linkId: string, work: (ctx: Context, pass: CreatorPass) => Promise<T>): Promise<T> {
  return inLinkFence(c, { linkId, kind: 'creator' }, (ctx, pass) => work(ctx, { ...pass, creatorId: pass.holder.id }))
}

/** Runs work for whose device asks; the link of another kind of holder is none here. Refuses `portal.device_unknown`, `portal.link_ended`. */
export async function inLinkFence<T>(
  c: HttpContext,
  { linkId, kind }: { linkId: string; kind: LinkHolder['kind'] },
  work: (ctx: Context, pass: LinkPass) => Promise<T>,
): Promise<T> {
  const cookie = readCookie(c, 'device', linkId)
  if (cookie === null) throw new RequestError('portal.device_unknown')
  return inFence(c.get('server').app, { workspaceId: cookie.workspaceId, userId: null }, async (tx) => {
    const pass = await findPass(tx, cookie)
    if (pass?.holder.kind !== kind) throw new RequestError('portal.device_unknown')
    const ctx = holderContext(c, tx, pass)
    settle(admitLink(pass, ctx.now))
    if (Date.parse(ctx.now) - Date.parse(pass.seenAt) > SEEN_EVERY_MS) await touchDevice(ctx, pass)
    return work(ctx, pass)
  })
}
