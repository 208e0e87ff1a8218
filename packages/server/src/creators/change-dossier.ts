import {
  checkDocument,
  checkNoteRemoval,
  type AbsenceInput,
  type ClearanceInput,
  type DocumentKind,
  type EngagementInput,
  type IncidentInput,
  type NoteInput,
} from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { sha256 } from '../platform/secrets.ts'
import { needCreator } from './need-creator.ts'
import { insertDocument } from './document-store.ts'
import {
  deleteEntry,
  findEntry,
  insertAbsence,
  insertClearance,
  insertEngagement,
  insertIncident,
  insertNote,
  type EntryKind,
} from './dossier-store.ts'

/** Writes a note in the name of whoever acts. */
export async function addNote(ctx: Context, creatorId: string, { text }: NoteInput): Promise<void> {
  await needCreator(ctx, creatorId)
  const id = ctx.mintId()
  await insertNote(ctx, creatorId, { id, text })
  await recordEvent(ctx, { name: 'note.added', subject: { kind: 'note', id }, fields: ['text'] })
}

/** Enters work for another brand. */
export async function addEngagement(ctx: Context, creatorId: string, input: EngagementInput): Promise<void> {
  await needCreator(ctx, creatorId)
  const id = ctx.mintId()
  await insertEngagement(ctx, creatorId, { ...input, id })
  await recordEvent(ctx, { name: 'engagement.added', subject: { kind: 'engagement', id }, fields: Object.keys(input) })
}

/** Enters days on which somebody is not free; the search for free days reads them. */
export async function addAbsence(ctx: Context, creatorId: string, input: AbsenceInput): Promise<void> {
  await needCreator(ctx, creatorId)
  const id = ctx.mintId()
  await insertAbsence(ctx, creatorId, { ...input, id })
  await recordEvent(ctx, { name: 'absence.added', subject: { kind: 'absence', id }, fields: Object.keys(input) })
}

/** Enters that somebody asked for work for other brands and none was named. */
export async function addClearance(ctx: Context, creatorId: string, input: ClearanceInput): Promise<void> {
  await needCreator(ctx, creatorId)
  const id = ctx.mintId()
  await insertClearance(ctx, creatorId, { ...input, id })
  await recordEvent(ctx, { name: 'clearance.added', subject: { kind: 'clearance', id }, fields: Object.keys(input) })
}

/** Enters a penalty, scandal or ban. */
export async function addIncident(ctx: Context, creatorId: string, input: IncidentInput): Promise<void> {
  await needCreator(ctx, creatorId)
  const id = ctx.mintId()
  await insertIncident(ctx, creatorId, { ...input, id })
  await recordEvent(ctx, { name: 'incident.added', subject: { kind: 'incident', id }, fields: Object.keys(input) })
}

/** A document as a person sends it; `expiresOn` is the last Shanghai day on which it counts. */
export interface SentDocument {
  readonly kind: DocumentKind
  readonly name: string
  readonly bytes: Uint8Array
  readonly expiresOn: string | null
}

/** Keeps a document. Refuses what is no document, and bytes that the creator has already. */
export async function addDocument(ctx: Context, creatorId: string, { kind, name, bytes, expiresOn }: SentDocument): Promise<void> {
  const contentType = settle(checkDocument({ name, bytes }))
  await needCreator(ctx, creatorId)
  const id = ctx.mintId()
  const draft = { id, kind, fileName: name, contentType, contentHash: sha256(bytes), bytes, expiresOn }
  if (!(await insertDocument(ctx, creatorId, draft))) throw new RequestError('document.known')
  await recordEvent(ctx, { name: 'document.added', subject: { kind: 'document', id }, fields: ['kind', 'file', 'expiresOn'] })
}

/** Takes an entry out again and returns whose it was. A note only by its author or an owner; whoever comes second is told. */
export async function removeEntry(ctx: Context, kind: EntryKind, id: string): Promise<string> {
  const { creatorId, enteredBy } = found((await findEntry(ctx, kind, id)) ?? undefined, kind, id)
  if (kind === 'note') settle(checkNoteRemoval(ctx.actor, { authorId: enteredBy }))
  if (!(await deleteEntry(ctx, kind, id))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: `${kind}.removed`, subject: { kind, id } })
  return creatorId
}
