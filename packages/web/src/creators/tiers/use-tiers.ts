import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TierTable } from '@kolibra/core/creators'
import { fetchJson, putJson } from '../../api.ts'

/** The table of the workspace, its revision, and the one that is shipped. */
export interface StoredTiers {
  readonly revision: number
  readonly table: TierTable
  readonly shipped: TierTable
}

export function useTiers() {
  return useQuery({ queryKey: ['tier-table'], queryFn: () => fetchJson<StoredTiers>('/tier-table') })
}

/** Saves a table over the revision that was read; types are worked out anew, so creators are asked again. */
export function useSaveTiers() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { revision: number; table: TierTable }) => putJson<StoredTiers>('/tier-table', input),
    onSuccess: (stored) => {
      client.setQueryData(['tier-table'], stored)
      return Promise.all([client.invalidateQueries({ queryKey: ['creators'] }), client.invalidateQueries({ queryKey: ['creator'] })])
    },
  })
}
