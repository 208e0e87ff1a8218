import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Account, DescribedColumn, ImportReport, Mapping, SeriesPoint } from '@kolibra/core/imports'
import type { Localized } from '@kolibra/core/shared'
import { removeAt } from '../api.ts'

/** What a file holds, looked at without keeping it. */
export interface ImportReading {
  readonly report: ImportReport | null
  readonly refusal: { readonly code: string; readonly sentence: Localized } | null
  readonly columns: readonly DescribedColumn[]
  readonly rows: readonly {
    readonly record: number
    readonly original: Readonly<Record<string, unknown>>
    readonly account: Account | null
    /** Numbers of a day; null where the file is of something else. */
    readonly series: readonly SeriesPoint[] | null
  }[]
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
