import { harmlessCell } from '@kolibra/core/shared'
import { writeXlsxStream } from 'hucre/xlsx'

/** How the cells of a column are written; a text that could run as a formula is made harmless, whatever the column. */
export type SheetFormat = 'text' | 'money' | 'share' | 'whole' | 'moment'

/** A sheet that is written while its rows come; `name` is the name of the tab. */
export interface SheetPlan {
  readonly name: string
  readonly columns: readonly { readonly header: string; readonly format: SheetFormat }[]
}

type SheetCell = string | number | Date | null

const FORMATS = { money: '#,##0.00', share: '0.0%', whole: '#,##0', moment: 'yyyy-mm-dd hh:mm' } as const
const WIDTHS = { text: 20, money: 14, share: 10, whole: 14, moment: 17 } as const

/**
 * A workbook of one sheet as a stream of bytes; memory does not grow with the rows. Numbers, shares and moments are cells of their kind
 * (moments in Shanghai time, which a sheet cannot say itself), unknown (null) is an empty cell.
 */
export async function* writeSheet(
  { name, columns }: SheetPlan,
  rows: AsyncIterable<readonly (string | number | null)[]>,
): AsyncGenerator<Uint8Array> {
  const formats = columns.map(({ format }) => format)
  async function* listRows(): AsyncGenerator<SheetCell[]> {
    for await (const row of rows) yield row.map((cell, place) => toCell(formats[place] ?? 'text', cell))
  }
  const stream = writeXlsxStream(listRows(), {
    name,
    freezePane: { rows: 1, columns: 1 },
    columns: columns.map(({ header, format }) => ({
      header: harmlessCell(header),
      width: WIDTHS[format],
      ...(format === 'text' ? {} : { numFmt: FORMATS[format] }),
    })),
  })
  yield* stream
}

function toCell(format: SheetFormat, cell: string | number | null): SheetCell {
  if (cell === null) return null
  if (format === 'money') return Number(cell)
  if (typeof cell === 'number') return cell
  return (format === 'moment' ? readMoment(cell) : null) ?? harmlessCell(cell)
}

const SHANGHAI_MS = 8 * 3_600_000

/** The wall clock in Shanghai; a day without a time stays that day. Null when it is no moment. */
function readMoment(text: string): Date | null {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) return null
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? ms : ms + SHANGHAI_MS)
}
