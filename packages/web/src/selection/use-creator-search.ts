import type { PagePlace } from '@kolibra/core/selection'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { postJson } from '../api.ts'
import type { CreatorRow } from '../creators/creator-row.ts'
import { questionOf } from './creator-question.ts'
import type { CreatorsView } from './creators-view.ts'
import type { Facet } from './facet-filters.ts'

/** One page of what a search finds. */
export interface FoundPage {
  readonly items: readonly CreatorRow[]
  readonly total: number
  /** Where the next page goes on; null: nothing follows. */
  readonly next: PagePlace | null
  readonly facets: readonly Facet[]
  /** `database`: the index is being loaded, counts follow. */
  readonly from: 'index' | 'database'
  /** Rows are still being rebuilt, as after a large import: more will follow. */
  readonly isRebuilding: boolean
  readonly asOf: string
}

const PAGE = 200
const LOADING_MS = 1500
const REBUILDING_MS = 3000

/** How soon to ask again; false when nothing more will come by itself. */
export function askAgainAfter(first: Pick<FoundPage, 'from' | 'isRebuilding'> | undefined): number | false {
  if (first?.from === 'database') return LOADING_MS
  return first?.isRebuilding === true ? REBUILDING_MS : false
}

/** Creators in pages of 200; the table asks for the next one before its end is reached. */
export function useCreatorSearch(view: CreatorsView) {
  const question = { ...questionOf(view), limit: PAGE }
  return useInfiniteQuery({
    queryKey: ['creators', question],
    initialPageParam: null as PagePlace | null,
    // What is typed over is called off: the answer on its way would only be thrown away.
    queryFn: ({ pageParam, signal }) => postJson<FoundPage>('/creator-searches', { ...question, after: pageParam }, signal),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => askAgainAfter(state.data?.pages[0]),
  })
}
