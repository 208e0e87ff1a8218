import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Campaign, Gate, Subject } from '@kolibra/core/campaigns'
import { fetchJson, postJson, putJson } from '../api.ts'

export interface CampaignRecord {
  readonly id: string
  readonly version: number
  readonly campaign: Campaign
  /** `goal` is what the report judges by; that of `campaign` may have been edited since. */
  readonly frozen: { readonly hash: string; readonly at: string; readonly goal: Campaign['goal'] } | null
  readonly createdAt: string
}

export function useCampaigns() {
  return useQuery({ queryKey: ['campaigns'], queryFn: () => fetchJson<{ items: CampaignRecord[] }>('/campaigns') })
}

export function useCampaign(id: string) {
  return useQuery({ queryKey: ['campaign', id], queryFn: () => fetchJson<CampaignRecord>(`/campaigns/${id}`) })
}

export function useCreateCampaign() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (campaign: Campaign) => postJson<{ id: string }>('/campaigns', campaign),
    onSuccess: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  })
}

/** Any write inside a campaign may reopen any gate, so all of the campaign is asked again, and all else that shows it. */
export function useRefreshCampaign(id: string): () => Promise<unknown> {
  const client = useQueryClient()
  return () =>
    Promise.all([client.invalidateQueries({ queryKey: ['campaign', id] }), client.invalidateQueries({ queryKey: ['campaigns'] })])
}

export function useSaveCampaign(id: string) {
  const refresh = useRefreshCampaign(id)
  return useMutation({
    mutationFn: (body: { version: number; campaign: Campaign }) => putJson<CampaignRecord>(`/campaigns/${id}`, body),
    onSettled: refresh,
  })
}

export interface WaiverRequest {
  readonly gate: Gate
  readonly code: string
  readonly subject: Subject
  readonly inputHash: string
  readonly reason: string
  readonly evidence: string | null
}

export function useWaive(id: string) {
  const refresh = useRefreshCampaign(id)
  return useMutation({ mutationFn: (body: WaiverRequest) => postJson<unknown>(`/campaigns/${id}/waivers`, body), onSuccess: refresh })
}
