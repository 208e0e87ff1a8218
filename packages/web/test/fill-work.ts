import type { Send } from './ask-server.ts'

export interface Judged {
  readonly gate: string
  readonly judgements: readonly {
    readonly subject: unknown
    readonly inputHash: string
    readonly findings: readonly { readonly code: string; readonly severity: string; readonly waivable: boolean }[]
  }[]
}
type Campaign = Readonly<Record<string, unknown>>
type Stored = { readonly id: string; readonly version: number; readonly campaign: Campaign }

const COUNTS = { likes: 1_240, comments: 96, shares: 41, saves: 612, observedAt: '2026-12-22T04:00:00Z', source: '示例·后台截图' }
const WISHES = { sentenceLength: [6, 18], salesPer1000: [0, 4], humourPer1000: [1, 20], address: 'sisters' }

export const FACTS = {
  id: 'draft',
  title: '冬天的面霜',
  text: '广告\n这款面霜我用了三周，质地偏厚，适合干性皮肤。',
  platform: 'xiaohongshu',
  format: 'note',
  category: 'cosmetics',
  publishAt: '2026-12-15',
  account: 'creator',
  creator: { type: 'micro', age: 27, usedProduct: true },
  commissioned: true,
  purchasePath: false,
  commission: 'fee',
  purchasePathKind: 'none',
  labelPosition: 'start',
  ai: { use: 'none', marked: false },
  label: '广告',
  platformStatement: '内容含营销推广信息',
  filing: { channel: 'pugongying', reference: '示例-1' },
  links: [],
  evidence: [{ kind: 'proofOfUse', reference: '示例-2' }],
}

/** Goes with the creator through a campaign like the given one, up to the counts of its post. */
export async function workWith(send: Send, campaignId: string, creatorId: string): Promise<void> {
  const { campaign } = await send<Stored>('GET', `/campaigns/${campaignId}`)
  const [newest] = await send<{ brief: unknown }[]>('GET', `/campaigns/${campaignId}/briefs`)
  const { id } = await send('POST', '/campaigns', { ...campaign, name: '示例·秋季面霜', ends: '2026-12-30', mustHave: [creatorId] })
  await publishFor(send, { id, deliverableId: await choose(send, id, creatorId), brief: newest?.brief })
}

/** Chooses the creator, whom the plan must hold so that it can tell what the choice brings, for the campaign, whose brand wishes a tone. */
export async function chooseFor(send: Send, campaignId: string, creatorId: string): Promise<void> {
  const { version, campaign } = await send<Stored>('GET', `/campaigns/${campaignId}`)
  await send('PUT', `/campaigns/${campaignId}`, { version, campaign: { ...campaign, wishedTone: WISHES, mustHave: [creatorId] } })
  await choose(send, campaignId, creatorId)
}

async function choose(send: Send, campaignId: string, creatorId: string): Promise<string> {
  const { id: planId } = await send('POST', `/campaigns/${campaignId}/plans`, {})
  const { items } = await send<{ items: { id: string }[] }>('POST', `/campaigns/${campaignId}/choices`, { planId, creatorIds: [creatorId] })
  return items[0]?.id ?? ''
}

interface NamedParties {
  readonly items: readonly { readonly id: string; readonly role: string; readonly members: readonly { readonly id: string }[] }[]
}

async function nameReviewer(send: Send, campaignId: string): Promise<string> {
  const agencyOf = ({ items }: NamedParties) => items.find(({ role }) => role === 'agency')
  const added = agencyOf(await send('POST', `/campaigns/${campaignId}/parties`, { role: 'agency', name: '示例·沪上代理' }))
  const member = { userId: null, personName: '示例·林审核', duties: ['local_reviewer'] }
  return agencyOf(await send('POST', `/parties/${added?.id}/members`, member))?.members[0]?.id ?? ''
}

async function publishFor(send: Send, { id, deliverableId, brief }: { id: string; deliverableId: string; brief: unknown }): Promise<void> {
  const waiveAll = async () => {
    const { gates } = await send<{ gates: readonly Judged[] }>('GET', `/campaigns/${id}/gates`)
    for (const { gate, judgements } of gates)
      for (const { subject, inputHash, findings } of judgements)
        for (const { code } of findings.filter(({ severity, waivable }) => severity !== 'info' && waivable))
          await send('POST', `/campaigns/${id}/waivers`, { gate, code, subject, inputHash, reason: '示例：已书面同意。', evidence: '示例' })
  }
  await waiveAll()
  await send('POST', `/campaigns/${id}/contracts`, { deliverableId })
  const { id: briefId } = await send('POST', `/campaigns/${id}/briefs`, brief)
  await send('POST', `/briefs/${briefId}/reviews`, { move: 'submit', note: null })
  await waiveAll()
  const approval = { move: 'approve', note: '示例：微信确认。', actingFor: { memberId: await nameReviewer(send, id) } }
  await send('POST', `/briefs/${briefId}/reviews`, approval)
  await waiveAll()
  await send('POST', `/briefs/${briefId}/reviews`, { move: 'send', note: null })
  await send('POST', `/deliverables/${deliverableId}/drafts`, { facts: FACTS })
  await waiveAll()
  await send('POST', `/deliverables/${deliverableId}/reviews`, { move: 'approve', note: null })
  await send('POST', `/deliverables/${deliverableId}/publications`, {
    url: 'https://example.com/post/1',
    publishedAt: '2026-12-15T04:00:00Z',
    metrics: { ...COUNTS, views: 21_300 },
  })
}
