import { z } from '@hono/zod-openapi'
import { PARTY_ROLES } from '@kolibra/core/accounts'
import { briefSchema, briefStateSchema, PLAYBACK_FIELDS, playbackSchema, threadStateSchema, type BriefMove } from '@kolibra/core/briefs'
import { lintItemSchema } from '@kolibra/core/compliance'
import { deliverableSchema } from '@kolibra/core/content'
import { creatorRequestSchema, creatorStepSchema, fileKindSchema, linkStateSchema } from '@kolibra/core/portal'
import { localizedSchema, momentSchema } from '@kolibra/core/shared'

/** An upload as both sides see it listed. */
export const creatorFileSchema = z.object({
  id: z.uuid(),
  creatorId: z.uuid(),
  deliverableId: z.uuid(),
  kind: fileKindSchema,
  fileName: z.string(),
  sizeBytes: z.number().int(),
  contentHash: z.string(),
  uploadedAt: momentSchema,
})

const whoseSchema = z.enum(['desk', 'creator', 'none'])

/** A post on the creator's page: its state, whose turn it is, the newest draft with its check, and what was asked and answered. */
const ownPostSchema = z.object({
  deliverable: deliverableSchema,
  step: creatorStepSchema,
  whose: whoseSchema,
  due: z.string().nullable(),
  answer: z.enum(['accept', 'decline']).nullable(),
  draft: z
    .object({
      version: z.number().int(),
      title: z.string(),
      text: z.string(),
      link: z.string().nullable(),
      label: z.string().nullable(),
      lint: lintItemSchema,
      submittedAt: momentSchema,
    })
    .nullable(),
  changesAsked: z.object({ note: z.string().nullable(), at: momentSchema }).nullable(),
  agreed: z
    .array(z.object({ field: z.string(), told: localizedSchema }))
    .describe('What the brief says of each field that a revision may exceed'),
  requests: z.array(creatorRequestSchema),
  files: z.array(creatorFileSchema),
  notices: z.array(z.object({ ruleId: z.string(), effectiveOn: z.string(), zh: z.string() })),
})

const itemsSchema = z.object({ deliverables: z.array(z.string()), mustSay: z.array(z.string()), mustNot: z.array(z.string()) })

/** What somebody outside asked or said on lines of the brief, with the answers. */
const threadsSchema = z.array(
  z.object({
    id: z.uuid(),
    itemId: z.string(),
    state: threadStateSchema,
    words: z.array(z.object({ words: z.string(), at: momentSchema, isOwn: z.boolean() })),
  }),
)

/** What is between a creator and a version of the brief: the ids that concern them, what they said of it, where it differs, what they asked. */
export const talkSchema = z
  .object({
    question: itemsSchema,
    asked: itemsSchema.describe('What of the question is not answered yet'),
    playback: playbackSchema.nullable(),
    revision: z.number().int().describe('Playbacks of this version so far: sent back with the next one'),
    isUnderstood: z.boolean(),
    differences: z
      .array(
        z.object({
          key: z.string(),
          field: z.enum(PLAYBACK_FIELDS),
          itemId: z.string(),
          expected: z.array(z.string()),
          said: z.array(z.string()),
        }),
      )
      .describe('Open ones'),
    threads: threadsSchema,
  })
  .openapi('CreatorTalk')

/** What is known of the product that a creator got, as they see it. */
export const ownProductStateSchema = z
  .object({
    sentOn: z.string().nullable(),
    receivedOn: z.string().nullable(),
    inUseSince: z.string().nullable(),
    isProved: z.boolean().describe('Received, in use, and a note or a photo shows it'),
    revision: z.number().int().describe('Sent back with the next note'),
  })
  .openapi('OwnProduct')

/** All that a creator's page shows at once: one round trip on a slow network. */
export const creatorPageSchema = z
  .object({
    desk: z.string(),
    creator: z.object({ name: z.string().nullable() }),
    campaign: z.object({ brand: z.string(), product: z.string(), ends: z.string() }),
    expiresAt: momentSchema,
    brief: z
      .object({ id: z.uuid(), version: z.number().int(), sentAt: momentSchema.nullable(), content: briefSchema, talk: talkSchema })
      .nullable(),
    posts: z.array(ownPostSchema),
    product: ownProductStateSchema,
    requests: z.array(creatorRequestSchema).describe('What is about no post'),
  })
  .openapi('CreatorPage')

/** What a reviewer outside may decide on a version. */
export const REVIEW_DECISIONS = ['approve', 'request_changes'] as const satisfies readonly BriefMove[]

/** All that the page of a reviewer outside shows: the newest version that is out of its author's hands, and what they said of it. */
export const reviewPageSchema = z
  .object({
    desk: z.string(),
    reviewer: z.object({ name: z.string().nullable(), party: z.string().nullable() }),
    campaign: z.object({ brand: z.string(), product: z.string(), ends: z.string() }),
    expiresAt: momentSchema,
    brief: z
      .object({
        id: z.uuid(),
        version: z.number().int(),
        state: briefStateSchema,
        content: briefSchema,
        mayDecide: z.boolean().describe('It is in review, and this person did not write it'),
        decisions: z.array(z.object({ move: z.enum(REVIEW_DECISIONS), note: z.string().nullable(), at: momentSchema, isOwn: z.boolean() })),
        threads: threadsSchema,
      })
      .nullable(),
  })
  .openapi('ReviewPage')

/** A link as the desk sees it: its address, devices, and codes that wait. */
export const deskLinkSchema = z.object({
  id: z.uuid(),
  state: linkStateSchema,
  url: z
    .string()
    .nullable()
    .describe('null when this server cannot work the token out again (make a new link), and for who may not hand links out'),
  createdAt: momentSchema,
  expiresAt: momentSchema,
  devices: z.array(z.object({ name: z.string().nullable(), isFirst: z.boolean(), admittedAt: momentSchema, seenAt: momentSchema })),
  codes: z.array(z.object({ code: z.string(), deviceName: z.string().nullable(), expiresAt: momentSchema })),
})

/** A reviewer outside as the desk sees them: their link, and the message to send. */
export const deskReviewerSchema = z
  .object({
    memberId: z.uuid(),
    name: z.string().nullable(),
    party: z.string().nullable(),
    role: z.enum(PARTY_ROLES),
    link: deskLinkSchema.nullable(),
    message: z.string().nullable(),
  })
  .openapi('ReviewerOfDesk')

/** What is held about a creator, by kind: how much, and since when; values are handed out by the desk on request. */
export const heldSchema = z
  .object({
    name: z.string().nullable(),
    handle: z.string().nullable(),
    platform: z.string(),
    loan: z.object({ basis: z.string(), since: z.string(), until: z.string().nullable(), source: z.string() }).nullable(),
    lockedUntil: z.string().nullable(),
    kinds: z.array(z.object({ kind: z.string(), count: z.number().int() })),
    devices: z.array(z.object({ name: z.string().nullable(), admittedAt: momentSchema, seenAt: momentSchema })),
  })
  .openapi('HeldAboutCreator')

/** One creator of a campaign as the desk sees them: link, devices, a code that waits, the next step and the message for it. */
export const deskCreatorSchema = z
  .object({
    creatorId: z.uuid(),
    name: z.string().nullable(),
    platform: z.string(),
    step: creatorStepSchema,
    whose: whoseSchema,
    due: z.string().nullable(),
    link: deskLinkSchema.nullable(),
    message: z.string().nullable(),
  })
  .openapi('CreatorOfDesk')
