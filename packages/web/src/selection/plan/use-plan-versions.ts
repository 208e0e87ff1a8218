import type { InvitationHistory, InvitationMove, InvitationState, PlanAsk, PlanCause, PlanResult } from '@kolibra/core/selection'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fetchJson, postJson } from '../../api.ts'

/** One version of a plan without who is in it. */
export interface PlanHead {
  readonly id: string
  readonly version: number
  readonly madeFrom: string | null
  readonly scenario: string | null
  readonly cause: PlanCause
  readonly causeCreatorId: string | null
  readonly ask: PlanAsk
  readonly createdAt: string
  readonly createdBy: string | null
  readonly isFeasible: boolean
  readonly creators: number
  readonly costFen: number
  readonly value: number
  readonly gap: number
  readonly kpis: PlanResult['kpis']
}

/** One version with all of it. */
export type PlanVersion = Pick<PlanHead, 'id' | 'version' | 'madeFrom' | 'scenario' | 'cause' | 'causeCreatorId' | 'ask' | 'createdAt'> & {
  readonly plan: PlanResult
}

export interface PlanVersions {
  readonly items: readonly PlanHead[]
  /** Which of them is the plan of the campaign; null while none was chosen. */
  readonly adoption: { readonly planId: string; readonly creatorIds: readonly string[]; readonly adoptedAt: string } | null
}

/** Where a creator of the plan stands. */
export interface Invitation {
  readonly creatorId: string
  readonly isInPlan: boolean
  readonly state: InvitationState
  readonly moves: readonly InvitationMove[]
  readonly steps: readonly { readonly to: InvitationState; readonly note: string | null; readonly at: string }[]
  readonly history: InvitationHistory
}

export function usePlanVersions(campaignId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'plans'],
    queryFn: () => fetchJson<PlanVersions>(`/campaigns/${campaignId}/plans`),
  })
}

/** A version; it never changes, so it is read once. */
export function usePlanVersion(
  campaignId: string,
  planId: string | null,
  { placeholderData }: { readonly placeholderData?: (before: PlanVersion | undefined) => PlanVersion | undefined } = {},
) {
  return useQuery({
    queryKey: ['plan-version', campaignId, planId],
    queryFn: () => fetchJson<PlanVersion>(`/campaigns/${campaignId}/plans/${planId ?? ''}`),
    enabled: planId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    ...(placeholderData !== undefined && { placeholderData }),
  })
}

export function useInvitations(campaignId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'invitations'],
    queryFn: () => fetchJson<{ items: readonly Invitation[] }>(`/campaigns/${campaignId}/invitations`),
  })
}

/** Makes a version the plan; `instead` is the one that was the plan when it was chosen. */
export function useAdoptPlan(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { planId: string; creatorIds: readonly string[]; instead: string | null }) =>
      postJson<unknown>(`/campaigns/${campaignId}/choices`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['campaign', campaignId] }),
  })
}

/** A step with one creator; a no answers with the planning that began. */
export function useMoveInvitation(campaignId: string, onRun: (runId: string) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { creatorId: string; move: InvitationMove; from: InvitationState; note: string | null }) =>
      postJson<{ runId: string | null }>(`/campaigns/${campaignId}/invitations`, body),
    onSuccess: ({ runId }) => {
      if (runId !== null) onRun(runId)
      return client.invalidateQueries({ queryKey: ['campaign', campaignId] })
    },
  })
}

/** Plans again for a no that is in the plan still; answers with the planning that began. */
export function useReplaceAgain(campaignId: string, onRun: (runId: string) => void) {
  return useMutation({
    mutationFn: (creatorId: string) => postJson<{ runId: string }>(`/campaigns/${campaignId}/replacements`, { creatorId }),
    onSuccess: ({ runId }) => onRun(runId),
  })
}
