import { cleanText, readNumber } from './parse-number.ts'
import type { ImportContext, MappedCell } from './record-view.ts'
import type { RecordFault } from './source.ts'

const SHORTENED = /[万wk千亿+]/i

/**
 * A count to its last digit, null where the cell says none, or why it is no such count. One day's growth is the difference of two counts:
 * read from rounded ones it would be nothing for days and then a jump that never was.
 */
export function readExactCount({ column, cell }: MappedCell, ctx: ImportContext): { value: number | null } | { fault: RecordFault } {
  const read = readNumber(cell)
  const refuse = (code: string) => ({ fault: { code, column, value: cleanText(cell).slice(0, 200) } })
  if (read.kind === 'missing') return { value: null }
  if (read.kind === 'unparsable') return refuse('number.unparsable')
  if (read.kind === 'range' || SHORTENED.test(cleanText(cell)) || (ctx.reading.scales[column] ?? 1) !== 1) return refuse('number.rounded')
  if (read.isPercent || read.value < 0 || !Number.isSafeInteger(read.value)) return refuse('number.not_a_count')
  return { value: read.value }
}
