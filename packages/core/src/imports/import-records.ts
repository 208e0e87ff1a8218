import { accept, refuse, type Outcome, type Refusal } from '../shared/index.ts'
import { chooseMapped } from './mapping/choose-mapped.ts'
import type { DecodedFile } from './decoded-file.ts'
import { startLook, startSink, takeRecord, type ImportOptions } from './import-run.ts'
import { makeReport } from './make-report.ts'
import type { ImportedFile } from './schema.ts'

/**
 * Understands a decoded file: recognise → read → map → prove units → normalise. Refuses the whole file with `import.unknown_source`,
 * `import.unknown_table`, `import.wrong_source` or `import.no_records`; a bad record is rejected alone and a bad column reported alone.
 */
export function importRecords(file: DecodedFile, options: ImportOptions): Outcome<ImportedFile, Refusal> {
  const chosen = chooseMapped(file, options)
  if (!chosen.ok) return chosen
  const start = { file, options, ...chosen.value }
  const { records, ...facts } = start.source.read(file)
  if (records.length === 0) return refuse({ code: 'import.no_records', name: file.name, source: start.source.id })
  const look = startLook(start, facts.scales)
  for (const record of records) look.add(record)
  const ctx = look.settle(facts)
  const sink = startSink()
  for (const record of records) takeRecord(record, ctx, sink)
  return accept({
    report: makeReport(start, { ctx, sink }),
    accounts: [...sink.accounts.things.values()],
    posts: [...sink.posts.things.values()],
    comments: [...sink.comments.things.values()],
    orders: [],
    series: [...sink.series.things.values()].flat(),
    rejects: sink.rejects,
  })
}
