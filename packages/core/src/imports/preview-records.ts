import { completeAccount } from './account-draft.ts'
import type { Account } from './account-schema.ts'
import { blankContacts } from './blank-contacts.ts'
import type { DecodedFile } from './decoded-file.ts'
import { startLook, type ImportOptions } from './import-run.ts'
import { chooseMapped } from './mapping/choose-mapped.ts'
import { normaliseAccount } from './normalise-account.ts'
import { normalisePost } from './normalise-post.ts'
import { listUsable } from './record-view.ts'
import { sampleFile } from './sample-file.ts'
import { stepThrough, within, type Steps } from './steps.ts'
import { normaliseSeries } from './normalise-series.ts'
import type { Post, SeriesPoint, UnitProof } from './schema.ts'
import type { RecordFault } from './source.ts'

/** A row as it came, and what is understood of it: an account, a post, numbers of a day, or why it is rejected. Contact data is blank. */
export interface PreviewRow {
  readonly record: number
  readonly original: Readonly<Record<string, unknown>>
  readonly account: Account | null
  readonly post: Post | null
  readonly series: readonly SeriesPoint[] | null
  readonly fault: RecordFault | null
}

/**
 * The first `count` rows of a file beside their meaning. `units` are the proofs of the whole file: what it contradicts is left out here
 * too. Empty when the file is of no source. In steps.
 */
export function* previewRecords(
  file: DecodedFile,
  options: ImportOptions,
  { count, units }: { readonly count: number; readonly units: readonly UnitProof[] },
): Steps<PreviewRow[]> {
  const chosen = chooseMapped(yield* within(sampleFile(file), [0, 0]), options)
  if (!chosen.ok) return []
  const start = { file, options, ...chosen.value }
  const { records, ...facts } = yield* within(start.source.read(file), [0, 0.5])
  const look = startLook(start, facts.scales)
  yield* stepThrough(records, look.add, [0.5, 1])
  const proofs = new Map(units.map((unit) => [unit.column, unit]))
  const ctx = { ...look.settle(facts), units: proofs, usable: listUsable(start.source, facts.columns, proofs) }
  return records.slice(0, count).map((record) => {
    const row = {
      record: record.record,
      original: blankContacts(record.cells, start.source.columns),
      account: null,
      post: null,
      series: null,
      fault: null,
    }
    // Comments are kept under a hash of their author: they are not shown row by row.
    if (start.source.holds === 'comments') return row
    if (start.source.holds === 'series') {
      const taken = normaliseSeries(record, ctx)
      return 'fault' in taken ? { ...row, fault: taken.fault } : { ...row, series: taken.points }
    }
    if (start.source.holds === 'posts') {
      const taken = normalisePost(record, ctx)
      return 'fault' in taken ? { ...row, fault: taken.fault } : { ...row, post: taken.post }
    }
    const taken = normaliseAccount(record, ctx)
    return 'fault' in taken ? { ...row, fault: taken.fault } : { ...row, account: completeAccount(taken.account) }
  })
}
