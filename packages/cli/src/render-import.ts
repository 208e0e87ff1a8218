import type { ImportedFile, ImportReport, UnitProof } from '@kolibra/core/imports'
import { formatCount } from '@kolibra/core/shared'
import { renderTable } from './render-table.ts'

const PROBLEMS_SHOWN = 10
const COLUMNS_SHOWN = 12

/** What the report of one file needs of it. `isUndated`: some of its numbers are of no known day. */
export interface ReportedFile {
  readonly report: ImportReport
  readonly isUndated: boolean
}

/** Whether a number of these is of no known day. */
export function hasUndated({ accounts, posts }: Pick<ImportedFile, 'accounts' | 'posts'>): boolean {
  const isUnknownDay = (seen: readonly { readonly observedAt: string | null }[]) => seen.some(({ observedAt }) => observedAt === null)
  return (
    accounts.some(({ metrics, quotes }) => isUnknownDay(metrics) || isUnknownDay(quotes)) ||
    posts.some((post) => isUnknownDay(post.observations))
  )
}

const count = (value: number) => formatCount(value, 'en')

/** Reports for people: per file what it was, what came out, which units hold, what was refused and what to do next. */
export function renderImport(files: readonly ReportedFile[], titleOf: (sourceId: string) => string): string {
  return files.map((file) => renderFile(file, titleOf(file.report.source.id))).join('\n')
}

function renderFile(imported: ReportedFile, title: string): string {
  const { report } = imported
  const { file, source, encoding } = report
  const sure = source.confidence === 1 ? '' : `, ${Math.round(source.confidence * 100)} % sure`
  const head = `${file}\n  ${title} (${source.id}${sure}), ${encoding}\n  ${tellRecords(report)}\n`
  const parts = [renderUnits(report.units), renderProblems(report), listNotes(report), `  Next: ${tellNext(imported)}\n`]
  return head + parts.filter((part) => part !== '').join('')
}

function tellRecords({ records, accepted, duplicates, rejected, observations }: ImportReport): string {
  const things = Object.entries({ ...accepted, series: accepted.series ?? 0 })
    .filter(([, number]) => number > 0)
    .map(([name, number]) => (name === 'series' ? `${count(number)} days of series` : counted(number, name)))
  const taken = things.length === 0 ? 'nothing accepted' : things.join(', ')
  return `${counted(records, 'records')}: ${taken}, ${count(duplicates)} repeated, ${count(rejected)} rejected; ${counted(observations, 'observations')}`
}

const counted = (number: number, things: string) => `${count(number)} ${number === 1 ? things.slice(0, -1) : things}`

function listColumns(columns: readonly string[]): string {
  const rest = columns.length - COLUMNS_SHOWN
  return rest > 0 ? `${columns.slice(0, COLUMNS_SHOWN).join(', ')} and ${rest} more` : columns.join(', ')
}

function renderUnits(units: readonly UnitProof[]): string {
  const tested = units.filter(({ checked }) => checked > 0)
  const untested = units.filter(({ checked }) => checked === 0)
  const rows = tested.map(({ column, unit, state, formula, checked, agreed }) => [
    column,
    unit,
    state,
    `${agreed} of ${checked}`,
    formula ?? '',
  ])
  const columns = [
    { title: 'column' },
    { title: 'unit' },
    { title: 'state' },
    { title: 'agreed', align: 'right' as const },
    { title: 'formula' },
  ]
  const table = rows.length === 0 ? '' : `\n${renderTable(columns, rows)}\n`
  if (untested.length === 0) return table
  return `${table}  Unproved, nothing in the file tests them: ${listColumns(untested.map(({ column }) => column))}\n`
}

function renderProblems({ problems }: ImportReport): string {
  if (problems.length === 0) return ''
  const lines = problems.slice(0, PROBLEMS_SHOWN).map(({ record, column, code, value }) => {
    const cell = value === null ? '' : ` "${value}"`
    return `    record ${record}${column === null ? '' : `, ${column}`}: ${code}${cell}\n`
  })
  const rest = problems.length > PROBLEMS_SHOWN ? `    and ${count(problems.length - PROBLEMS_SHOWN)} more; --format json lists all\n` : ''
  return `  Problems\n${lines.join('')}${rest}`
}

function listNotes({ notes, unmapped }: ImportReport): string {
  const lines = notes.map((note) => `  Note: ${note}\n`).join('')
  return unmapped.length === 0 ? lines : `${lines}  Columns not used: ${listColumns(unmapped)}\n`
}

const capitalise = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)

function tellNext({ report: { units, rejected }, isUndated }: ReportedFile): string {
  const contradicted = units.filter(({ state }) => state === 'contradicted').map(({ column }) => column)
  const steps = [
    ...(contradicted.length > 0
      ? [`${listColumns(contradicted)}: the numbers contradict their unit, so they are not used; ask for the export with its units stated`]
      : []),
    ...(rejected > 0 ? ['correct the rejected records in their file and import it again'] : []),
    ...(isUndated ? ['say with --observed-on DAY of which day the numbers are'] : []),
  ]
  return steps.length === 0 ? 'nothing to correct' : steps.map((step, at) => (at === 0 ? step : capitalise(step))).join('. ')
}
