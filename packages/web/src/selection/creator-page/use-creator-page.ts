import { useQuery } from '@tanstack/react-query'
import type { CreatorPage, VettedCreator } from '@kolibra/core/selection'
import { fetchJson } from '../../api.ts'

export function useCreatorPage(id: string) {
  return useQuery({ queryKey: ['creator', id, 'page'], queryFn: () => fetchJson<CreatorPage>(`/creators/${id}/page`) })
}

export function useVetting(id: string) {
  return useQuery({ queryKey: ['creator', id, 'vetting'], queryFn: () => fetchJson<VettedCreator>(`/creators/${id}/vetting`) })
}
