import type { Campaign, Subject } from '../campaigns/index.ts'
import { findConflicts } from '../selection/index.ts'
import { checkAudience, checkCreatorEvidence } from './check-creator-fit.ts'
import { checkPrice } from './check-creator-price.ts'
import type { ChosenCreator, GateAnswer, GateInput } from './gate-input.ts'
import { judgeMix } from './judge-mix.ts'

function judgeCreator(one: ChosenCreator, campaign: Campaign): GateAnswer {
  const { account, costFen, format, filed } = one
  const subject: Subject = { kind: 'creator', id: one.creatorId }
  const { brand, starts, ends, category, competitors, audience } = campaign
  return {
    gate: 'choice',
    subject,
    label: account.displayName ?? account.handle ?? account.accountId,
    isOpen: false,
    // Contracting is what this gate guards, so `contracted` is not an input: signing must not reopen the pass it needed.
    parts: {
      campaign: { brand, starts, ends, category, competitors, audience },
      creator: account,
      price: { costFen, format, filed },
      engagements: one.engagements ?? null,
      // Only where there is one: a pass that never rested on it stays what it was.
      ...(one.clearances?.length && { clearances: one.clearances }),
      absences: one.absences ?? null,
      qualifications: one.qualifications ?? null,
    },
    findings: [
      ...checkCreatorEvidence(account, subject),
      ...checkAudience(account, audience, subject),
      ...checkPrice(one, starts, subject),
      ...findConflicts(one, campaign, subject),
    ],
  }
}

/** Gate 3, judges each chosen creator and the mix. */
export function judgeChoice(input: GateInput): GateAnswer[] {
  return [...input.chosen.map((one) => judgeCreator(one, input.campaign)), judgeMix(input)]
}
