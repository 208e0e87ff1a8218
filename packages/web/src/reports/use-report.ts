import { useQuery } from '@tanstack/react-query'
import type { Report } from '@kolibra/core/reports'
import { fetchJson } from '../api.ts'

export function useReport(campaignId: string) {
  return useQuery({ queryKey: ['campaign', campaignId, 'report'], queryFn: () => fetchJson<Report>(`/campaigns/${campaignId}/report`) })
}
