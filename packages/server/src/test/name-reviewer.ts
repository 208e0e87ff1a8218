import { z } from 'zod'
import { CAMPAIGN } from './campaign-example.ts'

const partiesSchema = z.object({ items: z.array(z.object({ id: z.string(), members: z.array(z.object({ id: z.string() })) })) })

/** Adds the campaign's agency and a reviewer outside; answers how a review is entered for them. `ask` sends one request and reads its answer. */
export async function nameReviewer(ask: (line: string, body: unknown) => Promise<unknown>, campaignId: string) {
  const added = partiesSchema.parse(await ask(`POST /campaigns/${campaignId}/parties`, { role: 'agency', name: CAMPAIGN.localAgency }))
  const partyId = added.items[0]?.id ?? ''
  const member = { userId: null, personName: '示例·林审核', knows: '示例·上海五年', duties: ['local_reviewer'] }
  const granted = partiesSchema.parse(await ask(`POST /parties/${partyId}/members`, member))
  const memberId = granted.items[0]?.members.at(-1)?.id ?? ''
  return { partyId, memberId, approval: { move: 'approve', note: '示例·微信确认', actingFor: { memberId } } }
}
