import {
  describeProblem,
  pickRows,
  pickStreamedRows,
  REJECT_HEADERS,
  type Cell,
  type ImportOptions,
  type PickedRow,
} from '@kolibra/core/imports'
import { writeCsv } from '@kolibra/files/csv'
import { setImmediate as pause } from 'node:timers/promises'
import { takeSteps } from './read-watch.ts'
import { decode, readRecords, streamUpload, type ReadImport, type Upload } from './read-records.ts'

export type RejectLanguage = 'en' | 'zh'

/** What is wrong with one record. */
interface Trouble {
  readonly isRejected: boolean
  readonly faults: { readonly code: string; readonly column: string | null }[]
}

/**
 * The records of a file that were not taken, or not with all their cells, as a CSV: the original cells in the file's own order, then why.
 * Read anew from the kept bytes, so that it says what stands in them now.
 */
export async function presentRejects(upload: Upload, contentHash: string, language: RejectLanguage): Promise<string> {
  const stream = streamUpload(upload)
  const decoded = stream === null ? (upload.decoded ?? (await decode(upload))) : undefined
  const read = await readRecords({ ...upload, decoded }, contentHash)
  const troubles = listTroubles(read)
  const options: ImportOptions = { source: upload.source, mapping: upload.mapping, importId: '' }
  const wanted = new Set(troubles.keys())
  if (decoded !== undefined) return writeRejects(await takeSteps(pickRows(decoded, options, wanted)), troubles, language)
  const rows: PickedRow[] = []
  if (stream !== null)
    for (const picked of pickStreamedRows(stream, options, wanted)) {
      rows.push(...picked)
      await pause()
    }
  return writeRejects(rows, troubles, language)
}

function listTroubles({ report, rejects }: ReadImport): Map<number, Trouble> {
  const troubles = new Map<number, Trouble>()
  for (const { record, code, column } of rejects) troubles.set(record, { isRejected: true, faults: [{ code, column }] })
  for (const { record, code, column } of report.problems) {
    const trouble = troubles.get(record) ?? { isRejected: false, faults: [] }
    troubles.set(record, trouble)
    if (!trouble.faults.some((fault) => fault.code === code && fault.column === column)) trouble.faults.push({ code, column })
  }
  return troubles
}

const TAKEN = {
  rejected: { en: 'no', zh: '未采用' },
  partly: { en: 'yes, without this cell', zh: '已采用，不含此单元格' },
} as const

function writeRejects(rows: readonly PickedRow[], troubles: ReadonlyMap<number, Trouble>, language: RejectLanguage): string {
  const layout = layOut(rows)
  const lines = rows.map(({ record, cells, headerOf }) => {
    const { isRejected, faults } = troubles.get(record) ?? { isRejected: true, faults: [] }
    const line: Cell[] = Array.from({ length: layout.header.length }, () => null)
    // Who was erased is in no file that leaves, not even as a reject.
    if (!faults.some(({ code }) => code === 'id.erased'))
      for (const [at, [, cell]] of cells.entries()) line[layout.placeOf(cells, at)] = cell
    const join = (texts: readonly string[]) => [...new Set(texts)].join(language === 'zh' ? '；' : '; ')
    return [
      ...line,
      join(faults.map(({ code }) => describeProblem(code)[language])),
      TAKEN[isRejected ? 'rejected' : 'partly'][language],
      join(faults.map(({ code }) => code)),
      join(faults.flatMap(({ column }) => (column === null ? [] : [headerOf(column)]))),
      record,
    ]
  })
  return writeCsv([...layout.header, ...REJECT_HEADERS.map((header) => header[language])], lines)
}

// Several sheets may have headers of their own, and one header may stand in a sheet twice: the second is another column.
function layOut(rows: readonly PickedRow[]) {
  const header: string[] = []
  const places = new Map<string, number>()
  const placeOf = (cells: PickedRow['cells'], at: number) => {
    const name = cells[at]?.[0] ?? ''
    const key = `${cells.slice(0, at).filter(([other]) => other === name).length} ${name}`
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, header.push(name) - 1)
    return header.length - 1
  }
  for (const { cells } of rows) cells.forEach((_, at) => placeOf(cells, at))
  return { header, placeOf }
}
