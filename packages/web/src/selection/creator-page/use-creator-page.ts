import { useQuery } from '@tanstack/react-query'
import type { CreatorPage } from '@kolibra/core/selection'
import { fetchJson } from '../../api.ts'

export function useCreatorPage(id: string) {
  return useQuery({ queryKey: ['creator', id, 'page'], queryFn: () => fetchJson<CreatorPage>(`/creators/${id}/page`) })
}
