import { useQuery } from '@tanstack/react-query'
import type { Assessment } from '@kolibra/core/selection'
import { fetchJson } from '../api.ts'

/** Creators held against a campaign; nothing is asked while there is no campaign or nobody to ask about. At most fifty at once. */
export function useAssessments(campaignId: string | null, creatorIds: readonly string[]) {
  return useQuery({
    // Under the campaign: whatever is written inside it asks anew.
    queryKey: ['campaign', campaignId, 'assessments', ...creatorIds],
    queryFn: () => fetchJson<{ items: Assessment[] }>(`/campaigns/${campaignId}/assessments?creators=${creatorIds.join(',')}`),
    enabled: campaignId !== null && creatorIds.length > 0,
  })
}
