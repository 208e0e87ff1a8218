import { z } from 'zod'

const finding = z.object({ code: z.string(), severity: z.string(), waivable: z.boolean() })
const judgement = z.object({ subject: z.unknown(), inputHash: z.string(), findings: z.array(finding) })
/** The gates of a campaign, as much as a test reads of them. */
export const gatesSchema = z.array(z.object({ gate: z.string(), judgements: z.array(judgement) }))

interface Waiving {
  readonly campaignId: string
  readonly gates: z.infer<typeof gatesSchema>
  /** Only these gates; null: all. */
  readonly only: readonly string[] | null
}

/** Waives what is waivable of a campaign's gates, by the desk's own verb. `ask` sends one request. */
export async function waiveAll(
  ask: (line: string, body: unknown) => Promise<unknown>,
  { campaignId, gates, only }: Waiving,
): Promise<void> {
  const waiver = { reason: 'agreed in the test', evidence: 'note' }
  for (const { gate, judgements } of gates.filter(({ gate: name }) => only === null || only.includes(name)))
    for (const { subject, inputHash, findings } of judgements)
      for (const { code } of findings.filter(({ severity, waivable }) => severity !== 'info' && waivable))
        await ask(`POST /campaigns/${campaignId}/waivers`, { gate, code, subject, inputHash, ...waiver })
}
