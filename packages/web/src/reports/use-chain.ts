import { useQuery } from '@tanstack/react-query'
import type { Goal } from '@kolibra/core/campaigns'
import type { Lesson, ProposedResult } from '@kolibra/core/reports'
import { fetchJson } from '../api.ts'

/** What one campaign of the chain showed. */
export interface ChainItem extends Lesson {
  readonly id: string
  readonly name: string
  readonly starts: string
  readonly ends: string
  readonly depth: number
  /** What its views brought, to be kept as a past result. */
  readonly result: ProposedResult | null
  readonly goal: Goal | null
}

export function useChain(campaignId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'chain'],
    queryFn: () => fetchJson<{ items: ChainItem[]; unknown: string[] }>(`/campaigns/${campaignId}/chain`),
  })
}
