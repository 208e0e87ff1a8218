import {
  CHANNEL_KINDS,
  isNoticeEvent,
  mayDo,
  MEMBER_ROLES,
  NOTICE_RHYTHMS,
  type ChannelKind,
  type NoticeEvent,
  type NoticeRhythm,
} from '@kolibra/core/accounts'
import { LANGUAGES, type Language } from '@kolibra/core/shared'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'
import { openFile, sealFile } from '../platform/secrets.ts'

/** Address and secret, as they are sealed. */
const sealedSchema = z.object({ address: z.string(), secret: z.string().nullable() })
export type Sealed = z.infer<typeof sealedSchema>

/** A member's channel. What is sealed stays so until something is sent. */
export interface StoredChannel {
  readonly id: string
  /** Who is told by it. */
  readonly userId: string
  readonly revision: number
  readonly kind: ChannelKind
  readonly name: string
  readonly language: Language
  readonly events: readonly NoticeEvent[]
  readonly rhythm: NoticeRhythm
  readonly isPaused: boolean
  readonly sealed: Buffer
  readonly createdAt: string
}

function selectChannels(ctx: Context) {
  return ctx.tx.selectFrom('channels').selectAll().where('workspace_id', '=', ctx.workspaceId)
}
type ChannelRow = Awaited<ReturnType<ReturnType<typeof selectChannels>['execute']>>[number]

function parseRow(row: ChannelRow): StoredChannel {
  const { channel_id: id, user_id: userId, revision, name, sealed, is_paused: isPaused, created_at: createdAt } = row
  const rhythm = z.enum(NOTICE_RHYTHMS).parse(row.rhythm)
  const [kind, language] = [z.enum(CHANNEL_KINDS).parse(row.kind), z.enum(LANGUAGES).parse(row.language)]
  return { id, userId, revision, kind, name, language, events: row.events.filter(isNoticeEvent), rhythm, isPaused, sealed, createdAt }
}

/** Whether who acts sets up by which channels others are told. */
export function maySetForOthers({ actor }: Pick<Context, 'actor'>): boolean {
  return MEMBER_ROLES.some((role) => role === actor.role && mayDo(role, 'channels.assign'))
}

// One's own channels, and those of all for who sets them up.
function selectReachable(ctx: Context) {
  return maySetForOthers(ctx) ? selectChannels(ctx) : selectChannels(ctx).where('user_id', '=', ctx.actor.id)
}

/** The channels that whoever asks may see: their own, or everybody's for who sets them up; oldest first. */
export async function listReachableChannels(ctx: Context): Promise<StoredChannel[]> {
  const rows = await selectReachable(ctx).orderBy('channel_id').execute()
  return rows.map(parseRow)
}

/** One of these, or `request.not_found`. */
export async function loadReachableChannel(ctx: Context, id: string): Promise<StoredChannel> {
  const row = await selectReachable(ctx).where('channel_id', '=', id).executeTakeFirst()
  return parseRow(found(row, 'channel', id))
}

/** A channel by its id, whosever it is; null when it is gone. */
export async function findChannel(ctx: Context, id: string): Promise<StoredChannel | null> {
  const row = await selectChannels(ctx).where('channel_id', '=', id).executeTakeFirst()
  return row === undefined ? null : parseRow(row)
}

/** Keeps a new channel of a member, address and secret sealed with `key`. */
export async function insertChannel(
  ctx: Context,
  channel: Pick<StoredChannel, 'id' | 'userId' | 'kind' | 'name' | 'language' | 'events' | 'rhythm'> & Sealed,
  key: Buffer,
): Promise<void> {
  const { id, userId, kind, name, language, events, rhythm, address, secret } = channel
  await ctx.tx
    .insertInto('channels')
    .values({
      workspace_id: ctx.workspaceId,
      channel_id: id,
      user_id: userId,
      revision: 1,
      kind,
      name,
      language,
      sealed: sealFile(Buffer.from(JSON.stringify({ address, secret })), key),
      events: [...events],
      rhythm,
      is_paused: false,
      created_at: ctx.now,
    })
    .execute()
}

/** Opens what is sealed; null when it was sealed with another key (the data folder's secret was replaced). */
export function openSealed({ sealed }: StoredChannel, key: Buffer): Sealed | null {
  try {
    return sealedSchema.parse(JSON.parse(openFile(sealed, key).toString('utf8')))
  } catch {
    return null
  }
}

/** What of a channel may change, at the revision that was read. */
export type ChannelChange = Pick<StoredChannel, 'id' | 'userId' | 'revision' | 'name' | 'language' | 'events' | 'rhythm' | 'isPaused'>

/** Writes what of a channel may change; false when it no longer stands at `revision`. */
export async function updateChannel(ctx: Context, change: ChannelChange): Promise<boolean> {
  const { id, userId, revision, name, language, events, rhythm, isPaused } = change
  const { numUpdatedRows } = await ctx.tx
    .updateTable('channels')
    .set({ revision: revision + 1, user_id: userId, name, language, events: [...events], rhythm, is_paused: isPaused })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('channel_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes a channel out with the messages on their way to it; false when it was gone. */
export async function deleteChannel(ctx: Context, id: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('channels')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('channel_id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** The members of the workspace who can be told. */
export async function listPeople(ctx: Context): Promise<{ userId: string; name: string }[]> {
  const rows = await ctx.tx
    .selectFrom('members')
    .select(['user_id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('user_id')
    .execute()
  return rows.map(({ user_id: userId, name }) => ({ userId, name }))
}

/** The member of the workspace with this account, or `request.not_found`. */
export async function loadPerson(ctx: Context, userId: string): Promise<{ userId: string; name: string }> {
  const person = (await listPeople(ctx)).find((one) => one.userId === userId)
  return found(person, 'member', userId)
}
