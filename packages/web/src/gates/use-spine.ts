import { useQuery } from '@tanstack/react-query'
import type { Spine } from '@kolibra/core/gates'
import { fetchJson } from '../api.ts'

export function useSpine(campaignId: string) {
  return useQuery({ queryKey: ['campaign', campaignId, 'gates'], queryFn: () => fetchJson<Spine>(`/campaigns/${campaignId}/gates`) })
}
