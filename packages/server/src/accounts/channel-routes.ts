import { createRoute, z } from '@hono/zod-openapi'
import {
  CHANNEL_KINDS,
  checkChannel,
  isNoticeEvent,
  NOTICE_EVENTS,
  NOTICE_RHYTHMS,
  SHORTEST_SECRET,
  type ChannelFault,
} from '@kolibra/core/accounts'
import { LANGUAGES, localizedSchema, momentSchema, say, type Localized } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { deriveChannelKey } from '../platform/secrets.ts'
import { addChannel, changeChannel, dropDead, removeChannel, retryDead, testChannel } from './change-channel.ts'
import { listPeople, listReachableChannels, maySetForOthers, type StoredChannel } from './channel-store.ts'
import { listDead } from './delivery-store.ts'

const EVENT_NAMES = Object.keys(NOTICE_EVENTS).filter(isNoticeEvent)
const FAULTS: Readonly<Record<ChannelFault['why'], Localized>> = {
  no_mail_address: say('Not one e-mail address', '不是一个邮箱地址'),
  no_web_address: say('Not a web address that begins with https:// or http://', '不是以 https:// 或 http:// 开头的网址'),
  secret_short: say(`At least ${SHORTEST_SECRET} characters`, `至少 ${SHORTEST_SECRET} 个字符`),
}

const settings = {
  name: z.string().trim().min(1).max(60),
  language: z.enum(LANGUAGES),
  events: z.array(z.enum(EVENT_NAMES)).max(EVENT_NAMES.length),
  rhythm: z
    .enum(NOTICE_RHYTHMS)
    .default('immediate')
    .describe('Each thing at once, or all in one message: working days at 9 in Shanghai, or the first one of a week'),
}
const person = z.uuid().nullable().default(null)
const newChannelSchema = z
  .object({
    userId: person.describe('Who is told: oneself (null), or another member by who may set up their channels'),
    kind: z.enum(CHANNEL_KINDS),
    ...settings,
    address: z.string().trim().max(2000).describe('An e-mail address, or the URL of the robot or webhook; it is never shown again'),
    secret: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .nullable()
      .describe('What messages are signed with: demanded of webhooks, none for e-mail and WeCom'),
  })
  .superRefine((channel, check) => {
    for (const { field, why } of checkChannel(channel)) {
      const { en: message, zh } = FAULTS[why]
      check.addIssue({ code: 'custom', path: [field], message, params: { zh } })
    }
  })
const channelSchema = z
  .object({
    id: z.uuid(),
    userId: z.uuid().describe('Who is told by it'),
    revision: z.number().int(),
    kind: z.enum(CHANNEL_KINDS),
    ...settings,
    isPaused: z.boolean(),
    createdAt: momentSchema,
  })
  .openapi('Channel')
const deadSchema = z
  .object({
    id: z.uuid(),
    channelId: z.uuid(),
    eventName: z.string(),
    campaignId: z.uuid().nullable(),
    happenedAt: momentSchema,
    attempts: z.number().int(),
    problem: z.string().nullable().describe('http.…, robot.… (the code in its answer), network.…, mail.… or channel.sealed'),
    triedAt: momentSchema.nullable(),
  })
  .openapi('DeadLetter')
const ownSchema = z.object({
  items: z.array(channelSchema),
  events: z.array(z.object({ name: z.enum(EVENT_NAMES), told: localizedSchema })),
  people: z.array(z.object({ userId: z.uuid(), name: z.string() })).describe('The members for whom whoever asks may set channels up'),
  canMail: z.boolean().describe('Whether the operator set a mail server up'),
})
const deadListSchema = z.object({ items: z.array(deadSchema) })

const listRoute = createRoute({
  method: 'get',
  path: '/channels',
  summary: 'Your own channels, or everybody’s for who sets them up, and what they can tell of',
  responses: { 200: jsonAnswer(ownSchema, 'The channels'), ...PROBLEMS },
})
const addRoute = createRoute({
  method: 'post',
  path: '/channels',
  summary: 'Add a channel of your own, or of another member: e-mail, a robot of WeCom, Feishu or DingTalk, or a signed webhook',
  request: jsonBody(newChannelSchema),
  responses: { 201: jsonAnswer(channelSchema, 'The channel'), ...PROBLEMS },
})
const changeRoute = createRoute({
  method: 'put',
  path: '/channels/{id}',
  summary: 'Change name, language, events, rhythm, rest and person of a channel that still stands at the revision that was read',
  request: {
    params: idParam,
    ...jsonBody(
      z.object({
        revision: z.int32().min(1),
        ...settings,
        isPaused: z.boolean().default(false),
        userId: person.describe('Who is told from now on; null: as before'),
      }),
    ),
  },
  responses: { 200: jsonAnswer(channelSchema, 'The channel'), ...PROBLEMS },
})
const removeRoute = createRoute({
  method: 'delete',
  path: '/channels/{id}',
  summary: 'Remove a channel with what is on its way to it',
  request: { params: idParam },
  responses: { 200: jsonAnswer(z.object({ done: z.literal(true) }), 'Removed'), ...PROBLEMS },
})
const testRoute = createRoute({
  method: 'post',
  path: '/channels/{id}/tests',
  summary: 'Send a test through the queue; one that fails for good becomes a dead letter',
  request: { params: idParam },
  responses: { 201: jsonAnswer(z.object({ done: z.literal(true) }), 'On its way'), ...PROBLEMS },
})
const deadRoute = createRoute({
  method: 'get',
  path: '/dead-letters',
  summary: 'Messages to your channels that were given up: what, where, why; the newest 200',
  responses: { 200: jsonAnswer(deadListSchema, 'The dead letters'), ...PROBLEMS },
})
const retryRoute = createRoute({
  method: 'post',
  path: '/dead-letters/{id}/retries',
  summary: 'Send a dead letter anew',
  request: { params: idParam },
  responses: { 201: jsonAnswer(deadListSchema, 'The dead letters that are left'), ...PROBLEMS },
})
const dropRoute = createRoute({
  method: 'delete',
  path: '/dead-letters/{id}',
  summary: 'Throw a dead letter away',
  request: { params: idParam },
  responses: { 200: jsonAnswer(deadListSchema, 'The dead letters that are left'), ...PROBLEMS },
})

function present({ sealed: _sealed, events, ...channel }: StoredChannel): z.infer<typeof channelSchema> {
  return { ...channel, events: [...events] }
}

async function readDead(ctx: Context): Promise<z.infer<typeof deadListSchema>> {
  const channels = await listReachableChannels(ctx)
  const dead = await listDead(
    ctx,
    channels.map(({ id }) => id),
  )
  return { items: dead.map(({ subject: _subject, state: _state, ...letter }) => letter) }
}

/** `/channels` and `/dead-letters`. */
export const channelRoutes = makeRouter()
  .openapi(listRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const items = (await listReachableChannels(ctx)).map(present)
      const people = maySetForOthers(ctx) ? await listPeople(ctx) : []
      const events = EVENT_NAMES.map((name) => ({ name, told: NOTICE_EVENTS[name] }))
      return c.json({ items, events, people, canMail: c.get('server').outside.mail !== null }, 200)
    }),
  )
  .openapi(addRoute, (c) =>
    act(c, 'channels.write', async (ctx) => {
      const key = deriveChannelKey(c.get('server').linkSecret)
      return c.json(present(await addChannel(ctx, c.req.valid('json'), key)), 201)
    }),
  )
  .openapi(changeRoute, (c) =>
    act(c, 'channels.write', async (ctx) => {
      const { userId, ...change } = c.req.valid('json')
      return c.json(present(await changeChannel(ctx, { id: c.req.valid('param').id, person: userId, ...change })), 200)
    }),
  )
  .openapi(removeRoute, (c) =>
    act(c, 'channels.write', async (ctx) => {
      await removeChannel(ctx, c.req.valid('param').id)
      return c.json({ done: true as const }, 200)
    }),
  )
  .openapi(testRoute, (c) =>
    act(c, 'channels.write', async (ctx) => {
      await testChannel(ctx, c.req.valid('param').id)
      return c.json({ done: true as const }, 201)
    }),
  )
  .openapi(deadRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await readDead(ctx), 200)))
  .openapi(retryRoute, (c) =>
    act(c, 'channels.write', async (ctx) => {
      await retryDead(ctx, c.req.valid('param').id)
      return c.json(await readDead(ctx), 201)
    }),
  )
  .openapi(dropRoute, (c) =>
    act(c, 'channels.write', async (ctx) => {
      await dropDead(ctx, c.req.valid('param').id)
      return c.json(await readDead(ctx), 200)
    }),
  )
