import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ContentFacts } from '@kolibra/core/compliance'
import type { Deliverable, DeliverableMove, Draft } from '@kolibra/core/content'
import { fetchJson, postJson } from '../api.ts'

export interface DeliverableDetail {
  readonly deliverable: Deliverable
  readonly drafts: readonly Draft[]
}

export function useDeliverables(campaignId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'deliverables'],
    queryFn: async () => (await fetchJson<{ items: Deliverable[] }>(`/campaigns/${campaignId}/deliverables`)).items,
  })
}

/** A draft under an agreed clock, or approved because nobody answered; moments are ISO. */
export interface Silence {
  readonly deliverableId: string
  readonly clock: { readonly endsAt: string; readonly isCertain: boolean } | null
  readonly approvedAt: string | null
}

export function useSilences(campaignId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'silences'],
    queryFn: async () => (await fetchJson<{ items: Silence[] }>(`/campaigns/${campaignId}/silences`)).items,
  })
}

/** One deliverable with its drafts, newest first. */
export function useDeliverable(campaignId: string, id: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'deliverable', id],
    queryFn: async () => {
      const { deliverable, drafts } = await fetchJson<DeliverableDetail>(`/deliverables/${id}`)
      return { deliverable, drafts: drafts.toSorted((a, b) => b.version - a.version) }
    },
  })
}

function useWrite<V, R = unknown>(campaignId: string, send: (variables: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: send, onSettled: () => client.invalidateQueries({ queryKey: ['campaign', campaignId] }) })
}

export function useContract(campaignId: string) {
  return useWrite(campaignId, (deliverableId: string) => postJson<unknown>(`/campaigns/${campaignId}/contracts`, { deliverableId }))
}

export function useSubmitDraft(campaignId: string, id: string) {
  return useWrite(campaignId, (facts: ContentFacts) => postJson<Draft>(`/deliverables/${id}/drafts`, { facts }))
}

export function useMoveDeliverable(campaignId: string) {
  return useWrite(campaignId, ({ id, move, note }: { id: string; move: DeliverableMove; note: string }) =>
    postJson<unknown>(`/deliverables/${id}/reviews`, { move, note }),
  )
}

/** Counts of a live post as seen at a moment; null is not known. */
export interface Counts {
  readonly views: number | null
  readonly likes: number | null
  readonly comments: number | null
  readonly shares: number | null
  readonly saves: number | null
  readonly observedAt: string
  readonly source: string
}

export interface Publication {
  readonly url: string
  readonly publishedAt: string
  readonly metrics?: Counts
}

export function usePublish(campaignId: string, id: string) {
  return useWrite(campaignId, (publication: Publication) => postJson<unknown>(`/deliverables/${id}/publications`, publication))
}

export function useObserve(campaignId: string, id: string) {
  return useWrite(campaignId, (counts: Counts) => postJson<unknown>(`/deliverables/${id}/observations`, { metrics: counts }))
}
