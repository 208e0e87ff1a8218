import { z } from '@hono/zod-openapi'
import { PARTY_ROLES } from '@kolibra/core/accounts'
import {
  bilingualSchema,
  PLAYBACK_FIELDS,
  playbackSchema,
  SETTLEMENTS,
  THREAD_KINDS,
  threadStateSchema,
  type PlaybackQuestion,
  type Settlement,
} from '@kolibra/core/briefs'
import { momentSchema } from '@kolibra/core/shared'
import { listMembers, listThreads, listThreadWords, loadBrief } from '../briefs/index.ts'
import type { Context } from '../platform/context.ts'
import { readChain, type ChainLink } from './read-chain.ts'
import { listReviews } from './review-store.ts'

const itemsSchema = z.object({ deliverables: z.array(z.string()), mustSay: z.array(z.string()), mustNot: z.array(z.string()) })
/** How a difference is settled. */
export const settlementSchema = z.enum(Object.keys(SETTLEMENTS).filter((name): name is Settlement => name in SETTLEMENTS))
const differenceSchema = z.object({
  key: z.string(),
  field: z.enum(PLAYBACK_FIELDS),
  itemId: z.string(),
  expected: z.array(z.string()),
  said: z.array(z.string()),
  settlement: z.object({ how: settlementSchema, note: z.string().nullable(), at: momentSchema }).nullable(),
})
const linkSchema = z.object({
  party: z.object({ id: z.uuid(), role: z.enum(PARTY_ROLES), name: z.string().nullable(), creatorId: z.uuid().nullable() }),
  isAsked: z.boolean(),
  canSee: z.boolean(),
  /** Device is empty when not known. */
  receipts: z.array(z.object({ device: z.string(), at: momentSchema })),
  /** Ids of the version's rows and lines that concern this party. */
  question: itemsSchema,
  /** Those of them that are not answered yet. */
  asked: itemsSchema,
  playback: playbackSchema.nullable(),
  /** Playbacks of this version so far: sent back with the next one. */
  revision: z.number().int(),
  saidAt: momentSchema.nullable(),
  differences: z.array(differenceSchema),
})
const speakerSchema = z.object({ partyId: z.uuid().nullable(), name: z.string().nullable(), typedBy: z.string().nullable() })
/** A version's chain as the API shows it. */
export const chainSchema = z
  .object({
    briefId: z.uuid(),
    links: z.array(linkSchema),
    moves: z.array(z.object({ move: z.string(), note: z.string().nullable(), at: momentSchema, by: speakerSchema })),
    threads: z.array(
      z.object({
        id: z.uuid(),
        briefId: z.uuid(),
        itemId: z.string(),
        kind: z.enum(THREAD_KINDS),
        state: threadStateSchema,
        partyId: z.uuid().nullable(),
        proposed: bilingualSchema.nullable(),
        words: z.array(z.object({ move: z.string(), words: z.string(), at: momentSchema, by: speakerSchema })),
      }),
    ),
  })
  .openapi('BriefChain')

type Chain = z.infer<typeof chainSchema>

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
const presentQuestion = ({ deliverables, mustSay, mustNot }: PlaybackQuestion) => ({
  deliverables: idsOf(deliverables),
  mustSay: idsOf(mustSay),
  mustNot: idsOf(mustNot),
})

const presentLink = ({ party, receipts, question, asked, differences, ...link }: ChainLink): Chain['links'][number] => ({
  party: { id: party.id, role: party.role, name: party.name, creatorId: party.creatorId },
  isAsked: link.isAsked,
  canSee: link.canSee,
  receipts: receipts.map(({ device, at }) => ({ device, at })),
  question: presentQuestion(question),
  asked: { deliverables: [...asked.deliverables], mustSay: [...asked.mustSay], mustNot: [...asked.mustNot] },
  playback: link.playback,
  revision: link.revision,
  saidAt: link.saidAt,
  differences: differences.map(({ expected, said, ...one }) => ({ ...one, expected: [...expected], said: [...said] })),
})

/** A version's chain as the API shows it: the links, every move with who made it and for whom, and the threads of the campaign. */
export async function presentChain(ctx: Context, briefId: string): Promise<Chain> {
  const brief = await loadBrief(ctx, briefId)
  const names = new Map((await listMembers(ctx, brief.campaignId)).map(({ memberId, name }) => [memberId, name]))
  const words = await listThreadWords(ctx, brief.campaignId)
  // `name` is who said it, `typedBy` who typed it in when that was another.
  const speaker = ({ partyId, memberId, typist }: { partyId: string | null; memberId: string | null; typist: string | null }) => {
    const name = memberId === null ? (partyId === null ? typist : null) : (names.get(memberId) ?? null)
    return { partyId, name, typedBy: name === typist ? null : typist }
  }
  return {
    briefId,
    links: (await readChain(ctx, brief)).map(presentLink),
    moves: (await listReviews(ctx, 'brief', briefId)).map(({ move, note, at, partyId, memberId, actorName }) => ({
      move,
      note,
      at,
      by: speaker({ partyId, memberId, typist: actorName }),
    })),
    threads: (await listThreads(ctx, brief.campaignId)).map(({ id, itemId, kind, state, partyId, proposed, ...thread }) => ({
      id,
      briefId: thread.briefId,
      itemId,
      kind,
      state,
      partyId,
      proposed,
      words: words
        .filter(({ threadId }) => threadId === id)
        .map((one) => ({
          move: one.move,
          words: one.words,
          at: one.at,
          by: speaker({ partyId: one.partyId, memberId: one.memberId, typist: one.saidByName }),
        })),
    })),
  }
}
