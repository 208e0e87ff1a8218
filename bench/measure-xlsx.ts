import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cell } from '@kolibra/core/imports'
import { readExportFile } from '@kolibra/files/read'
import { writeXlsx } from 'hucre/xlsx'
import type { ReadFigures } from './read-workbook.ts'

const ROWS = Number(process.env['KOLIBRA_BENCH_ROWS'] ?? 100_000)
const MEGABYTE = 1024 * 1024

const SHEETS = 5

/** One workbook of invented creators, read once by each in a process of its own; and the same rows on several sheets, read and understood. */
export async function measureXlsx({ root }: { root: string }): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kolibra-bench-'))
  try {
    const path = join(folder, 'huitun.xlsx')
    await writeFile(path, await makeWorkbook(join(root, 'examples/exports/huitun-creators.xlsx')))
    const read = (way: string) => runReader(way, path)
    const ours = read('kolibra')
    const sheetsPath = join(folder, 'sheets.xlsx')
    await writeFile(sheetsPath, await makeWorkbook(join(root, 'examples/exports/huitun-creators.xlsx'), SHEETS))
    const lines = [
      `${ROWS} rows × ${ours.columns} columns, ${((await stat(path)).size / MEGABYTE).toFixed(1)} MB`,
      describe('kolibra', ours),
      describeUnderstood('read and understood twice, one sheet', read('understood')),
      describeUnderstood(`read and understood twice, ${SHEETS} sheets`, runReader('understood', sheetsPath)),
      describe('hucre, streamed', read('hucre')),
    ]
    if (!existsSync(join(root, 'bench/peers/node_modules/exceljs')))
      return [...lines, 'exceljs: not present (npm install --no-package-lock --prefix bench/peers)']
    const peer = read('exceljs')
    return [...lines, describe('exceljs, streamed', peer), `CPU of kolibra over exceljs: ${(ours.cpuMs / peer.cpuMs).toFixed(3)}`]
  } finally {
    await rm(folder, { recursive: true })
  }
}

function runReader(way: string, path: string): ReadFigures {
  const reader = join(import.meta.dirname, 'read-workbook.ts')
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', reader, way, path], { encoding: 'utf8' })) as ReadFigures
}

function describeUnderstood(name: string, { cells, ...cost }: ReadFigures): string {
  return `${name}: ${cells} accounts, ${describeCost(cost)}`
}

function describe(name: string, { cells, ...cost }: ReadFigures): string {
  return `${name}: ${cells} cells, ${describeCost(cost)}`
}

function describeCost({ cpuMs, elapsedMs, peakBytes, blockedMs }: Omit<ReadFigures, 'cells'>): string {
  return `${(cpuMs / 1000).toFixed(2)} s CPU, ${(elapsedMs / 1000).toFixed(2)} s, peak ${Math.round(peakBytes / MEGABYTE)} MB, main thread blocked at most ${Math.round(blockedMs)} ms`
}

// The example's rows over and over, each with a name, an id and numbers of its own.
async function makeWorkbook(examplePath: string, sheets = 1): Promise<Uint8Array> {
  const example = await readExportFile(examplePath)
  if (!example.ok || example.value.shape !== 'table') throw new Error(`${examplePath} is no example`)
  const [table] = example.value.tables
  if (table === undefined) throw new Error(`${examplePath} is empty`)
  const rows = Array.from({ length: ROWS }, (_, row) => vary(table.rows[row % table.rows.length] ?? [], row))
  const each = Math.ceil(ROWS / sheets)
  const sheetOf = (at: number) => ({ name: `达人${at + 1}`, rows: [[...table.header], ...rows.slice(at * each, (at + 1) * each)] })
  return writeXlsx({ sheets: Array.from({ length: sheets }, (_, at) => sheetOf(at)) })
}

function vary(cells: readonly Cell[], row: number): Cell[] {
  return cells.map((cell, column) => {
    if (typeof cell === 'number') return Math.round(cell * (1 + (row % 997) / 997) * 100) / 100
    if (column === 0) return `${cell}${row}`
    if (column === 1) return `https://www.xiaohongshu.com/user/profile/5e${row.toString(16).padStart(22, '0')}`
    return column === 2 ? String(9_000_000_000 + row) : cell
  })
}
