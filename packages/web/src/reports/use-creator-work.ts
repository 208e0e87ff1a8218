import { useQuery } from '@tanstack/react-query'
import type { CreatorWork } from '@kolibra/core/reports'
import { fetchJson } from '../api.ts'

export function useCreatorWork(creatorId: string) {
  return useQuery({ queryKey: ['creator', creatorId, 'work'], queryFn: () => fetchJson<CreatorWork>(`/creators/${creatorId}/campaigns`) })
}
