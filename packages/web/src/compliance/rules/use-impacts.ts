import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LintOutcome, Verdict } from '@kolibra/core/compliance'
import type { Localized } from '@kolibra/core/shared'
import { fetchJson, postJson, queryOf } from '../../api.ts'

export interface ImpactChange {
  readonly ruleId: string
  readonly title: Localized | null
  readonly before: LintOutcome | null
  readonly after: LintOutcome | null
  readonly words: readonly string[]
}

/** What a change of rules did, or will do, to one brief or post. */
export interface RuleImpact {
  readonly id: string
  readonly campaign: { readonly id: string; readonly name: string }
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string | null }
  readonly stage: 'brief' | 'draft' | 'scheduled' | 'live'
  readonly owner: { readonly id: string; readonly name: string | null }
  readonly effectiveOn: string
  readonly before: Verdict
  readonly after: Verdict
  readonly changes: readonly ImpactChange[]
  readonly seen: { readonly by: string | null; readonly at: string } | null
}

/** Impacts of the workspace or of one campaign, newest first, and how many wait for whoever is signed in. */
export function useImpacts(campaign?: string) {
  return useQuery({
    queryKey: ['rule-impacts', campaign],
    queryFn: () => fetchJson<{ items: RuleImpact[]; unseenMine: number }>(`/rules/impacts${queryOf({ campaign })}`),
  })
}

export function useSeeImpact() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => postJson<unknown>(`/rules/impacts/${id}/receipts`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rule-impacts'] }),
  })
}
