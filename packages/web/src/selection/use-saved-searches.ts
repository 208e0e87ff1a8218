import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fetchJson, postJson, removeAt } from '../api.ts'
import { questionOf, type Question } from './creator-question.ts'
import type { CreatorsView } from './creators-view.ts'

/** A search somebody keeps by a name. */
export interface SavedSearch {
  readonly id: string
  readonly name: string
  readonly isShared: boolean
  readonly isMine: boolean
  readonly query: Question
}
interface Searches {
  readonly items: readonly SavedSearch[]
}
const KEY = ['saved-searches']

export function useSavedSearches() {
  return useQuery({ queryKey: KEY, queryFn: () => fetchJson<Searches>('/saved-searches') })
}

/** Keeps the view under a name; one of the same name is replaced. */
export function useSaveSearch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ view, ...search }: { name: string; isShared: boolean; view: CreatorsView }) =>
      postJson<Searches>('/saved-searches', { ...search, query: questionOf(view) }),
    onSuccess: (answer) => client.setQueryData(KEY, answer),
  })
}

export function useRemoveSearch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => removeAt(`/saved-searches/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}
