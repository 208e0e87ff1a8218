import { findPlainId, readSimpleBytes, type ByteRows, type IdPlace } from './byte-rows.ts'
import { checkOf, INPUT_CHECK, type CellCheck, type GlancedCell } from './cell-checks.ts'
import { makeGlance, startLook, type FirstLook, type RunStart } from './import-run.ts'
import { hashOf, hashOfBytes, makeKeySet, startHash, type KeySet } from './key-set.ts'
import { identifyAccount } from './normalise-account.ts'
import { makePlainReader, type PlainReader } from './read-plain-rows.ts'
import { openTable, type TableInPieces } from './read-table.ts'
import type { ImportContext } from './record-view.ts'
import type { ColumnMap, SourceRecord, Target, TableReading } from './source.ts'
import type { TableStream } from './table-stream.ts'

/** A record, where its row begins, and whether it has to be read in full for the report to be whole. */
export interface SeenRecord {
  readonly record: number
  readonly at: number
  readonly isMarked: boolean
}

/** What a look over the bytes found: which records have to be read in full for the report to be whole. */
export interface ByteLook {
  readonly ctx: ImportContext
  readonly keys: KeySet
  readonly records: number
  /** All records in order; those are marked that note something or speak of a thing met twice. */
  readonly all: () => Generator<SeenRecord>
  /** A record in full. */
  readonly recordAt: (seen: SeenRecord) => SourceRecord | null
  /** Meets the row that begins there, for a reader. */
  readonly meet: (at: number) => number
  /** Understands the records that are not marked; null where they have to be read in full too. */
  readonly makeReader: (ctx: ImportContext) => PlainReader | null
  /** How many records there are beside those; each is a thing of its own that nothing is wrong with. */
  readonly others: number
}

interface Column {
  readonly at: number
  readonly name: string
  readonly check: CellCheck
  /** Its place among the numbers that formulas need, or -1. */
  readonly need: number
  readonly glanced: Map<string, GlancedCell>
  hasTold: boolean
}

interface Layout {
  readonly columns: readonly Column[]
  /** In the order in which an id is looked for. */
  readonly ids: readonly IdPlace[]
  /** How many cells a row may have. */
  readonly width: number
}

const GLANCED_HELD = 5000
const LONGEST_CELL = 1_000_000
const RECORDS_BETWEEN = 2048

/**
 * The first pass of importStream over bytes: most rows of an export hold nothing that a report speaks of, and their cells need not become
 * texts to be counted. Yields the share of the file that was seen. Null where the table has to be looked through row by row.
 */
export function* lookAtBytes(stream: TableStream, reading: TableReading, start: RunStart): Generator<number, ByteLook | null> {
  const table = openTable(stream.head, reading)
  if (stream.rows === undefined || table === null) return null
  const look = startLook(start, table.facts().scales)
  const layout = makeLayout(table, reading, { start, look })
  if (layout === null) return null
  const rows = stream.rows()
  const glancer = makeGlancer(rows, layout, { start, look })
  const general = { table, look, glance: makeGlance(start, table.facts()), names: table.names() }
  const seen = makeSeen()
  const keys = makeKeySet()
  let record = 0
  for (let at = skipRows(rows, table.skippedRows); at < rows.bytes.length;) {
    const next = rows.meet(at)
    const hash = glancer()
    const taken = hash === 0 ? takeInFull(rows, at, general) : { hash }
    if (taken === 'another header') return null
    if (taken !== 'blank') {
      record += 1
      const first = taken.hash === 0 ? 0 : keys.addRecord(taken.hash, record)
      seen.add(record, at, hash === 0 || first > 0)
      if (first > 0) seen.mark(first)
    }
    at = next
    if (record % RECORDS_BETWEEN === 0) yield at / rows.bytes.length
  }
  yield 1
  const ctx = look.settle(table.facts())
  const again = openTable(stream.head, reading) ?? table
  const recordAt = ({ at, record: as }: SeenRecord) => {
    const cells = rows.readRow(at)
    return cells === null ? null : again.readRow(cells, as)
  }
  return {
    ctx,
    keys,
    records: record,
    all: seen.list,
    recordAt,
    meet: rows.meet,
    makeReader: (own) => makePlainReader({ rows, ids: layout.ids, ctx: own, names: table.names() }),
    others: record - seen.marked(),
  }
}

/** Where the rows of records begin: title lines and the header itself stand before them. */
function skipRows(rows: ByteRows, skipped: number): number {
  let at = rows.start
  for (let left = skipped; left > 0 && at < rows.bytes.length;) {
    if (rows.readRow(at) !== null) left -= 1
    at = rows.meet(at)
  }
  return at
}

function makeLayout(
  table: TableInPieces,
  { versions, fits, scales }: TableReading,
  { start, look }: { start: RunStart; look: FirstLook },
): Layout | null {
  const { source } = start
  if (source.holds !== 'accounts' || source.platform === null || versions !== undefined || fits !== undefined) return null
  if (Object.keys({ ...scales, ...table.facts().scales }).length > 0) return null
  const targets = new Map(source.columns.map(({ headers, target }: ColumnMap) => [headers[0] ?? '', target]))
  const { unseenFrom } = makeGlance(start, table.facts())
  const names = table.names()
  const columns = names.flatMap((name, at) => {
    const need = look.units.needed.indexOf(name)
    const target = targets.get(name)
    const check = (target === undefined ? null : checkOf(target, unseenFrom)) ?? (need < 0 ? null : INPUT_CHECK)
    return check === null ? [] : [{ at, name, check, need, glanced: new Map<string, GlancedCell>(), hasTold: false }]
  })
  // A header that comes again is known by what it cannot be: were most of it fine as a record, it might pass for one.
  const telling = columns.filter(({ name, check }) => !check.glance(name).isFine)
  if (telling.length <= names.length * 0.2) return null
  return { columns, ids: listIds(names, targets, source.platform), width: names.length }
}

function listIds(names: readonly string[], targets: ReadonlyMap<string, Target>, platform: string): IdPlace[] {
  const find = (isWanted: (target: Target) => boolean) =>
    [...targets].flatMap(([name, target]) => (isWanted(target) && names.includes(name) ? [names.indexOf(name)] : []))
  const field = (wanted: 'accountId' | 'handle') => find((target) => target.to === 'identity' && target.field === wanted)
  const links = platform === 'xiaohongshu' ? find(({ to }) => to === 'profileUrl') : []
  const bare = (at: number) => ({ at, isLink: false })
  return [...field('accountId').map(bare), ...links.map((at) => ({ at, isLink: true })), ...field('handle').map(bare)]
}

/** Judges the row met last: the hash of its account when it is a record of which nothing is to be noted, else 0. */
function makeGlancer(rows: ByteRows, { columns, ids, width }: Layout, { start, look }: { start: RunStart; look: FirstLook }) {
  const { bytes, bounds } = rows
  const numbers = look.units.needed.map(() => Number.NaN)
  const haveSign = look.units.needed.map(() => false)
  const closed = { columns: [] as string[] }
  const platform = start.source.platform ?? ''
  const hashStart = startHash(platform)
  const { isErased } = start.options

  const glanceAt = (column: Column): boolean => {
    const from = bounds[column.at * 2] ?? 0
    const to = bounds[column.at * 2 + 1] ?? 0
    const { check, need } = column
    const simple = to === from || check.isFineNumber === null ? Number.NaN : readSimpleBytes(bytes, from, to)
    if (to === from) {
      if (need >= 0) numbers[need] = Number.NaN
      return true
    }
    if (Number.isNaN(simple) || check.isFineNumber === null) return glanceAtText(column, from, to)
    const isPercent = bytes[to - 1] === 0x25
    if (need >= 0) {
      numbers[need] = simple
      haveSign[need] = isPercent
    }
    if (simple > 1 && !isPercent && look.open.has(column.name)) closed.columns.push(column.name)
    return check.isFineNumber(simple, isPercent) && !(check.holdsPrices && simple > 0 && tellsFirst(column))
  }

  const glanceAtText = (column: Column, from: number, to: number): boolean => {
    const text = rows.textOf(from, to)
    const known = column.glanced.get(text)
    const cell = known ?? column.check.glance(text)
    if (known === undefined) {
      if (column.glanced.size >= GLANCED_HELD) column.glanced.clear()
      column.glanced.set(text, cell)
    }
    const { need } = column
    if (need >= 0) {
      numbers[need] = cell.value
      haveSign[need] = cell.isPercent
    }
    if (cell.value > 1 && !cell.isPercent && look.open.has(column.name)) closed.columns.push(column.name)
    return cell.isFine && !(cell.tells && tellsFirst(column))
  }

  const place = { from: 0, to: 0 }
  const hashId = (): number => {
    if (!findPlainId(rows, ids, place)) return 0
    if (isErased !== undefined && isErased(platform, rows.textOf(place.from, place.to))) return 0
    return hashOfBytes(hashStart, bytes, place)
  }

  return (): number => {
    const count = rows.count()
    if (count === 0 || !isFilled(rows, count) || isTooFull(rows, width)) return 0
    closed.columns.length = 0
    const hash = hashId()
    if (hash === 0) return 0
    for (const column of columns) {
      if (column.at >= count) {
        if (column.need >= 0) numbers[column.need] = Number.NaN
      } else if (!glanceAt(column)) return 0
    }
    for (const column of closed.columns) look.open.delete(column)
    look.units.count(numbers, haveSign)
    return hash
  }
}

function tellsFirst(column: Column): boolean {
  const isFirst = !column.hasTold
  column.hasTold = true
  return isFirst
}

/** Whether all is of a length that may be, and some cell begins with a sign that is no space in any alphabet. */
function isFilled({ bytes, bounds }: ByteRows, count: number): boolean {
  const end = bounds[count * 2 - 1] ?? 0
  if (end - (bounds[0] ?? 0) > LONGEST_CELL) return false
  for (let cell = 0; cell < count; cell += 1) {
    const from = bounds[cell * 2] ?? 0
    const code = bytes[from] ?? 0
    if (code > 0x20 && code < 0x80 && from < (bounds[cell * 2 + 1] ?? 0)) return true
  }
  return false
}

/** Whether a cell behind the last column holds something: most often a comma that stands in a cell without quotes, so all behind it moved. */
function isTooFull({ bounds, count }: ByteRows, width: number): boolean {
  for (let cell = width; cell < count(); cell += 1) if ((bounds[cell * 2] ?? 0) < (bounds[cell * 2 + 1] ?? 0)) return true
  return false
}

interface General {
  readonly table: TableInPieces
  readonly look: FirstLook
  readonly glance: ImportContext
  readonly names: readonly string[]
}

function takeInFull(rows: ByteRows, at: number, { table, look, glance, names }: General): { hash: number } | 'blank' | 'another header' {
  const cells = rows.readRow(at)
  if (cells === null) return 'blank'
  const record = table.readRow(cells)
  if (record === null || table.names() !== names) return 'another header'
  look.add(record)
  const found = identifyAccount(record, glance)
  glance.problems.kept.length = 0
  return { hash: found === null ? 0 : hashOf(found.platform, found.id) }
}

/** Where each record begins and which are marked, in blocks that grow. */
function makeSeen() {
  let starts = new Uint32Array(1 << 12)
  let marks = new Uint8Array(1 << 12)
  const state = { records: 0, marked: 0 }
  const mark = (record: number) => {
    if (marks[record] === 0) state.marked += 1
    marks[record] = 1
  }
  return {
    add: (record: number, at: number, isMarked: boolean) => {
      if (record >= starts.length) {
        const old = { starts, marks }
        starts = new Uint32Array(old.starts.length * 2)
        starts.set(old.starts)
        marks = new Uint8Array(starts.length)
        marks.set(old.marks)
      }
      starts[record] = at
      state.records = record
      if (isMarked) mark(record)
    },
    mark,
    marked: () => state.marked,
    list: function* list(): Generator<SeenRecord> {
      for (let record = 1; record <= state.records; record += 1) yield { record, at: starts[record] ?? 0, isMarked: marks[record] === 1 }
    },
  }
}
