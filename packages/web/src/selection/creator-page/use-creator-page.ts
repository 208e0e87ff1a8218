import { useQuery } from '@tanstack/react-query'
import type { CreatorPage, VettedCreator } from '@kolibra/core/selection'
import { fetchJson } from '../../api.ts'

export function useCreatorPage(id: string) {
  return useQuery({ queryKey: ['creator', id, 'page'], queryFn: () => fetchJson<CreatorPage>(`/creators/${id}/page`) })
}

/** The vetting of a creator; for a campaign, its posts are also held against the tone that the campaign wishes. */
export function useVetting(id: string, campaignId: string | undefined) {
  return useQuery({
    queryKey: ['creator', id, 'vetting', campaignId ?? null],
    queryFn: () => fetchJson<VettedCreator>(`/creators/${id}/vetting${campaignId === undefined ? '' : `?campaign=${campaignId}`}`),
  })
}
