import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountInput } from '@kolibra/core/creators'
import { fetchJson, postJson } from '../api.ts'
import type { CreatorDetail, CreatorRow } from './creator-row.ts'
import { sortOf, type CreatorsView } from './creators-view.ts'
import type { Facet } from './facet-filters.ts'

interface CreatorPage {
  readonly items: readonly CreatorRow[]
  readonly total: number
  readonly facets: readonly Facet[]
  /** `database`: the index is being loaded, counts follow. */
  readonly from: 'index' | 'database'
  readonly asOf: string
}

const PAGE = 200
const LOADING_MS = 1500

/** Creators in pages of 200; the table asks for the next one before its end is reached. */
export function useCreators({ q = '', filters = [], sort }: CreatorsView) {
  const order = sortOf(sort) ?? { column: 'followers', descending: true }
  const question = { text: q, filters, sort: order.column, isDescending: order.descending, limit: PAGE }
  return useInfiniteQuery({
    queryKey: ['creators', question],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => postJson<CreatorPage>('/creator-searches', { ...question, after: pageParam }),
    getNextPageParam: (page) => (page.items.length < PAGE ? null : page.items.at(-1)?.id),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.from === 'database' ? LOADING_MS : false),
  })
}

export function useCreator(id: string | undefined) {
  return useQuery({ queryKey: ['creator', id], queryFn: () => fetchJson<CreatorDetail>(`/creators/${id}`), enabled: id !== undefined })
}

export function useAddCreator() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (account: AccountInput) => postJson<{ id: string }>('/creators', account),
    onSuccess: () => client.invalidateQueries({ queryKey: ['creators'] }),
  })
}
