import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fetchJson, postJson, putJson, removeAt } from '../api.ts'
import type { CreatorRow } from '../creators/creator-row.ts'

/** A named list of creators, without them. */
export interface ShortlistHead {
  readonly id: string
  readonly name: string
  readonly revision: number
  readonly size: number
}
/** A list with its creators in its order; the row is null while it is not computed. */
export interface Shortlist {
  readonly id: string
  readonly name: string
  readonly revision: number
  readonly entries: readonly { readonly creatorId: string; readonly note: string | null; readonly row: CreatorRow | null }[]
}

/** What shall stand on a list. */
export interface ShortlistDraft {
  readonly revision: number
  readonly name: string
  readonly entries: readonly { readonly creatorId: string; readonly note: string | null }[]
}

export function useShortlists() {
  return useQuery({ queryKey: ['shortlists'], queryFn: () => fetchJson<{ items: readonly ShortlistHead[] }>('/shortlists') })
}

export function useShortlist(id: string) {
  return useQuery({ queryKey: ['shortlists', id], queryFn: () => fetchJson<Shortlist>(`/shortlists/${id}`) })
}

/** The writes of lists; whatever they change is read anew, searches by list among it. */
export function useShortlistWrites() {
  const client = useQueryClient()
  const onSuccess = () =>
    Promise.all([client.invalidateQueries({ queryKey: ['shortlists'] }), client.invalidateQueries({ queryKey: ['creators'] })])
  return {
    open: useMutation({
      mutationFn: (body: { name: string; creatorIds: readonly string[] }) => postJson<Shortlist>('/shortlists', body),
      onSuccess,
    }),
    add: useMutation({
      mutationFn: ({ id, creatorIds }: { id: string; creatorIds: readonly string[] }) =>
        postJson<Shortlist>(`/shortlists/${id}/entries`, { creatorIds }),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, ...draft }: ShortlistDraft & { id: string }) => putJson<Shortlist>(`/shortlists/${id}`, draft),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (id: string) => removeAt(`/shortlists/${id}`), onSuccess }),
  }
}
