import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  describeImportRefusal,
  importRecords,
  mappingSchema,
  SOURCES,
  type DecodedFile,
  type ImportedFile,
  type Mapping,
} from '@kolibra/core/imports'
import { accept, type Outcome } from '@kolibra/core/shared'
import { describeReadRefusal, readExport, readExportFile } from '@kolibra/files/read'
import { printJson, readFormat } from '../answer-format.ts'
import { UsageError, type Command, type ExitCode, type Io } from '../command.ts'
import { mergeImports } from '../merge-imports.ts'
import { readDay } from '../read-day.ts'
import { readYaml } from '../read-yaml.ts'
import { renderImport } from '../render-import.ts'
import { findOlderFiles, writeImports } from '../write-imports.ts'

const HELP = `kolibra import FILE… [--source auto|ID] [--out DIR] [--dry-run] [--observed-on DAY] [--mapping FILE] [--format pretty|json]

  Reads exports into accounts.jsonl, posts.jsonl, comments.jsonl, orders.jsonl and series.jsonl, with a report of what was understood.
  Units are proved by arithmetic on the file; what contradicts is kept raw and never used. Unknown stays unknown.
  Several files are written together: one that cannot be read stops the writing of all. "-" reads standard input.

  --source ID        take the file for this source instead of recognising it:
${SOURCES.map(({ id, title }) => `                       ${id.padEnd(32)} ${title.en}\n`).join('')}  --out DIR          where to write; ./kolibra-import by default
  --dry-run          report only, write nothing
  --observed-on DAY  the day the numbers are of, when neither the rows nor the file's name say it
  --mapping FILE     a mapping of columns (yaml or json, schemas/mapping.schema.json) for a table that no source knows, or for the
                     columns that a known one leaves over
  --format           pretty (default) or json

Examples:
  npx kolibra import examples/exports/xingtu-search.json --dry-run
  npx kolibra import examples/exports/pugongying-creators.csv examples/exports/agency-list.csv --dry-run --format json

Exit codes: 0 all records taken, 1 a record was rejected or a unit contradicted, 2 a file cannot be read or recognised.
`

interface Options {
  readonly source: string
  readonly saidObservedOn: string | null
  readonly mapping: Mapping | null
}

interface InputFile {
  readonly decoded: DecodedFile
  readonly importId: string
}

async function runImport(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      source: { type: 'string', default: 'auto' },
      out: { type: 'string', default: 'kolibra-import' },
      'dry-run': { type: 'boolean', default: false },
      'observed-on': { type: 'string' },
      mapping: { type: 'string' },
      format: { type: 'string', default: 'pretty' },
    },
  })
  const { source, out } = values
  const format = readFormat(values.format)
  if (source !== 'auto' && !SOURCES.some(({ id }) => id === source)) {
    throw new UsageError(`--source is auto or one of ${SOURCES.map(({ id }) => id).join(', ')}, not "${source}".`)
  }
  if (out === '') throw new UsageError('--out is the name of a folder, and it is empty.')
  if (positionals.length === 0) throw new UsageError('name at least one file, or - for standard input.')
  const said = values['observed-on']
  const mapping = values.mapping === undefined ? null : await readYaml(values.mapping, mappingSchema, io)
  const saidObservedOn = said === undefined ? null : readDay(said, '--observed-on')
  const files = await importAll(positionals, { source, saidObservedOn, mapping }, io)
  if (files === null) return 2
  if (!values['dry-run']) await writeAll(out, files, io)
  const reports = files.map(({ report }) => report)
  if (format === 'json') printJson(io, { files: reports })
  else io.out(renderImport(files, titleOf))
  const hasFinding = reports.some(({ rejected, units }) => rejected > 0 || units.some(({ state }) => state === 'contradicted'))
  return hasFinding ? 1 : 0
}

const titleOf = (sourceId: string) => SOURCES.find(({ id }) => id === sourceId)?.title.en ?? sourceId

/** Every file understood, or null when one was not: each that was not is named on stderr. */
async function importAll(paths: readonly string[], options: Options, io: Io): Promise<ImportedFile[] | null> {
  const files: ImportedFile[] = []
  const pathOf = new Map<string, string>()
  let isReadable = true
  for (const path of paths) {
    const read = await importOne(path, options, io)
    if (!read.ok) {
      isReadable = false
      io.note(`kolibra import: ${namePath(read.why, path)}\n`)
      continue
    }
    const earlier = pathOf.get(read.importId)
    if (earlier === undefined) files.push(read.file)
    else io.note(`${path}: the same bytes as ${earlier}; taken once.\n`)
    pathOf.set(read.importId, earlier ?? path)
  }
  if (!isReadable && paths.length > 1) io.note('Nothing was written.\n')
  return isReadable ? files : null
}

const nameOf = (path: string) => (path === '-' ? 'standard input' : basename(path))

/** Readers know a file by its name only; the person gave a path. */
function namePath(why: string, path: string): string {
  const name = nameOf(path)
  return why.includes(name) ? why.replace(name, () => (path === '-' ? name : path)) : `${path}: ${why}`
}

type ReadOne = { readonly ok: true; readonly file: ImportedFile; readonly importId: string } | { readonly ok: false; readonly why: string }

async function importOne(path: string, { source, saidObservedOn, mapping }: Options, io: Io): Promise<ReadOne> {
  const input = await readInput(path, io)
  if (!input.ok) return { ok: false, why: describe(input.refusals, describeReadRefusal) }
  const { decoded, importId } = input.value
  const options = { source, importId, sha256: hashText, saidObservedOn: saidObservedOn ?? undefined, mapping: mapping ?? undefined }
  const imported = importRecords(decoded, options)
  if (!imported.ok) return { ok: false, why: describe(imported.refusals, describeImportRefusal) }
  return { ok: true, file: imported.value, importId }
}

const hashText = (text: string) => createHash('sha256').update(text).digest('hex')

async function readInput(path: string, io: Io): Promise<Outcome<InputFile>> {
  const place = isAbsolute(path) ? path : join(io.cwd, path)
  const piped = path === '-' ? await io.readStdin() : null
  const read = piped === null ? await readExportFile(place) : await readExport(piped, { name: nameOf(path) })
  if (!read.ok) return read
  const bytes = piped ?? (await readFile(place))
  return accept({ decoded: read.value, importId: `sha256:${createHash('sha256').update(bytes).digest('hex')}` })
}

function describe<R>(refusals: readonly R[], tell: (refusal: R) => { readonly en: string }): string {
  return refusals.map((refusal) => tell(refusal).en).join(' ')
}

async function writeAll(out: string, files: readonly ImportedFile[], io: Io): Promise<void> {
  const folder = isAbsolute(out) ? out : join(io.cwd, out)
  const written = await writeImports(folder, files, mergeImports(files))
  for (const { name, records } of written) io.note(`wrote ${join(out, name)} (${records})\n`)
  for (const name of findOlderFiles(folder, written)) io.note(`${join(out, name)} is of an earlier import; it was left as it is.\n`)
}

/** `kolibra import`: exports into normalised lines, with a report that proves or refuses. */
export const importCommand: Command = {
  name: 'import',
  summary: 'read exports into accounts, posts, comments and orders; units proved',
  help: HELP,
  run: runImport,
}
