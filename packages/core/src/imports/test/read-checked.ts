import { accountSchema, importRecords, importReportSchema, postSchema, type Cell, type DecodedFile } from '../index.ts'

/** An invented table of one sheet. */
export const table = (header: string[], ...rows: Cell[][]): DecodedFile => ({
  name: 'invented.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'invented.csv', header, rows }],
})

/** What an import makes of a file, every line of it as the schemas want it. */
export function readChecked(file: DecodedFile, more: { source?: string; saidObservedOn?: string } = {}) {
  const outcome = importRecords(file, { source: 'auto', importId: 'sha256:00', ...more })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  const { report, accounts, posts } = outcome.value
  importReportSchema.parse(report)
  accounts.forEach((account) => accountSchema.strict().parse(account))
  posts.forEach((post) => postSchema.strict().parse(post))
  return outcome.value
}
