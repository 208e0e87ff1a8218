import { useQuery } from '@tanstack/react-query'
import type { ImportReport } from '@kolibra/core/imports'
import { fetchJson } from '../api.ts'

export interface ImportAnswer {
  readonly importId: string | null
  readonly committed: boolean
  readonly report: ImportReport
}

export interface PastImport {
  readonly importId: string
  readonly file: string
  readonly source: string
  readonly createdAt: string
  readonly report: ImportReport
}

export function useImports(enabled: boolean) {
  return useQuery({ queryKey: ['imports'], queryFn: () => fetchJson<{ items: PastImport[] }>('/imports'), enabled })
}
