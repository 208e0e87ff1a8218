import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImportReport, Mapping } from '@kolibra/core/imports'
import { fetchJson, postJson } from '../api.ts'

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

export function useImportPasted() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { text: string; dryRun: boolean; mapping?: Mapping }) => postJson<ImportAnswer>('/imports/pasted', body),
    onSuccess: (answer) => answer.committed && client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
}

export function useImports(enabled: boolean) {
  return useQuery({ queryKey: ['imports'], queryFn: () => fetchJson<{ items: PastImport[] }>('/imports'), enabled })
}
