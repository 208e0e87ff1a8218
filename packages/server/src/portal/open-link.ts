import { randomInt } from 'node:crypto'
import { admitLink, askForCode, checkCode, CODE_POLICY, mayRepeatOpening, nameDevice } from '@kolibra/core/portal'
import type { Outcome } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { inFence } from '../platform/database.ts'
import { admitHolder, type HttpContext } from '../platform/http.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError, settle } from '../platform/request-error.ts'
import { holderContext, deriveCookie, mintCookie, readCookie } from './as-creator.ts'
import { deleteCode, insertCode, listAskedCodes, takeTry } from './code-store.ts'
import { needReviewer } from './as-reviewer.ts'
import { findPass, insertDevice, type LinkPass } from './device-store.ts'
import { findLinkByHash, loadLink, lockLink, subjectOf, type LinkHolder, type StoredLink } from './link-store.ts'
import { readToken } from './link-token.ts'
import { readCreatorPage, type CreatorPage } from './read-creator-page.ts'
import { readReviewPage, type ReviewPage } from './read-review-page.ts'

/** What opening a link leads to: in at once, or to the code that the desk sees. */
export interface Opening {
  readonly linkId: string
  readonly state: 'open' | 'code'
  /** Whose link it is: it decides which of both pages opens. */
  readonly kind: LinkHolder['kind']
  /** What the page shows, for a creator who is in. */
  readonly page: CreatorPage | null
  /** The same for a reviewer outside. */
  readonly review: ReviewPage | null
}

const deviceName = (c: HttpContext) => nameDevice(c.req.header('user-agent') ?? '')

/** What a phone opens a link with: its token, and a key of the phone's own by which it may ask for a lost answer again. */
export interface Key {
  readonly token: string
  readonly openingKey: string | null
}

/**
 * Exchanges a link's token for a cookie on this device. The first device is in, and for a short while once more by its key; a device that
 * is in stays in; each further one asks for a code. Refuses `portal.link_unknown`, `portal.link_ended`, `portal.too_many_codes`.
 */
export async function openLink(c: HttpContext, { token, openingKey }: Key): Promise<Opening> {
  const parts = readToken(token)
  if (parts === null) throw new RequestError('portal.link_unknown')
  const { workspaceId, tokenHash } = parts
  const { app, clock } = c.get('server')
  return inFence(app, { workspaceId, userId: null }, async (tx) => {
    const link = settle(admitLink(await findLinkByHash(tx, workspaceId, tokenHash), new Date(clock()).toISOString()))
    const ctx = await admitted(holderContext(c, tx, { workspaceId, holder: link.holder }), link)
    const cookie = readCookie(c, 'device', link.id)
    const known = cookie === null ? null : await findPass(tx, cookie)
    const pass = known ?? (await admitAgain(c, ctx, { link, openingKey })) ?? (await admitFirst(c, ctx, { link, openingKey }))
    if (pass !== null) return letIn(ctx, pass)
    await askCode(c, ctx, link)
    return { linkId: link.id, state: 'code', kind: link.holder.kind, page: null, review: null }
  })
}

// The link of a reviewer opens as long as they are one.
async function admitted(ctx: Context, link: StoredLink): Promise<Context> {
  if (link.holder.kind === 'reviewer') await needReviewer(ctx, link)
  return ctx
}

async function letIn(ctx: Context, pass: LinkPass): Promise<Opening> {
  const { kind, id } = pass.holder
  const isCreator = kind === 'creator'
  return {
    linkId: pass.linkId,
    state: 'open',
    kind,
    page: isCreator ? await readCreatorPage(ctx, { ...pass, creatorId: id }) : null,
    review: isCreator ? null : await readReviewPage(ctx, pass),
  }
}

interface Admission {
  readonly link: StoredLink
  readonly openingKey: string | null
}

const placeOf = ({ workspaceId }: Context, link: StoredLink) => ({ linkId: link.id, workspaceId })

function cookieFor(c: HttpContext, ctx: Context, { link, openingKey }: Admission) {
  const place = placeOf(ctx, link)
  return openingKey === null ? mintCookie('device', place) : deriveCookie(c.get('server').linkSecret, openingKey, place)
}

async function admit(c: HttpContext, ctx: Context, { isFirst, ...admission }: Admission & { isFirst: boolean }): Promise<LinkPass | null> {
  const { workspaceId } = ctx
  const { link } = admission
  const cookie = cookieFor(c, ctx, admission)
  if (!(await insertDevice(ctx, { linkId: link.id, cookieHash: cookie.hash, name: deviceName(c), isFirst }))) return null
  cookie.give(c)
  return findPass(ctx.tx, { workspaceId, linkId: link.id, cookieHash: cookie.hash })
}

/** Gives the cookie once more to the phone that was let in by this key a moment ago and never got the answer. */
async function admitAgain(c: HttpContext, ctx: Context, { link, openingKey }: Admission): Promise<LinkPass | null> {
  if (openingKey === null) return null
  const cookie = deriveCookie(c.get('server').linkSecret, openingKey, placeOf(ctx, link))
  const pass = await findPass(ctx.tx, { ...placeOf(ctx, link), cookieHash: cookie.hash })
  if (pass === null || !mayRepeatOpening(pass.admittedAt, ctx.now)) return null
  cookie.give(c)
  return pass
}

async function admitFirst(c: HttpContext, ctx: Context, admission: Admission): Promise<LinkPass | null> {
  const { link } = admission
  const pass = await admit(c, ctx, { ...admission, isFirst: true })
  if (pass === null) return null
  await recordEvent(ctx, { name: 'link.opened', subject: subjectOf(link), campaignId: link.campaignId })
  return pass
}

async function askCode(c: HttpContext, ctx: Context, link: StoredLink): Promise<void> {
  // Counted one after the other: openings at once do not get past the limit of an hour.
  await lockLink(ctx, link.id)
  const { expiresAt } = settle(askForCode(await listAskedCodes(ctx, link.id), ctx.now))
  const { workspaceId } = ctx
  const cookie = mintCookie('asker', { linkId: link.id, workspaceId })
  const code = String(randomInt(10 ** CODE_POLICY.digits)).padStart(CODE_POLICY.digits, '0')
  await insertCode(ctx, { linkId: link.id, askerHash: cookie.hash, code, deviceName: deviceName(c), expiresAt })
  cookie.give(c)
  await recordEvent(ctx, { name: 'code.asked', subject: subjectOf(link), campaignId: link.campaignId })
}

/**
 * Lets a further device in by the code that the desk told. A wrong code uses up a try, which stays used: the refusal (`portal.code_wrong`,
 * `portal.code_ended`) is a value, for the caller to tell after the transaction. Used twice at once, a code is gone for the second.
 */
export async function enterCode(c: HttpContext, linkId: string, typed: string): Promise<Outcome<Opening>> {
  const asker = readCookie(c, 'asker', linkId)
  if (asker === null) throw new RequestError('portal.device_unknown')
  const { workspaceId, cookieHash: askerHash } = asker
  return inFence(c.get('server').app, { workspaceId, userId: null }, async (tx) => {
    const link = await loadLink({ tx, workspaceId: admitHolder(asker) }, linkId)
    const ctx = holderContext(c, tx, { workspaceId, holder: link.holder })
    settle(admitLink(link, ctx.now))
    await admitted(ctx, link)
    const asked = await takeTry(ctx, linkId, askerHash)
    const checked = checkCode(asked, typed, ctx.now)
    const event = { subject: subjectOf(link), campaignId: link.campaignId }
    if (!checked.ok) {
      // Where no code is left nothing was tried, and whoever goes on typing writes no history.
      if (asked !== null) await recordEvent(ctx, { name: 'code.failed', ...event })
      return checked
    }
    await deleteCode(ctx, linkId, checked.value.id)
    const pass = await admit(c, ctx, { link, isFirst: false, openingKey: null })
    if (pass === null) throw new RequestError('portal.device_unknown')
    await recordEvent(ctx, { name: 'device.admitted', ...event })
    return { ok: true, value: await letIn(ctx, pass) }
  })
}
