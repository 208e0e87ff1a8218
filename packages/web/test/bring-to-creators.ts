import type { Send } from './ask-server.ts'
import { FACTS, type Judged } from './fill-work.ts'

/** A campaign as creators meet it: brief sent, its posts under contract, one link for each further look. */
export interface AtCreators {
  readonly campaignId: string
  readonly postId: string
  readonly creatorName: string
  /** Settles what stops the first post and approves its draft, as the desk would. */
  readonly approve: () => Promise<void>
  /** A link that nobody opened yet, of the creator at a place of the campaign; an earlier one is taken back. */
  readonly makeLinkOf: (place: number) => Promise<string>
}

interface Post {
  readonly id: string
  readonly creatorId: string
  readonly creatorName: string | null
  readonly platform: string
}
interface DeskAnswer {
  readonly items: readonly {
    readonly creatorId: string
    readonly link: { readonly id: string; readonly state: string; readonly url: string } | null
  }[]
}

async function waiveAll(send: Send, campaignId: string): Promise<void> {
  const { gates } = await send<{ gates: readonly Judged[] }>('GET', `/campaigns/${campaignId}/gates`)
  for (const { gate, judgements } of gates)
    for (const { subject, inputHash, findings } of judgements)
      for (const { code } of findings.filter(({ severity, waivable }) => severity !== 'info' && waivable))
        await send('POST', `/campaigns/${campaignId}/waivers`, {
          gate,
          code,
          subject,
          inputHash,
          reason: '示例：书面同意。',
          evidence: '示例',
        })
}

interface Parties {
  readonly items: readonly { readonly role: string; readonly members: readonly { readonly id: string }[] }[]
}

/** The reviewer outside that the example names for its agency. */
async function findReviewer(send: Send, campaignId: string): Promise<string> {
  const { items } = await send<Parties>('GET', `/campaigns/${campaignId}/parties`)
  return items.find(({ role }) => role === 'agency')?.members[0]?.id ?? ''
}

/** Takes the example campaign to where its creators come in. */
export async function bringToCreators(send: Send): Promise<AtCreators> {
  const { items: campaigns } = await send<{ items: { id: string }[] }>('GET', '/campaigns')
  const campaignId = campaigns[0]?.id ?? ''
  const { items } = await send<{ items: Post[] }>('GET', `/campaigns/${campaignId}/deliverables`)
  const posts = items.filter(({ platform }) => platform === 'xiaohongshu')
  const [first] = posts
  // Whoever posts there comes first, then the others of the plan.
  const creatorIds = [...new Set([...posts, ...items].map(({ creatorId }) => creatorId))]
  await waiveAll(send, campaignId)
  for (const { id } of posts) await send('POST', `/campaigns/${campaignId}/contracts`, { deliverableId: id })
  const [brief] = await send<{ id: string }[]>('GET', `/campaigns/${campaignId}/briefs`)
  const approval = { move: 'approve', note: '示例：微信确认。', actingFor: { memberId: await findReviewer(send, campaignId) } }
  for (const review of [approval, { move: 'send', note: null }]) {
    await send('POST', `/briefs/${brief?.id}/reviews`, review)
    await waiveAll(send, campaignId)
  }
  const postId = first?.id ?? ''
  return {
    campaignId,
    postId,
    creatorName: first?.creatorName ?? '',
    approve: async () => {
      await send('POST', `/deliverables/${postId}/drafts`, { facts: FACTS })
      await waiveAll(send, campaignId)
      await send('POST', `/deliverables/${postId}/reviews`, { move: 'approve', note: null })
      await waiveAll(send, campaignId)
    },
    makeLinkOf: async (place) => {
      const creatorId = creatorIds[place]
      const path = `/campaigns/${campaignId}/creator-links`
      const find = ({ items: creators }: DeskAnswer) => creators.find((each) => each.creatorId === creatorId)?.link ?? null
      const known = find(await send<DeskAnswer>('GET', path))
      if (known?.state === 'live') await send('POST', `/creator-links/${known.id}/revocations`)
      return find(await send<DeskAnswer>('POST', path, { creatorId }))?.url ?? ''
    },
  }
}
