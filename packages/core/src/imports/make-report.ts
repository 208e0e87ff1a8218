import { writeNote } from './describe-note.ts'
import { isRejectHeader } from './reject-headers.ts'
import type { ImportContext } from './record-view.ts'
import type { RunStart, Sink } from './import-run.ts'
import type { ImportReport } from './schema.ts'

/** How many things were given away before the end: they are not in the sink any more. */
export interface Given {
  readonly accounts: number
  readonly posts: number
}

/** The report of a file whose records were all taken. */
export function makeReport(
  { file, confidence }: RunStart,
  { ctx, sink, given = { accounts: 0, posts: 0 } }: { ctx: ImportContext; sink: Sink; given?: Given },
): ImportReport {
  const known = new Set(ctx.source.columns.map(({ headers }) => headers[0]))
  const inFormulas = new Set(ctx.source.formulas.flatMap(({ inputs }) => inputs))
  const isKnown = (column: string) => known.has(column) || inFormulas.has(column) || isRejectHeader(column)
  const unmapped = ctx.reading.columns.filter((column) => !isKnown(column))
  const accepted = { accounts: sink.accounts.things.size + given.accounts, posts: sink.posts.things.size + given.posts }
  const { holds } = ctx.source
  const main = sink[holds]
  const rest = { posts: given.posts, accounts: holds === 'accounts' ? given.accounts : 0 }
  return {
    file: file.name,
    source: { id: ctx.source.id, confidence },
    encoding: file.encoding,
    records: sink.records,
    accepted: {
      ...accepted,
      comments: sink.comments.things.size,
      orders: 0,
      ...(holds === 'series' ? { series: sink.series.things.size } : {}),
    },
    duplicates: main.duplicates,
    rejected: sink.rejected,
    problems: ctx.problems.kept,
    observations: main.observations + (holds === 'accounts' ? sink.posts.observations : 0) + rest.posts + rest.accounts,
    units: [...ctx.units.values()],
    unmapped,
    notes: [...ctx.notes, ...noteUnlisted(ctx.problems), ...(hasLostPrices(accepted, sink) ? noteLostPrices(unmapped) : [])],
  }
}

function noteUnlisted({ kept, unlisted }: ImportContext['problems']): string[] {
  return unlisted === 0 ? [] : [writeNote('problems.unlisted', { listed: kept.length, more: unlisted })]
}

const PRICE_HEADER = /价|报价|费用|price|cost/i

const hasLostPrices = ({ accounts }: { accounts: number }, sink: Sink) => accounts > 0 && !sink.hasQuotes

// A list that was sent for its prices and whose price column has a name of its own must not pass as one without prices.
function noteLostPrices(unmapped: readonly string[]): string[] {
  const lost = unmapped.filter((column) => PRICE_HEADER.test(column))
  if (lost.length === 0) return []
  return [writeNote('prices.lost', { columns: lost.join(', ') })]
}
