import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  describeImportRefusal,
  firstUnseenDay,
  importRecords,
  mappingSchema,
  SOURCES,
  type ImportedFile,
  type Mapping,
} from '@kolibra/core/imports'
import { say, shanghaiDay, type Language, type Localized, type Refusal } from '@kolibra/core/shared'
import { describeReadRefusal, readExport, readExportFile, STREAM_LIMITS } from '@kolibra/files/read'
import { printJson, readFormat } from '../answer-format.ts'
import { UsageError, type Command, type ExitCode, type Io } from '../command.ts'
import { importLarge } from '../import-large.ts'
import type { WrittenFile } from '../line-files.ts'
import { mergeImports } from '../merge-imports.ts'
import { readDay } from '../read-day.ts'
import { readLanguage } from '../read-language.ts'
import { readYaml } from '../read-yaml.ts'
import { hasUndated, renderImport, type ReportedFile } from '../render-import.ts'
import { findOlderFiles, openImportWriter, writeImports } from '../write-imports.ts'
import { USAGE } from './usage-words.ts'

const HELP = `kolibra import FILE… [--source auto|ID] [--out DIR] [--dry-run] [--observed-on DAY] [--mapping FILE]
                     [--format pretty|json] [--lang en|zh]

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
  --lang             en (default) or zh, for pretty and for why a file is refused

Examples:
  npx kolibra import examples/exports/xingtu-search.json --dry-run
  npx kolibra import examples/exports/pugongying-creators.csv examples/exports/agency-list.csv --dry-run --format json

Exit codes: 0 all records taken, 1 a record was rejected or a unit contradicted, 2 a file cannot be read or recognised.
`

interface Options {
  readonly source: string
  readonly saidObservedOn: string | null
  readonly mapping: Mapping | null
  readonly today: string
  readonly language: Language
}

/** Files that were understood, and how they are written. */
interface Understood {
  readonly files: readonly ReportedFile[]
  readonly write: (folder: string) => WrittenFile[]
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
      lang: { type: 'string', default: 'en' },
    },
  })
  const { source, out } = values
  const format = readFormat(values.format)
  const language = readLanguage(values.lang)
  if (source !== 'auto' && !SOURCES.some(({ id }) => id === source)) {
    throw new UsageError(
      USAGE.importSource(
        source,
        SOURCES.map(({ id }) => id),
      ),
    )
  }
  if (out === '') throw new UsageError(USAGE.outEmpty)
  if (positionals.length === 0) throw new UsageError(USAGE.importFile)
  const said = values['observed-on']
  const mapping = values.mapping === undefined ? null : await readYaml(values.mapping, mappingSchema, io)
  const saidObservedOn = said === undefined ? null : readDay(said, '--observed-on')
  const today = shanghaiDay(io.now())
  if (saidObservedOn !== null && saidObservedOn >= firstUnseenDay(today))
    throw new UsageError(
      say(
        `--observed-on ${saidObservedOn} lies in the future; today is ${today} in Shanghai.`,
        `--observed-on ${saidObservedOn} 尚未到来；上海今天是 ${today}。`,
      ),
    )
  const options = { source, saidObservedOn, mapping, today, language }
  const understood = (await importOneLarge(positionals, options, io)) ?? (await importAll(positionals, options, io))
  if (understood === null) return 2
  if (!values['dry-run']) writeAll(out, understood, io)
  const { files } = understood
  const reports = files.map(({ report }) => report)
  if (format === 'json') printJson(io, { files: reports })
  else io.out(renderImport(files, language))
  const hasFinding = reports.some(({ rejected, units }) => rejected > 0 || units.some(({ state }) => state === 'contradicted'))
  return hasFinding ? 1 : 0
}

/** One large csv is not held; null for anything else, and for what only the reader that holds a file can refuse. */
async function importOneLarge([path, ...more]: readonly string[], options: Options, io: Io): Promise<Understood | null> {
  if (path === undefined || path === '-' || more.length > 0) return null
  const bytes = await readLarge(resolve(io.cwd, path))
  const large = bytes === null ? null : importLarge(bytes, basename(path), optionsOf(bytes, options))
  if (large === null || !large.ok) return null
  const { report, writeTo } = large.value
  const write = (folder: string) => {
    const writer = openImportWriter(folder)
    try {
      writeTo(writer)
      return writer.finish([report])
    } catch (error) {
      writer.drop()
      throw error
    }
  }
  return { files: [large.value], write }
}

/** The bytes of a file that may be read in pieces, as far as its size says. */
async function readLarge(place: string): Promise<Uint8Array | null> {
  const facts = await stat(place).catch(() => null)
  const { fromBytes, fileBytes } = STREAM_LIMITS
  if (facts?.isFile() !== true || facts.size < fromBytes || facts.size > fileBytes) return null
  return readFile(place).catch(() => null)
}

/** Every file understood, or null when one was not: each that was not is named on stderr. */
async function importAll(paths: readonly string[], options: Options, io: Io): Promise<Understood | null> {
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
  if (!isReadable) return null
  return {
    files: files.map((file) => ({ report: file.report, isUndated: hasUndated(file) })),
    write: (folder) => writeImports(folder, files, mergeImports(files)),
  }
}

const nameOf = (path: string) => (path === '-' ? 'standard input' : basename(path))

/** Readers know a file by its name only; the person gave a path. */
function namePath(why: string, path: string): string {
  const name = nameOf(path)
  return why.includes(name) ? why.replace(name, () => (path === '-' ? name : path)) : `${path}: ${why}`
}

type ReadOne = { readonly ok: true; readonly file: ImportedFile; readonly importId: string } | { readonly ok: false; readonly why: string }

async function importOne(path: string, said: Options, io: Io): Promise<ReadOne> {
  const place = resolve(io.cwd, path)
  const piped = path === '-' ? await io.readStdin() : null
  const read = piped === null ? await readExportFile(place) : await readExport(piped, { name: nameOf(path) })
  if (!read.ok) return { ok: false, why: describe(read.refusals, describeReadRefusal, said.language) }
  const options = optionsOf(piped ?? (await readFile(place)), said)
  const imported = importRecords(read.value, options)
  if (!imported.ok) return { ok: false, why: describe(imported.refusals, adviseImport, said.language) }
  return { ok: true, file: imported.value, importId: options.importId }
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

function optionsOf(bytes: Uint8Array, { source, saidObservedOn, mapping, today }: Options) {
  return {
    source,
    today,
    importId: `sha256:${sha256(bytes)}`,
    sha256,
    ...(saidObservedOn === null ? {} : { saidObservedOn }),
    ...(mapping === null ? {} : { mapping }),
  }
}

/** What a refusal says, and with what option of this command it is put right. */
function adviseImport(refusal: Refusal): Localized {
  const { en, zh } = describeImportRefusal(refusal)
  if (refusal.code !== 'import.unknown_table') return { en, zh }
  return {
    en: `${en} --mapping FILE says what the columns hold (docs/imports.md); --source ID names a known export.`,
    zh: `${zh}可用 --mapping FILE 说明各列含义（docs/imports.md），或用 --source ID 指定已知的导出类型。`,
  }
}

function describe<R>(refusals: readonly R[], tell: (refusal: R) => Localized, language: Language): string {
  return refusals.map((refusal) => tell(refusal)[language]).join(language === 'zh' ? '' : ' ')
}

function writeAll(out: string, { write }: Understood, io: Io): void {
  const folder = resolve(io.cwd, out)
  const written = write(folder)
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
