import { useInfiniteQuery } from '@tanstack/react-query'
import type { ImportReport, ImportSummary } from '@kolibra/core/imports'
import { fetchJson } from '../api.ts'

export interface ImportAnswer {
  readonly importId: string | null
  readonly committed: boolean
  readonly report: ImportReport
}

export interface PastImport {
  readonly importId: string
  readonly file: string
  readonly source: string
  readonly createdAt: string
  readonly report: ImportSummary
}

interface ImportsPage {
  readonly items: readonly PastImport[]
  readonly nextCursor: string | null
}

const PAGE = 8

/** Earlier imports, newest first, a few at a time. */
export function useImports() {
  return useInfiniteQuery({
    queryKey: ['imports'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => fetchJson<ImportsPage>(`/imports?limit=${PAGE}${pageParam === null ? '' : `&cursor=${pageParam}`}`),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}
