import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Brief, BriefMove, BriefState, Freedom } from '@kolibra/core/briefs'
import { fetchJson, postJson } from '../api.ts'

export interface BriefVersion {
  readonly id: string
  readonly version: number
  readonly state: BriefState
  readonly author: { readonly id: string; readonly name: string | null }
  readonly brief: Brief
  readonly freedom: Freedom
  readonly createdAt: string
}

/** All versions, newest first. */
export function useBriefs(campaignId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'briefs'],
    queryFn: async () => {
      const answer = await fetchJson<BriefVersion[] | { items: BriefVersion[] }>(`/campaigns/${campaignId}/briefs`)
      return (Array.isArray(answer) ? answer : answer.items).toSorted((a, b) => b.version - a.version)
    },
  })
}

export function useWriteBrief(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (brief: Brief) => postJson<unknown>(`/campaigns/${campaignId}/briefs`, brief),
    onSuccess: () => client.invalidateQueries({ queryKey: ['campaign', campaignId] }),
  })
}

export function useMoveBrief(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, move, note }: { id: string; move: BriefMove; note: string }) =>
      postJson<unknown>(`/briefs/${id}/reviews`, { move, note }),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaign', campaignId] }),
  })
}
