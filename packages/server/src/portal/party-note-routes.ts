import { createRoute, z } from '@hono/zod-openapi'
import { PARTY_ROLES } from '@kolibra/core/accounts'
import { LONGEST_NOTE, LONGEST_NOTE_ANSWER, NOTE_WAYS, noteRhythmSchema } from '@kolibra/core/portal'
import { daySchema, momentSchema } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS, type HttpContext } from '../platform/http.ts'
import { changeNoteRhythm } from './note-rhythm-store.ts'
import type { StoredNote } from './party-note-store.ts'
import { readPartyNotes } from './read-party-notes.ts'
import { answerPartyNote, sendPartyNote } from './send-party-note.ts'

const noteSchema = z
  .object({
    partyId: z.uuid(),
    role: z.enum(PARTY_ROLES),
    name: z.string().nullable(),
    due: daySchema
      .nullable()
      .describe('Shanghai day of the next note, in the campaign’s rhythm after the last; null while no brief was sent'),
    channels: z.number().int().describe('Channels in use of those who act for the party'),
    text: z.object({ zh: z.string(), en: z.string() }).describe('As it is generated now, to be edited'),
    last: z
      .object({
        id: z.uuid(),
        number: z.number().int(),
        words: z.string(),
        way: z.enum(NOTE_WAYS),
        sentBy: z.string().nullable(),
        sentAt: momentSchema,
      })
      .nullable(),
  })
  .openapi('PartyNote')
const rhythmSchema = noteRhythmSchema.extend({ revision: z.int32().min(0).describe('0: a note a week, which nobody changed yet') }).strict()
const answer = jsonAnswer(z.object({ items: z.array(noteSchema), rhythm: rhythmSchema }), 'The notes to the parties')

const listRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/party-notes',
  summary: 'The note to each party: what was decided since the last, what is open, whose turn it is; ready to be edited',
  request: { params: idParam },
  responses: { 200: answer, ...PROBLEMS },
})
const sendRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/party-notes',
  summary: 'Send a note to a party as it was edited, by its channels or copied into a chat; "after" is the number of the last one seen',
  request: {
    params: idParam,
    ...jsonBody(
      z.strictObject({
        partyId: z.uuid(),
        after: z.number().int().min(0),
        words: z.string().trim().min(1).max(LONGEST_NOTE),
        way: z.enum(NOTE_WAYS),
      }),
    ),
  },
  responses: { 201: answer, ...PROBLEMS },
})
const rhythmRoute = createRoute({
  method: 'put',
  path: '/campaigns/{id}/note-rhythm',
  summary: 'Set how often the parties of a campaign are written to, over the rhythm that still stands at the revision that was read',
  request: { params: idParam, ...jsonBody(rhythmSchema) },
  responses: { 200: answer, ...PROBLEMS },
})
const answerRoute = createRoute({
  method: 'post',
  path: '/party-notes/{id}/answers',
  summary: 'Keep what a party answered to a note, as a question on the item of the brief that it is about',
  request: {
    params: idParam,
    ...jsonBody(
      z.strictObject({
        itemId: z.string().trim().min(1).max(40),
        words: z.string().trim().min(1).max(LONGEST_NOTE_ANSWER),
        memberId: z.uuid().nullable().default(null),
      }),
    ),
  },
  responses: { 201: answer, ...PROBLEMS },
})

async function presentNotes(c: HttpContext, ctx: Context, campaignId: string) {
  const { publicUrl, linkSecret } = c.get('server')
  const { items, rhythm } = await readPartyNotes(ctx, campaignId, { publicUrl, linkSecret })
  return {
    rhythm,
    items: items.map(({ party: { id: partyId, role }, last, ...note }) => ({
      partyId,
      role,
      ...note,
      last: last === null ? null : presentLast(last),
    })),
  }
}

const presentLast = ({ id, number, words, way, sentBy, sentAt }: StoredNote) => ({ id, number, words, way, sentBy, sentAt })

/** `/party-notes`: what each party is told week by week, and what they answer. */
export const partyNoteRoutes = makeRouter()
  .openapi(listRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await presentNotes(c, ctx, c.req.valid('param').id), 200)))
  .openapi(sendRoute, (c) =>
    act(c, 'party_notes.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await sendPartyNote(ctx, id, c.req.valid('json'))
      return c.json(await presentNotes(c, ctx, id), 201)
    }),
  )
  .openapi(rhythmRoute, (c) =>
    act(c, 'campaigns.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await changeNoteRhythm(ctx, id, c.req.valid('json'))
      return c.json(await presentNotes(c, ctx, id), 200)
    }),
  )
  .openapi(answerRoute, (c) =>
    act(c, 'briefs.speak', async (ctx) => {
      const campaignId = await answerPartyNote(ctx, c.req.valid('param').id, c.req.valid('json'))
      return c.json(await presentNotes(c, ctx, campaignId), 201)
    }),
  )
