import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountInput } from '@kolibra/core/creators'
import { fetchJson, postJson, queryOf } from '../api.ts'
import type { CreatorDetail, CreatorRow } from './creator-row.ts'
import type { CreatorsView } from './creators-view.ts'

interface CreatorPage {
  readonly items: readonly CreatorRow[]
  readonly total: number
  readonly nextCursor: string | null
}

const PAGE = 200

/** Creators in pages of 200; the table asks for the next one before its end is reached. */
export function useCreators({ q, platform, type, sort }: CreatorsView) {
  return useInfiniteQuery({
    queryKey: ['creators', q, platform, type, sort],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      fetchJson<CreatorPage>(`/creators${queryOf({ cursor: pageParam, limit: PAGE, q, platform, type, sort })}`, signal),
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
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
