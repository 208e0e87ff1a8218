import {
  describeNote,
  describeProblem,
  nameSourceId,
  SOURCES,
  type ImportedFile,
  type ImportReport,
  type UnitProof,
} from '@kolibra/core/imports'
import { formatCount, type Language } from '@kolibra/core/shared'
import { tellCount, tellImport } from './import-words.ts'
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
const LISTED = { en: ', ', zh: '、' } as const
const STEPS = { en: '. ', zh: '。' } as const

/** Reports for people: per file what it was, what came out, which units hold, what was refused and what to do next. */
export const renderImport = (files: readonly ReportedFile[], language: Language): string =>
  files.map((file) => renderFile(file, language)).join('\n')

function renderFile(imported: ReportedFile, language: Language): string {
  const { report } = imported
  const { file, source, encoding } = report
  const sure = source.confidence === 1 ? '' : tellImport('sure', language, { share: Math.round(source.confidence * 100) })
  const title = SOURCES.find(({ id }) => id === source.id)?.title ?? nameSourceId(source.id)
  const head = `${file}\n  ${title[language]} (${source.id}${sure}), ${encoding}\n  ${tellRecords(report, language)}\n`
  const next = `  ${tellImport('next', language, { steps: tellNext(imported, language) })}\n`
  return head + renderUnits(report.units, language) + renderProblems(report, language) + listNotes(report, language) + next
}

function tellRecords({ records, accepted, duplicates, rejected, observations }: ImportReport, language: Language): string {
  const counted = (value: number, things: string) => tellCount(things, language, { value, number: count(value) })
  const things = Object.entries({ ...accepted, series: accepted.series ?? 0 })
    .filter(([, number]) => number > 0)
    .map(([name, number]) => (name === 'series' ? tellImport('series', language, { n: count(number) }) : counted(number, name)))
  return tellImport('taken', language, {
    records: counted(records, 'records'),
    taken: things.length === 0 ? tellImport('nothing', language) : things.join(LISTED[language]),
    duplicates: count(duplicates),
    rejected: count(rejected),
    observations: counted(observations, 'observations'),
  })
}

function listColumns(columns: readonly string[], language: Language): string {
  const rest = columns.length - COLUMNS_SHOWN
  const listed = columns.slice(0, COLUMNS_SHOWN).join(LISTED[language])
  return rest > 0 ? tellImport('rest', language, { columns: listed, n: rest }) : listed
}

function renderUnits(units: readonly UnitProof[], language: Language): string {
  const tested = units.filter(({ checked }) => checked > 0)
  const untested = units.filter(({ checked }) => checked === 0)
  const rows = tested.map(({ column, unit, state, formula, checked, agreed }) => [
    column,
    unit,
    tellImport(state, language),
    tellImport('agreedOf', language, { agreed, checked }),
    formula ?? '',
  ])
  const columns = [
    { title: tellImport('column', language) },
    { title: tellImport('unit', language) },
    { title: tellImport('state', language) },
    { title: tellImport('agreed', language), align: 'right' as const },
    { title: tellImport('formula', language) },
  ]
  const table = rows.length === 0 ? '' : `\n${renderTable(columns, rows)}\n`
  if (untested.length === 0) return table
  const names = listColumns(
    untested.map(({ column }) => column),
    language,
  )
  return `${table}  ${tellImport('untested', language, { columns: names })}\n`
}

function renderProblems({ problems }: ImportReport, language: Language): string {
  if (problems.length === 0) return ''
  const lines = problems.slice(0, PROBLEMS_SHOWN).map(({ record, column, code, value }) => {
    const what = describeProblem(code)[language] + (value === null ? '' : tellImport('value', language, { value }))
    const told =
      column === null ? tellImport('problem', language, { record, what }) : tellImport('problemAt', language, { record, column, what })
    return `    ${told}\n`
  })
  const more = problems.length - PROBLEMS_SHOWN
  const rest = more > 0 ? `    ${tellImport('moreProblems', language, { n: count(more) })}\n` : ''
  return `  ${tellImport('problems', language)}\n${lines.join('')}${rest}`
}

function listNotes({ notes, unmapped }: ImportReport, language: Language): string {
  const lines = notes.map((note) => `  ${tellImport('note', language, { note: describeNote(note)[language] })}\n`).join('')
  return unmapped.length === 0 ? lines : `${lines}  ${tellImport('unmapped', language, { columns: listColumns(unmapped, language) })}\n`
}

const capitalise = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)

function tellNext({ report: { units, rejected }, isUndated }: ReportedFile, language: Language): string {
  const contradicted = units.filter(({ state }) => state === 'contradicted').map(({ column }) => column)
  const steps = [
    ...(contradicted.length > 0 ? [tellImport('askUnits', language, { columns: listColumns(contradicted, language) })] : []),
    ...(rejected > 0 ? [tellImport('repair', language)] : []),
    ...(isUndated ? [tellImport('sayDay', language)] : []),
  ]
  if (steps.length === 0) return tellImport('done', language)
  return steps.map((step, at) => (at === 0 ? step : capitalise(step))).join(STEPS[language])
}
