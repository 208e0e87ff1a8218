import type { ImportReport } from '@kolibra/core/imports'
import { writeCsv } from '@kolibra/files/csv'

/** The problems of an import as a CSV that spreadsheets open in the right encoding. */
export function presentRejects({ problems }: ImportReport): string {
  return writeCsv(
    ['record', 'column', 'code', 'value'],
    problems.map(({ record, column, code, value }) => [record, column ?? null, code, value ?? null]),
  )
}
