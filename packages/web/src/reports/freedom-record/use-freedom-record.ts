import { useQuery } from '@tanstack/react-query'
import type { FreedomRecord } from '@kolibra/core/reports'
import { fetchJson } from '../../api.ts'

export function useFreedomRecord() {
  return useQuery({ queryKey: ['freedom-record'], queryFn: () => fetchJson<FreedomRecord>('/freedom-record') })
}
