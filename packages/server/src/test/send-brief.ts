import type { BriefInput } from '@kolibra/core/briefs'
import { z } from 'zod'
import { nameReviewer } from './name-reviewer.ts'

const finding = z.object({ code: z.string(), severity: z.string(), waivable: z.boolean() })
const judgement = z.object({ subject: z.unknown(), inputHash: z.string(), findings: z.array(finding) })
const gatesSchema = z.object({ gates: z.array(z.object({ gate: z.string(), judgements: z.array(judgement) })) })
const writtenSchema = z.object({ id: z.string() })

/** How a version reaches the creators: past the local reviewer, or in a campaign that has none. */
export interface Sending {
  readonly campaignId: string
  readonly brief: BriefInput
  readonly move: 'send' | 'send_unreviewed'
}

/** Writes a version and walks it to the creators by the desk's own verbs, waiving what is waivable. `ask` sends one request and reads its answer. */
export async function sendBrief(ask: (line: string, body?: unknown) => Promise<unknown>, sending: Sending): Promise<string> {
  const { campaignId, brief, move } = sending
  const approval = move === 'send' ? (await nameReviewer(ask, campaignId)).approval : null
  const { id } = writtenSchema.parse(await ask(`POST /campaigns/${campaignId}/briefs`, brief))
  await ask(`POST /briefs/${id}/reviews`, { move: 'submit', note: null })
  if (approval !== null) await ask(`POST /briefs/${id}/reviews`, approval)
  const { gates } = gatesSchema.parse(await ask(`GET /campaigns/${campaignId}/gates`))
  const waiver = { reason: '示例·同意', evidence: '示例' }
  for (const { gate, judgements } of gates)
    for (const { subject, inputHash, findings } of judgements)
      for (const { code } of findings.filter(({ severity, waivable }) => severity !== 'info' && waivable))
        await ask(`POST /campaigns/${campaignId}/waivers`, { gate, code, subject, inputHash, ...waiver })
  await ask(`POST /briefs/${id}/reviews`, { move, note: '示例·已同意' })
  return id
}
