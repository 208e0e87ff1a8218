import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { computeFreedom, type Brief, type BriefMove, type BriefState, type Freedom, type FreedomTable } from '@kolibra/core/briefs'
import { useMemo } from 'react'
import { fetchJson, postJson, queryOf } from '../api.ts'

export interface BriefVersion {
  readonly id: string
  readonly version: number
  readonly state: BriefState
  readonly author: { readonly id: string; readonly name: string | null }
  readonly brief: Brief
  readonly freedom: Freedom
  readonly createdAt: string
}

/** All versions as they stand on the server now, newest first. */
export async function readVersions(campaignId: string): Promise<BriefVersion[]> {
  const answer = await fetchJson<BriefVersion[] | { items: BriefVersion[] }>(`/campaigns/${campaignId}/briefs`)
  return (Array.isArray(answer) ? answer : answer.items).toSorted((a, b) => b.version - a.version)
}

/** All versions, newest first. */
export function useBriefs(campaignId: string) {
  return useQuery({ queryKey: ['campaign', campaignId, 'briefs'], queryFn: () => readVersions(campaignId) })
}

/** The weights of the freedom index this workspace uses. */
export function useFreedomTable() {
  return useQuery({
    queryKey: ['freedom-table'],
    queryFn: () => fetchJson<{ revision: number; table: FreedomTable; shipped: FreedomTable }>('/freedom-table'),
  })
}

/** The freedom index of a brief that is being written; until the workspace's own weights have come, by the shipped ones. */
export function useFreedom(brief: Brief): Freedom {
  const { data } = useFreedomTable()
  return useMemo(() => computeFreedom(brief, data?.table), [brief, data])
}

export function useWriteBrief(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ brief, copy, after }: { brief: Brief; copy: number; after: number }) =>
      postJson<unknown>(`/campaigns/${campaignId}/briefs${queryOf({ after, copy: copy === 0 ? null : copy })}`, brief),
    onSuccess: () => client.invalidateQueries({ queryKey: ['campaign', campaignId] }),
  })
}

export function useMoveBrief(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...review }: { id: string; move: BriefMove; note: string; actingFor: { memberId: string } | undefined }) =>
      postJson<unknown>(`/briefs/${id}/reviews`, review),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaign', campaignId] }),
  })
}
