import { accept, refuse, type Outcome, type Refusal } from '../shared/index.ts'
import { chooseMapped } from './mapping/choose-mapped.ts'
import type { DecodedFile } from './decoded-file.ts'
import { startLook, startSink, takeRecord, type ImportOptions } from './import-run.ts'
import { makeReport } from './make-report.ts'
import { sampleFile } from './sample-file.ts'
import type { ImportedFile } from './schema.ts'
import { runSteps, stepThrough, within, type Steps } from './steps.ts'

/**
 * Understands a decoded file: recognise → read → map → prove units → normalise. Refuses the whole file with `import.unknown_source`,
 * `import.unknown_table`, `import.wrong_source` or `import.no_records`; a bad record is rejected alone and a bad column reported alone.
 */
export const importRecords = (file: DecodedFile, options: ImportOptions): Outcome<ImportedFile, Refusal> =>
  runSteps(importInSteps(file, options))

const READ_SHARE = 0.2
const LOOKED_SHARE = 0.4

/** The same in steps. */
export function* importInSteps(file: DecodedFile, options: ImportOptions): Steps<Outcome<ImportedFile, Refusal>> {
  const chosen = chooseMapped(yield* within(sampleFile(file), [0, 0]), options)
  if (!chosen.ok) return chosen
  const start = { file, options, ...chosen.value }
  const { records, ...facts } = yield* within(start.source.read(file), [0, READ_SHARE])
  if (records.length === 0) return refuse({ code: 'import.no_records', name: file.name, source: start.source.id })
  const look = startLook(start, facts.scales)
  yield* stepThrough(records, look.add, [READ_SHARE, LOOKED_SHARE])
  const ctx = look.settle(facts)
  const sink = startSink()
  yield* stepThrough(records, (record) => takeRecord(record, ctx, sink), [LOOKED_SHARE, 1])
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
