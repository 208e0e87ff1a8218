import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PartyRole } from '@kolibra/core/accounts'
import type { Bilingual, Difference, Playback, Settlement, ThreadKind, ThreadMove, ThreadState } from '@kolibra/core/briefs'
import { fetchJson, postJson } from '../../api.ts'

interface Speaker {
  readonly partyId: string | null
  readonly name: string | null
  readonly typedBy: string | null
}
interface Items {
  readonly deliverables: readonly string[]
  readonly mustSay: readonly string[]
  readonly mustNot: readonly string[]
}
export interface ChainDifference extends Difference {
  readonly settlement: { readonly how: Settlement; readonly note: string | null; readonly at: string } | null
}
export interface ChainLink {
  readonly party: { readonly id: string; readonly role: PartyRole; readonly name: string | null; readonly creatorId: string | null }
  readonly isAsked: boolean
  readonly canSee: boolean
  readonly receipts: readonly { readonly device: string; readonly at: string }[]
  readonly question: Items
  readonly asked: Items
  readonly playback: Playback | null
  readonly revision: number
  readonly saidAt: string | null
  readonly differences: readonly ChainDifference[]
}
export interface ChainMove {
  readonly move: string
  readonly note: string | null
  readonly at: string
  readonly by: Speaker
}
export interface ChainThread {
  readonly id: string
  readonly briefId: string
  readonly itemId: string
  readonly kind: ThreadKind
  readonly state: ThreadState
  readonly partyId: string | null
  readonly proposed: Bilingual | null
  readonly words: readonly { readonly move: string; readonly words: string; readonly at: string; readonly by: Speaker }[]
}
export interface BriefChain {
  readonly briefId: string
  readonly links: readonly ChainLink[]
  readonly moves: readonly ChainMove[]
  readonly threads: readonly ChainThread[]
}

/** Who received a version, what they understood, where it differs, and what is asked on it. */
export function useBriefChain(campaignId: string, briefId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'chain', briefId],
    queryFn: () => fetchJson<BriefChain>(`/briefs/${briefId}/chain`),
  })
}

/** For whom the desk speaks: nothing is the desk itself. */
interface ActingFor {
  readonly actingFor?: { readonly partyId: string }
}
export interface NewPlayback extends ActingFor {
  readonly playback: Playback
  readonly revision: number
}
export interface NewSettlement extends ActingFor {
  readonly partyId: string
  readonly key: string
  readonly how: Settlement
  readonly note: string | null
}
export interface NewThread extends ActingFor {
  readonly thread: { readonly itemId: string; readonly kind: ThreadKind; readonly words: string; readonly proposed: Bilingual | null }
}
export interface NewStep extends ActingFor {
  readonly move: ThreadMove
  readonly words: string
}

function useChainWrite<T>(campaignId: string, path: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: T) => postJson<BriefChain>(path, body),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaign', campaignId] }),
  })
}

export const usePlayBack = (campaignId: string, briefId: string) => useChainWrite<NewPlayback>(campaignId, `/briefs/${briefId}/playbacks`)
export const useReceive = (campaignId: string, briefId: string) => useChainWrite<ActingFor>(campaignId, `/briefs/${briefId}/receipts`)
export const useSettle = (campaignId: string, briefId: string) => useChainWrite<NewSettlement>(campaignId, `/briefs/${briefId}/settlements`)
export const useOpenThread = (campaignId: string, briefId: string) => useChainWrite<NewThread>(campaignId, `/briefs/${briefId}/threads`)
export const useStepThread = (campaignId: string, threadId: string) => useChainWrite<NewStep>(campaignId, `/threads/${threadId}/steps`)
