import type { DecodedFile } from '../decoded-file.ts'
import { makeColumnFinder } from '../match-columns.ts'
import { listTables, readTables, recogniseTable } from '../read-table.ts'
import type { ColumnMap, Source, TableReading } from '../source.ts'
import { LIST_IDENTITY } from './agency-list.ts'

const WHOSE: ReadonlySet<string> = new Set(['platform', 'profileUrl', 'identity'])
const FOLLOWERS = LIST_IDENTITY.flatMap(({ headers, target }) => (target.to === 'followers' ? headers : []))

// The words of hand-made lists: no header of any vendor's export by day is known.
const COLUMNS: readonly ColumnMap[] = [
  ...LIST_IDENTITY.filter(({ target }) => WHOSE.has(target.to)),
  { headers: ['日期', '时间', '数据时间', 'day', 'date'], target: { to: 'seriesDay' } },
  { headers: FOLLOWERS, target: { to: 'series', metric: 'followers', unit: 'followers', reads: 'exactCount' } },
]
const READING: TableReading = { columns: COLUMNS, required: [['日期'], [FOLLOWERS[0] ?? '']] }

/** As many rows as are held of a file that is read in pieces. */
const LOOKED_AT = 40
const SURE = 0.95
// Below what is taken for sure: only who names the source means it.
const DOUBTFUL = 0.3

/** Followers by day, of one account or several: a date, a count, and whose it is. A list with one day per account is none. */
export const followersDaily: Source = {
  id: 'followers.daily',
  title: { en: 'Followers by day', zh: '逐日粉丝数' },
  holds: 'series',
  platform: null,
  audienceBasis: 'followers',
  formulas: [],
  namesIdentify: false,
  columns: COLUMNS,
  table: READING,
  recognise: (file) => {
    const confidence = recogniseTable(file, READING)
    return confidence === 0 ? 0 : Math.min(confidence, isByDay(file) ? SURE : DOUBTFUL)
  },
  read: (file) => readTables(file, READING),
}

/** Whether accounts come back on other days: at least two days to an account. A table that names no account is for a person to map. */
function isByDay(file: DecodedFile): boolean {
  const find = makeColumnFinder(COLUMNS)
  const isWhose = (target: ColumnMap['target']['to'] | undefined) => target !== undefined && WHOSE.has(target)
  return listTables(file).some(({ header, rows }) => {
    const lines = [header, ...rows.slice(0, LOOKED_AT)]
    const named = lines.map((line) => line.map((cell) => find(String(cell ?? ''))?.target.to))
    const at = named.findIndex((line) => line.includes('seriesDay') && line.includes('series'))
    const columns = named[at] ?? []
    const days = lines.slice(at + 1).map((line) => {
      const whose = line.filter((_, column) => isWhose(columns[column])).join(' ')
      return { whose, day: `${whose} ${String(line[columns.indexOf('seriesDay')] ?? '')}` }
    })
    const accounts = new Set(days.map(({ whose }) => whose)).size
    return at >= 0 && columns.some(isWhose) && new Set(days.map(({ day }) => day)).size >= 2 * accounts
  })
}
