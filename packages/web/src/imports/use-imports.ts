import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImportReport, Mapping } from '@kolibra/core/imports'
import { fetchJson, postJson, uploadForm } from '../api.ts'

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

interface FileImport {
  readonly file: File
  readonly dryRun: boolean
  readonly observedOn: string
  readonly mapping: Mapping | null
  readonly signal?: AbortSignal
}

/** Reads a file on the server: as a dry run to look at, or for good. */
export function useImportFile() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, dryRun, observedOn, mapping, signal }: FileImport) => {
      const form = new FormData()
      form.set('dryRun', String(dryRun))
      if (observedOn !== '') form.set('observedOn', observedOn)
      if (mapping !== null) form.set('mapping', JSON.stringify(mapping))
      form.set('file', file, file.name)
      return uploadForm<ImportAnswer>('/imports', form, signal)
    },
    onSuccess: (answer) => answer.committed && client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
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
