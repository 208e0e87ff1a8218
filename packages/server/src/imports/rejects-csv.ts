import type { ImportReport } from '@kolibra/core/imports'

// A cell that starts like a formula would be run by a spreadsheet that opens the file.
const quote = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** The problems of an import as a CSV that spreadsheets open in the right encoding. */
export function presentRejects({ problems }: ImportReport): string {
  const lines = problems.map(({ record, column, code, value }) => [String(record), column ?? '', code, value ?? ''].map(quote).join(','))
  return `\uFEFF${['record,column,code,value', ...lines].join('\r\n')}\r\n`
}
