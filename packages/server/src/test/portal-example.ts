import type { DeliverableState } from '@kolibra/core/content'
import { updateBriefState } from '../briefs/index.ts'
import { updateDeliverable } from '../content/index.ts'
import { z } from 'zod'
import { refreshRows } from '../selection/index.ts'
import { BRIEF, CAMPAIGN, exampleCreator } from './campaign-example.ts'
import { askJson, type TestHouse, type Visitor } from './test-house.ts'

/** A phone with its own cookies, which no member's session knows. */
export interface Phone {
  /** `line` is method and path below `/api/v1`. */
  readonly ask: (line: string, body?: unknown, headers?: Record<string, string>) => ReturnType<typeof askJson>
  readonly cookies: Map<string, string>
}

const WECHAT = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.50'

/** A phone that has opened nothing yet. */
export function pickUpPhone(house: TestHouse, agent = WECHAT): Phone {
  const cookies = new Map<string, string>()
  const ends = new Map<string, number>()
  const ask: Phone['ask'] = async (line, body, headers = {}) => {
    const [method = '', path = ''] = line.split(' ')
    const isForm = body instanceof FormData
    for (const [name, endMs] of ends) if (endMs <= house.clock.nowMs) cookies.delete(name)
    const answer = await house.fetch(`/api/v1${path}`, {
      method,
      headers: {
        'User-Agent': agent,
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    for (const given of answer.headers.getSetCookie()) {
      const [pair = ''] = given.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      cookies.set(name, pair.slice(pair.indexOf('=') + 1))
      const maxAge = /Max-Age=(\d+)/i.exec(given)?.[1]
      if (maxAge !== undefined) ends.set(name, house.clock.nowMs + Number(maxAge) * 1000)
    }
    const isJson = answer.headers.get('content-type')?.includes('json') === true
    return { status: answer.status, body: isJson ? await answer.json() : null }
  }
  return { ask, cookies }
}

// What the helper reads of an answer; every route answers with some of it.
const itemSchema = z.object({
  id: z.string().default(''),
  creatorId: z.string().default(''),
  link: z.object({ id: z.string(), url: z.string() }).nullish(),
})
const answerSchema = z.looseObject({ id: z.string().default(''), items: z.array(itemSchema).default([]) })

/** A creator of the campaign with the post and a way to their link. */
export interface PortalCreator {
  readonly creatorId: string
  readonly postId: string
}

/** A workspace with a campaign, two chosen creators and a brief that was sent. */
export interface PortalExample {
  readonly house: TestHouse
  readonly owner: Visitor
  readonly campaignId: string
  readonly creators: readonly [PortalCreator, PortalCreator]
  /** Makes the link of a creator; its token and id. */
  readonly makeLink: (creatorId: string) => Promise<{ token: string; linkId: string }>
  /** A phone that is in by the creator's link. */
  readonly enter: (creatorId: string) => Promise<{ phone: Phone; linkId: string; token: string }>
  /** Puts a version of the brief where creators see it, as if the desk had walked it there. */
  readonly send: (briefId: string) => Promise<void>
  /** Puts a post into a state, as if the desk had walked it there. */
  readonly put: (postId: string, from: DeliverableState, to: DeliverableState) => Promise<void>
}

/** Sets a campaign up to where creators come in. */
export async function openPortal(house: TestHouse, member?: Visitor): Promise<PortalExample> {
  const owner = member ?? (await house.visit(await house.openWorkspace(), 'owner'))
  const call = async (line: string, body?: unknown) => answerSchema.parse((await askJson(owner, line, body)).body)
  const creatorIds: string[] = []
  for (const index of [901, 902]) creatorIds.push((await call('POST /creators', exampleCreator(index))).id)
  await house.inWorkspace(owner.workspaceId, refreshRows)
  const campaignId = (await call('POST /campaigns', CAMPAIGN)).id
  const planId = (await call(`POST /campaigns/${campaignId}/plans`)).id
  const chosen = (await call(`POST /campaigns/${campaignId}/choices`, { planId, creatorIds })).items
  const briefId = (await call(`POST /campaigns/${campaignId}/briefs`, BRIEF)).id
  const send = async (id: string) => {
    await house.inWorkspace(owner.workspaceId, (ctx) => updateBriefState(ctx, { id, from: 'draft', to: 'sent' }))
  }
  await send(briefId)
  const [one, other] = chosen.map(({ id, creatorId }) => ({ creatorId, postId: id }))
  if (one === undefined || other === undefined) throw new Error('two creators were chosen')
  const makeLink = async (creatorId: string) => {
    const { items } = await call(`POST /campaigns/${campaignId}/creator-links`, { creatorId })
    const link = items.find((item) => item.creatorId === creatorId)?.link
    return { token: link?.url.split('/c/')[1] ?? '', linkId: link?.id ?? '' }
  }
  return {
    house,
    owner,
    campaignId,
    creators: [one, other],
    makeLink,
    enter: async (creatorId) => {
      const link = await makeLink(creatorId)
      const phone = pickUpPhone(house)
      await phone.ask('POST /portal/openings', { token: link.token })
      return { phone, ...link }
    },
    send,
    put: async (postId, from, to) => {
      await house.inWorkspace(owner.workspaceId, (ctx) => updateDeliverable(ctx, { id: postId, from, to }))
    },
  }
}

/** Something of everything that the portal keeps: a link with two devices' doings, a request and an upload of the first creator. */
export async function usePortal({ house, enter, creators: [{ creatorId, postId }] }: PortalExample): Promise<void> {
  const { phone, linkId, token } = await enter(creatorId)
  await pickUpPhone(house).ask('POST /portal/openings', { token })
  const idea = { kind: 'idea', deliverableId: postId, text: '示例·想法', field: null, at: null }
  const asked = await phone.ask(`POST /portal/${linkId}/requests`, idea)
  const form = new FormData()
  form.set('kind', 'numbers_export')
  form.set('deliverableId', postId)
  form.set('file', new File(['日期,阅读\n2026-11-20,100'], '数据.csv'))
  const brought = await phone.ask(`POST /portal/${linkId}/files`, form)
  if (asked.status !== 201 || brought.status !== 201) throw new Error(`the portal refused: ${JSON.stringify([asked.body, brought.body])}`)
}
