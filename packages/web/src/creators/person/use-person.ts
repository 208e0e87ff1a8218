import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ErasureReport,
  KeptDecision,
  LoanEnd,
  LoanInput,
  LoanState,
  MergeDecision,
  Person,
  PresentedSuggestion,
} from '@kolibra/core/creators'
import { fetchJson, postJson, putJson } from '../../api.ts'

export function usePerson(creatorId: string) {
  return useQuery({ queryKey: ['creator', creatorId, 'person'], queryFn: () => fetchJson<Person>(`/creators/${creatorId}/person`) })
}

export function useSuggestions(creatorId: string) {
  return useQuery({
    queryKey: ['creator', creatorId, 'suggestions'],
    queryFn: () => fetchJson<{ items: PresentedSuggestion[] }>(`/merge-suggestions?creatorId=${creatorId}`),
  })
}

interface Listed<Item> {
  readonly items: readonly Item[]
  readonly total: number
}

/** The best suggestions of the whole workspace. */
export function useAllSuggestions(limit: number) {
  return useQuery({
    queryKey: ['creator', 'merge-suggestions', limit],
    queryFn: () => fetchJson<Listed<PresentedSuggestion>>(`/merge-suggestions?limit=${limit}`),
  })
}

/** The newest decisions of the whole workspace. */
export function useDecisions() {
  return useQuery({ queryKey: ['creator', 'merge-decisions'], queryFn: () => fetchJson<Listed<KeptDecision>>('/merge-decisions') })
}

/** A decision on a suggestion, with the persons as they are seen. */
export const choiceOf = ({ a, b }: PresentedSuggestion) => ({
  id: a.id,
  decision: { otherId: b.id, personId: a.personId, otherPersonId: b.personId },
})

/** Whom a decision touches is not only this creator: everything about creators is asked again. */
function useRefresh(): () => Promise<unknown> {
  const client = useQueryClient()
  return () => Promise.all([client.invalidateQueries({ queryKey: ['creator'] }), client.invalidateQueries({ queryKey: ['creators'] })])
}

/** `merges`: one person; `separations`: not one. Also when somebody was faster, what stands now is asked again. */
export function useDecide(kind: 'merges' | 'separations') {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: MergeDecision }) => postJson<Person>(`/creators/${id}/${kind}`, decision),
    onSettled: refresh,
  })
}

export function useUndoDecision() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ a, b, decidedAt }: KeptDecision) => postJson<Person>(`/creators/${a.id}/decision-undos`, { otherId: b.id, decidedAt }),
    onSettled: refresh,
  })
}

export function useSplit() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, personId }: { id: string; personId: string }) => postJson<Person>(`/creators/${id}/splits`, { personId }),
    onSettled: refresh,
  })
}

export function useLoan(creatorId: string) {
  return useQuery({ queryKey: ['creator', creatorId, 'loan'], queryFn: () => fetchJson<LoanState>(`/creators/${creatorId}/loan`) })
}

export function useSetLoan(creatorId: string) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (loan: LoanInput) => putJson<LoanState>(`/creators/${creatorId}/loan`, loan), onSuccess: refresh })
}

/** Also when somebody was faster, what stands now is asked again. */
export function useEndLoan(creatorId: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (end: LoanEnd) => postJson<LoanState>(`/creators/${creatorId}/loan-endings`, end),
    onSettled: refresh,
  })
}

/** Everything held of the person; `page` is the same as one readable page. */
export function useExport(creatorId: string) {
  return useMutation({ mutationFn: () => postJson<{ page: string }>(`/creators/${creatorId}/exports`, {}) })
}

export function useErase(creatorId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (personId: string) => postJson<ErasureReport>(`/creators/${creatorId}/erasures`, { personId }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['creators'] }),
  })
}
