import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ContentFacts, LintItem } from '@kolibra/core/compliance'
import { fetchJson, postJson, putJson, removeAt } from '../../api.ts'

export interface OwnRule {
  readonly id: string
  readonly kind: 'rule' | 'fact' | 'words'
  readonly revision: number
  readonly text: string
  readonly isDraft: boolean
  readonly changedBy: string | null
  readonly changedAt: string
  readonly misfit: { readonly code: string; readonly name: string | null } | null
}

export interface Suspension {
  readonly ruleId: string
  readonly reason: string
  readonly by: string | null
  readonly at: string
}

export interface OwnRules {
  readonly items: readonly OwnRule[]
  readonly suspensions: readonly Suspension[]
  readonly version: string
}

export function useOwnRules() {
  return useQuery({ queryKey: ['own-rules'], queryFn: () => fetchJson<OwnRules>('/rules/own') })
}

/** A write on what the workspace judges by: everything that rules decide is asked for again. */
function useRuleWrite<T>(write: (input: T) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
}

export const useAddOwnRules = () => useRuleWrite((text: string) => postJson('/rules/own', { text }))

export const useChangeOwnRule = () =>
  useRuleWrite(({ id, ...body }: { id: string; revision: number; text: string }) => putJson(`/rules/own/${encodeURIComponent(id)}`, body))

export const useRemoveOwnRule = () => useRuleWrite((id: string) => removeAt(`/rules/own/${encodeURIComponent(id)}`))

export const useSuspendRule = () =>
  useRuleWrite(({ id, reason }: { id: string; reason: string }) => postJson(`/rules/${encodeURIComponent(id)}/suspensions`, { reason }))

export const useResumeRule = () => useRuleWrite((id: string) => removeAt(`/rules/${encodeURIComponent(id)}/suspensions`))

/** What a text of own rules would find in a sample; nothing is kept. */
export function useTryOwnRules() {
  return useMutation({
    mutationFn: (input: { text: string; id: string | null; sample: ContentFacts }) => postJson<LintItem>('/rules/own/trials', input),
  })
}
