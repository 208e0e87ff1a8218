import type { Finding } from '@kolibra/core/campaigns'
import { mayWaive, type Spine } from '@kolibra/core/gates'
import { useState, type ReactNode } from 'react'
import { useSession } from '../accounts/use-session.ts'
import { WaiveDialog, type Judged } from '../campaigns/WaiveDialog.tsx'
import type { FindingActs } from '../compliance/FindingDetails.tsx'

/**
 * Lets the draft editor waive what the Rules gate found in a submitted draft. Who may is the gate's table; the waiver is bound to the hash
 * the gate showed, so a changed text needs a new one.
 */
export function useRuleWaivers(campaignId: string, spine: Spine | undefined) {
  const role = useSession().data?.role ?? ''
  const [waiving, setWaiving] = useState<{ judged: Judged; finding: Finding } | null>(null)
  const judgements = spine?.gates.find(({ gate }) => gate === 'rules')?.judgements ?? []
  const waiversOf = (deliverableId: string): FindingActs['waiveOf'] => {
    const judged = judgements.find(({ subject }) => subject.kind === 'deliverable' && subject.id === deliverableId)
    if (judged === undefined) return null
    return ({ ruleId }) => {
      const finding = judged.findings.find(({ code }) => code === ruleId)
      const isWaived = judged.waivers.some(({ code }) => code === ruleId)
      return finding === undefined || isWaived || !mayWaive(finding, role) ? null : () => setWaiving({ judged, finding })
    }
  }
  const dialog: ReactNode = waiving && <WaiveDialog {...waiving} campaignId={campaignId} onClose={() => setWaiving(null)} />
  return { waiversOf, dialog }
}
