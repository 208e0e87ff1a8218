import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DescribedColumn, ImportReport, Mapping, PreviewRow } from '@kolibra/core/imports'
import type { Localized } from '@kolibra/core/shared'
import { removeAt } from '../api.ts'

/** What a file holds, looked at without keeping it. */
export interface ImportReading {
  readonly report: ImportReport | null
  readonly refusal: { readonly code: string; readonly sentence: Localized } | null
  readonly columns: readonly DescribedColumn[]
  /** Rows of which none of account, post, series and fault is known are comments: those are not shown one by one. */
  readonly rows: readonly PreviewRow[]
  readonly mapping: Mapping | null
}

/** Takes a whole import back. */
export function useUndoImport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (importId: string) => removeAt(`/imports/${importId}`),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
}
