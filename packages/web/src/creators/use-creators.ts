import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountInput } from '@kolibra/core/creators'
import { fetchJson, postJson } from '../api.ts'
import type { CreatorDetail } from './creator-row.ts'

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
