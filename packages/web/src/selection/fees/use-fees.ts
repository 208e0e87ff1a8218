import type { FeeTable } from '@kolibra/core/selection'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fetchJson, putJson } from '../../api.ts'

/** The fees of the workspace, their revision, and those that are shipped. */
export interface StoredFees {
  readonly revision: number
  readonly table: FeeTable
  readonly shipped: FeeTable
}

const KEY = ['fee-table']

export function useFees() {
  return useQuery({ queryKey: KEY, queryFn: () => fetchJson<StoredFees>('/fee-table') })
}

/** Saves fees over the revision that was read; prices that keep room by them are asked for again. */
export function useSaveFees() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { revision: number; table: FeeTable }) => putJson<StoredFees>('/fee-table', input),
    onSuccess: (stored) => {
      client.setQueryData(KEY, stored)
      return Promise.all(['creator', 'campaign', 'shortlists'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    },
  })
}
