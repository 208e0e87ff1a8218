import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Cell, ImportedFile, ImportReport, Reject } from '@kolibra/core/imports'
import { writeCsv, writeCsvRows } from '@kolibra/files/csv'
import { openLineFiles, type LineFiles, type WrittenFile } from './line-files.ts'
import type { MergedImports } from './merge-imports.ts'

/** The lists an import leaves, each in a file of its own. */
const LISTS = ['accounts', 'posts', 'comments', 'orders', 'series'] as const
const REJECTS = 'rejects.csv'

/** What several files say together, or a part of it. */
export type ImportPart = Partial<MergedImports>

/** Where an import is written to, in as many parts as it comes in. */
export interface ImportWriter {
  readonly add: (part: ImportPart) => void
  /** `columns` are those of the original rows; the same in every call. */
  readonly addRejects: (fileName: string, rejects: readonly Reject[], columns: readonly string[]) => void
  /** Puts everything in its place. Rejects of an earlier import go: they would read as those of this one. */
  readonly finish: (reports: readonly ImportReport[]) => WrittenFile[]
  readonly drop: () => void
}

/**
 * Writes `accounts.jsonl`, `posts.jsonl`, `comments.jsonl`, `orders.jsonl`, `series.jsonl`, `rejects.csv` (those that hold something) and `report.json`
 * into `folder`. All are written beside their place first and then renamed: a full disk or a killed process leaves no half file.
 * A folder that cannot be written: UsageError.
 */
export function openImportWriter(folder: string): ImportWriter {
  const files = openLineFiles(folder)
  const state = { hasRejects: false }
  return {
    drop: files.drop,
    add: (part) => {
      for (const list of LISTS) files.add(`${list}.jsonl`, linesOf(part[list] ?? []))
    },
    addRejects: (fileName, rejects, columns) => {
      if (rejects.length === 0) return
      if (!state.hasRejects) files.addText(REJECTS, writeCsv(['file', 'record', 'reason', 'column', ...columns], []))
      state.hasRejects = true
      files.add(REJECTS, rejectLines(fileName, rejects, columns))
    },
    finish: (reports) => finish(folder, { files, reports, hasRejects: state.hasRejects }),
  }
}

function finish(
  folder: string,
  { files, reports, hasRejects }: { files: LineFiles; reports: readonly ImportReport[]; hasRejects: boolean },
): WrittenFile[] {
  files.addText('report.json', `${JSON.stringify({ files: reports }, null, 2)}\n`)
  const written = files.keep()
  if (!hasRejects) rmSync(join(folder, REJECTS), { force: true })
  return written.map((file) => (file.name === 'report.json' ? { ...file, records: reports.length } : file))
}

/** All of an import that is held. */
export function writeImports(folder: string, files: readonly ImportedFile[], merged: MergedImports): WrittenFile[] {
  const writer = openImportWriter(folder)
  writer.add(merged)
  const columns = columnsOf(files.flatMap(({ rejects }) => rejects))
  for (const { report, rejects } of files) writer.addRejects(report.file, rejects, columns)
  return writer.finish(files.map(({ report }) => report))
}

/** The columns of the rows that were rejected. */
export function columnsOf(rejects: Iterable<Reject>): string[] {
  const columns = new Set<string>()
  for (const { original } of rejects) for (const key of Object.keys(original)) columns.add(key)
  return [...columns]
}

/** Names of files an import may leave in `folder` that stand there now and that this one did not write. */
export function findOlderFiles(folder: string, written: readonly WrittenFile[]): string[] {
  const names = LISTS.map((list) => `${list}.jsonl`)
  return names.filter((name) => written.every((file) => file.name !== name) && existsSync(join(folder, name)))
}

function* linesOf(things: readonly unknown[]): Generator<string> {
  for (const thing of things) yield `${JSON.stringify(thing)}\n`
}

function* rejectLines(fileName: string, rejects: readonly Reject[], columns: readonly string[]): Generator<string> {
  for (const { record, code, column, original } of rejects) {
    const row = [fileName, record, code, column, ...columns.map((key) => toCell(original[key]))]
    yield writeCsvRows([row])
  }
}

function toCell(value: unknown): Cell {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return JSON.stringify(value)
}
