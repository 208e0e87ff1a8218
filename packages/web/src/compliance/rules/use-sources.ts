import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Localized } from '@kolibra/core/shared'
import { fetchJson, postJson, putJson } from '../../api.ts'

export interface SourceLook {
  readonly result: 'unchanged' | 'changed'
  readonly lookedAt: string
  readonly note: string | null
  readonly endsOn: string | null
  readonly checkedOn: string
  readonly checkedAt: string
  readonly by: string | null
}

/** One line of the due list. */
export interface DueSource {
  readonly source: string
  readonly kind: 'platform' | 'law'
  readonly url: string | null
  readonly owner: { readonly id: string; readonly name: string }
  readonly intervalDays: number
  readonly lastCheckedOn: string | null
  readonly dueOn: string | null
  readonly lateDays: number | null
  readonly isDue: boolean
  readonly entries: readonly { readonly id: string; readonly title: Localized; readonly validTo: string | null }[]
  readonly checks: readonly SourceLook[]
}

export interface DueList {
  readonly items: readonly DueSource[]
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly today: string
}

const KEY = ['rule-sources']

export function useSources() {
  return useQuery({ queryKey: KEY, queryFn: () => fetchJson<DueList>('/rules/sources') })
}

/** What somebody found at a source. */
export interface NewLook {
  readonly source: string
  readonly lookedAt: string
  readonly note: string | null
  readonly change: { readonly entryIds: readonly string[]; readonly endsOn: string } | null
}

export function useCheckSource() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (look: NewLook) => postJson<DueList>('/rules/sources/checks', look),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
}

export function useGiveSource() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { source: string; ownerId: string }) => putJson<DueList>('/rules/sources/owners', input),
    onSuccess: (due) => client.setQueryData(KEY, due),
  })
}
