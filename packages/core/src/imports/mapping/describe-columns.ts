import { isContactHeader } from '../blank-contacts.ts'
import type { Cell, DecodedFile, Table } from '../decoded-file.ts'
import { formsOf, makeFormFinder } from '../match-columns.ts'
import { namePlatform } from '../name-tables.ts'
import { isEmptyCell } from '../parse-number.ts'
import { readShareText } from '../read-share-text.ts'
import { listTables } from '../read-table.ts'
import { isRejectHeader } from '../reject-headers.ts'
import type { ColumnMap, Target } from '../source.ts'
import { SOURCES } from '../source-table.ts'
import { LIST_IDENTITY } from '../sources/agency-list.ts'
import { mappedTargetSchema, type MappedTarget } from './mapping-schema.ts'

/** A column of a table that nobody mapped yet: what stands in it, and what it may be. Contact data shows no samples. */
export interface DescribedColumn {
  readonly header: string
  readonly samples: string[]
  readonly filled: number
  readonly suggestion: MappedTarget | null
  /** What it may be in a table whose rows are posts, or comments. */
  readonly suggestedIn: Readonly<Record<'posts' | 'comments', MappedTarget | null>>
}

const SAMPLES = 4
const SAMPLE_LENGTH = 60
const LOOKED_AT = 200
const DEEPEST_HEADER = 15

/** The columns of a file's first table with samples and a suggestion each, from the words that known sources use. */
export function describeColumns(file: DecodedFile): DescribedColumn[] {
  const [table] = listTables(file)
  if (table === undefined) return []
  const { header, rows } = findLikelyHeader(table)
  const met = new Set<string>()
  return header.flatMap((name, at) => {
    if (name === '' || isRejectHeader(name) || met.has(name)) return []
    met.add(name)
    const cells = rows.slice(0, LOOKED_AT).flatMap((row) => (isEmptyCell(row[at]) ? [] : [String(row[at]).trim()]))
    const isContact = isContactHeader(name)
    const samples = isContact ? [] : [...new Set(cells)].slice(0, SAMPLES).map((text) => text.slice(0, SAMPLE_LENGTH))
    const suggestion = isContact ? CONTACT : (suggestTarget(name) ?? suggestByCells(cells))
    const suggestedIn = {
      posts: isContact ? CONTACT : suggestIn('posts', name),
      comments: isContact ? CONTACT : suggestIn('comments', name),
    }
    return [{ header: name, samples, filled: cells.length, suggestion, suggestedIn }]
  })
}

const CONTACT = { to: 'dropped', why: 'contact data' } as const

/** The header row as nobody knows it: of the first rows the one with most words that some source uses, else the first. */
function findLikelyHeader(table: Table): { header: string[]; rows: readonly (readonly Cell[])[] } {
  const lines: (readonly Cell[])[] = [table.header, ...table.rows.slice(0, DEEPEST_HEADER)]
  const rated = lines.map((line, at) => ({ line, at, known: line.filter((cell) => suggestTarget(String(cell ?? '')) !== null).length }))
  const best = rated.reduce((held, each) => (each.known > held.known ? each : held))
  return { header: best.line.map((cell) => String(cell ?? '').trim()), rows: table.rows.slice(best.at) }
}

// Everybody's words first; the same word of a named source may mean that source's own thing.
const FINDERS = [LIST_IDENTITY, ...SOURCES.toReversed().map(({ columns }) => columns)].map((columns) => makeFormFinder(columns))

type Finder = (typeof FINDERS)[number]

const finderFor = (holds: 'posts' | 'comments'): readonly Finder[] =>
  SOURCES.filter((source) => source.holds === holds)
    .toReversed()
    .map(({ columns }) => makeFormFinder(columns))
const FINDERS_IN = { posts: finderFor('posts'), comments: finderFor('comments') }

/** What a header most likely says in a list of accounts; null when no source uses the word. */
export const suggestTarget = (header: string): MappedTarget | null => askFinders(FINDERS, header, ({ to }) => to !== 'comment')

/** The same in a table whose rows are posts, or comments: the word of another kind of table says nothing there. */
export function suggestIn(holds: 'posts' | 'comments', header: string): MappedTarget | null {
  const own = holds === 'posts' ? 'post' : 'comment'
  return askFinders(FINDERS_IN[holds], header, ({ to }) => to === own || to === 'dropped' || (holds === 'posts' && to === 'observedAt'))
}

function askFinders(finders: readonly Finder[], header: string, isWanted: (target: MappedTarget) => boolean): MappedTarget | null {
  const forms = formsOf(header)
  if (forms[0] === '') return null
  for (const find of finders) {
    const target = toMapped(find(forms)?.target)
    if (target !== null && isWanted(target)) return target
  }
  return null
}

// One other word among them says that the column holds something else.
function suggestByCells(cells: readonly string[]): MappedTarget | null {
  if (cells.length === 0) return null
  if (cells.every((cell) => namePlatform(cell) !== null)) return { to: 'platform' }
  return cells.every((cell) => isProfileLink(cell)) ? { to: 'profileUrl' } : null
}

function isProfileLink(cell: string): boolean {
  const said = readShareText(cell)
  return said?.link === cell && !said.isPostLink
}

function toMapped(target: ColumnMap['target'] | undefined): MappedTarget | null {
  if (target === undefined || (target.to === 'dropped' && target.why === 'pseudonym')) return null
  // A date in a list is the day of its row as often as not: that a table is one of days is for a person to say.
  if (target.to === 'series' || target.to === 'seriesDay') return null
  return mappedTargetSchema.safeParse(withoutTab(target)).data ?? null
}

function withoutTab(target: Target): Target {
  if (target.to !== 'metric') return target
  const { tab: _tab, ...rest } = target
  return rest
}
