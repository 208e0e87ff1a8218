import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Cell, ImportedFile } from '@kolibra/core/imports'
import { writeCsv } from '@kolibra/files/csv'
import { UsageError } from './command.ts'
import type { MergedImports } from './merge-imports.ts'

/** A file that was written and how many records it holds. */
export interface WrittenFile {
  readonly name: string
  readonly records: number
}

/**
 * Writes `accounts.jsonl`, `posts.jsonl`, `comments.jsonl`, `orders.jsonl`, `series.jsonl`, `rejects.csv` (those that hold something) and `report.json`
 * into `folder`. All are written beside their place first and then renamed: a full disk or a killed process leaves no half file.
 * A folder that cannot be written: UsageError.
 */
export async function writeImports(folder: string, files: readonly ImportedFile[], merged: MergedImports): Promise<WrittenFile[]> {
  const rejects = files.reduce((sum, file) => sum + file.rejects.length, 0)
  const contents = [
    { name: 'accounts.jsonl', records: merged.accounts.length, text: formatLines(merged.accounts) },
    { name: 'posts.jsonl', records: merged.posts.length, text: formatLines(merged.posts) },
    { name: 'comments.jsonl', records: merged.comments.length, text: formatLines(merged.comments) },
    { name: 'orders.jsonl', records: merged.orders.length, text: formatLines(merged.orders) },
    { name: 'series.jsonl', records: merged.series.length, text: formatLines(merged.series) },
    { name: 'rejects.csv', records: rejects, text: formatRejects(files) },
    { name: 'report.json', records: files.length, text: `${JSON.stringify({ files: files.map(({ report }) => report) }, null, 2)}\n` },
  ].filter(({ records }) => records > 0)
  try {
    await replaceAll(folder, contents)
    // Rejects of an earlier import would read as rejects of this one.
    if (rejects === 0) await rm(join(folder, 'rejects.csv'), { force: true })
  } catch (error) {
    throw new UsageError(`cannot write into "${folder}" (${(error as NodeJS.ErrnoException).code ?? String(error)}); choose another --out.`)
  }
  return contents.map(({ name, records }) => ({ name, records }))
}

/** Names of files an import may leave in `folder` that stand there now and that this one did not write. */
export function findOlderFiles(folder: string, written: readonly WrittenFile[]): string[] {
  const names = ['accounts.jsonl', 'posts.jsonl', 'comments.jsonl', 'orders.jsonl', 'series.jsonl']
  return names.filter((name) => written.every((file) => file.name !== name) && existsSync(join(folder, name)))
}

async function replaceAll(folder: string, contents: readonly { name: string; text: string }[]): Promise<void> {
  await makeFolder(folder)
  const mark = randomUUID()
  const temporary = (name: string) => join(folder, `.${name}.${mark}`)
  try {
    for (const { name, text } of contents) await writeFile(temporary(name), text)
    for (const { name } of contents) await rename(temporary(name), join(folder, name))
  } finally {
    await Promise.all(contents.map(({ name }) => rm(temporary(name), { force: true })))
  }
}

// Node's own recursive mkdir never ends where a parent exists but takes no folders, as in /proc.
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return
    if (code !== 'ENOENT' || existsSync(dirname(folder))) throw error
    await makeFolder(dirname(folder))
    await mkdir(folder)
  }
}

const formatLines = (things: readonly unknown[]) => things.map((thing) => `${JSON.stringify(thing)}\n`).join('')

function formatRejects(files: readonly ImportedFile[]): string {
  const originals = files.flatMap(({ rejects }) => rejects.flatMap(({ original }) => Object.keys(original)))
  const columns = [...new Set(originals)]
  const rows = files.flatMap(({ report, rejects }) =>
    rejects.map(({ record, code, column, original }) => [
      report.file,
      record,
      code,
      column,
      ...columns.map((key) => toCell(original[key])),
    ]),
  )
  return writeCsv(['file', 'record', 'reason', 'column', ...columns], rows)
}

function toCell(value: unknown): Cell {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return JSON.stringify(value)
}
