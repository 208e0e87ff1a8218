import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Account, DescribedColumn, ImportReport, Mapping } from '@kolibra/core/imports'
import type { Localized } from '@kolibra/core/shared'
import { putJson, removeAt, uploadForm } from '../api.ts'

/** What a file holds, looked at without keeping it. */
export interface ImportReading {
  readonly report: ImportReport | null
  readonly refusal: { readonly code: string; readonly sentence: Localized } | null
  readonly columns: readonly DescribedColumn[]
  readonly rows: readonly {
    readonly record: number
    readonly original: Readonly<Record<string, unknown>>
    readonly account: Account | null
  }[]
  readonly mapping: Mapping | null
}

/** Looks at a file under a mapping, or under the one remembered for such a table; a mapping that fits is kept under its name. */
export function useReading() {
  return useMutation({
    mutationFn: async ({ file, pasted = false, mapping = null }: { file: File; pasted?: boolean; mapping?: Mapping | null }) => {
      const form = new FormData()
      form.set('pasted', String(pasted))
      if (mapping !== null) form.set('mapping', JSON.stringify(mapping))
      form.set('file', file, file.name)
      const reading = await uploadForm<ImportReading>('/import-readings', form)
      if (mapping !== null && reading.report !== null) await putJson('/import-mappings', mapping)
      return reading
    },
  })
}

/** Takes a whole import back. */
export function useUndoImport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (importId: string) => removeAt(`/imports/${importId}`),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
}
