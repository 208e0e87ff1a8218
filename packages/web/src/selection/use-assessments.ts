import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import type { Assessment } from '@kolibra/core/selection'
import { fetchJson } from '../api.ts'

const assessmentsQuery = (campaignId: string, creatorIds: readonly string[]) =>
  queryOptions({
    // Under the campaign: whatever is written inside it asks anew.
    queryKey: ['campaign', campaignId, 'assessments', ...creatorIds],
    queryFn: () => fetchJson<{ items: Assessment[] }>(`/campaigns/${campaignId}/assessments?creators=${creatorIds.join(',')}`),
  })

/** Creators held against a campaign; nothing is asked while there is no campaign or nobody to ask about. At most fifty at once. */
export function useAssessments(campaignId: string | null, creatorIds: readonly string[]) {
  return useQuery({ ...assessmentsQuery(campaignId ?? '', creatorIds), enabled: campaignId !== null && creatorIds.length > 0 })
}

/** Creators are held against a campaign so many at a time. */
const AT_ONCE = 50

/** Questions that together ask about everybody once; those of rows that were there stay the same when more rows follow, so nothing is asked twice. */
export const splitQuestions = (creatorIds: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(creatorIds.length / AT_ONCE) }, (_, at) => creatorIds.slice(at * AT_ONCE, (at + 1) * AT_ONCE))

/** Any number of creators held against a campaign; `isWhole` once everybody has been answered for. */
export function useAllAssessments(campaignId: string | null, creatorIds: readonly string[]) {
  const chunks = splitQuestions(creatorIds)
  return useQueries({
    queries: campaignId === null ? [] : chunks.map((ids) => assessmentsQuery(campaignId, ids)),
    combine: (answers) => ({
      items: answers.flatMap(({ data }) => data?.items ?? []),
      isWhole: answers.length > 0 && answers.every(({ isSuccess }) => isSuccess),
      error: answers.find(({ error }) => error !== null)?.error ?? null,
      askAgain: () => answers.filter(({ isError }) => isError).forEach(({ refetch }) => void refetch()),
    }),
  })
}
