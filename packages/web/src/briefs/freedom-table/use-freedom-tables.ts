import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FreedomTable } from '@kolibra/core/briefs'
import { fetchJson, putJson } from '../../api.ts'

/** One change of the weights; the name is null for a member who has left. */
export interface KeptFreedomTable {
  readonly revision: number
  readonly table: FreedomTable
  readonly setBy: string | null
  readonly setAt: string
}

/** Every change, newest first. */
export function useFreedomHistory() {
  return useQuery({
    queryKey: ['freedom-table', 'revisions'],
    queryFn: async () => (await fetchJson<{ items: KeptFreedomTable[] }>('/freedom-table/revisions')).items,
  })
}

/** Saves a table over the revision that was read; briefs are told by it at once. */
export function useSaveFreedom() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { revision: number; table: FreedomTable }) => putJson<unknown>('/freedom-table', input),
    onSuccess: () => Promise.all(['freedom-table', 'campaign'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}
