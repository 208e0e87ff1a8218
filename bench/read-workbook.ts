// Reads one workbook in one way and prints what it cost: node --import tsx bench/read-workbook.ts kolibra|understood|hucre|exceljs FILE
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { READ_LIMITS } from '@kolibra/files/read'
import { runReadWorker } from '../packages/files/src/workers/run-read-worker.ts'
import { readRecords } from '../packages/server/src/imports/read-records.ts'
import { streamXlsxRows } from 'hucre/xlsx'

export interface ReadFigures {
  readonly columns: number
  readonly cells: number
  readonly cpuMs: number
  readonly elapsedMs: number
  readonly peakBytes: number
  readonly blockedMs: number
}

type Count = { columns: number; cells: number }

const root = join(import.meta.dirname, '..')
const count = (total: Count, row: readonly unknown[]): void => {
  total.columns = Math.max(total.columns, row.length)
  for (const cell of row) if (cell !== null && cell !== undefined) total.cells += 1
}

// In its thread, as the server and the command run it.
async function readInThread(path: string) {
  const worker = pathToFileURL(join(root, 'dist/cli/read-worker.mjs'))
  const read = await runReadWorker(worker, readFileSync(path), { name: 'a.xlsx', limits: READ_LIMITS })
  if (!read.ok || read.value.shape !== 'table') throw new Error(JSON.stringify(read))
  return read.value
}

const WAYS: Readonly<Record<string, (path: string) => Promise<Count>>> = {
  kolibra: async (path) => {
    const total: Count = { columns: 0, cells: 0 }
    const { tables } = await readInThread(path)
    for (const { header, rows } of tables) {
      count(total, header)
      // Counting is the measurement's own work and shall not count as blocking.
      for (const [at, row] of rows.entries()) {
        count(total, row)
        if (at % 500 === 0) await new Promise(setImmediate)
      }
    }
    return total
  },
  // Read, and understood twice as the server does it: once for the report, once for the rows of a commit.
  understood: async (path) => {
    const decoded = await readInThread(path)
    const upload = { name: 'a.xlsx', bytes: new Uint8Array(), isPasted: false, source: 'auto', saidObservedOn: null }
    const { report, pieces } = await readRecords({ ...upload, isErased: () => false, today: '2026-11-20', decoded }, '00')
    let accounts = 0
    for (const { drafts, merged } of pieces?.() ?? []) {
      accounts += drafts.length + merged.length
      await new Promise(setImmediate)
    }
    if (accounts !== report.accepted.accounts) throw new Error(`${accounts} of ${report.accepted.accounts} accounts were handed over`)
    return { columns: decoded.tables[0]?.header.length ?? 0, cells: accounts }
  },
  hucre: async (path) => {
    const total: Count = { columns: 0, cells: 0 }
    for await (const { values } of streamXlsxRows(readFileSync(path), {})) count(total, values)
    return total
  },
  exceljs: async (path) => {
    const load = createRequire(join(root, 'bench/peers/package.json'))
    const { stream } = load('exceljs') as {
      stream: { xlsx: { WorkbookReader: new (path: string, options: object) => AsyncIterable<AsyncIterable<{ values: unknown[] }>> } }
    }
    const total: Count = { columns: 0, cells: 0 }
    const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore' }
    // Its rows count from one.
    for await (const sheet of new stream.xlsx.WorkbookReader(path, options))
      for await (const { values } of sheet) count(total, values.slice(1))
    return total
  },
}

const [wayName = '', path = ''] = process.argv.slice(2)
const way = WAYS[wayName]
if (way === undefined) throw new Error(`ways: ${Object.keys(WAYS).join(', ')}`)
const delay = monitorEventLoopDelay({ resolution: 5 })
await new Promise((resolve) => setTimeout(resolve, 100))
const cpu = process.cpuUsage()
const startedAt = performance.now()
delay.enable()
const total = await way(path)
const elapsedMs = performance.now() - startedAt
const { user, system } = process.cpuUsage(cpu)
await new Promise((resolve) => setTimeout(resolve, 20))
delay.disable()
const figures: ReadFigures = {
  ...total,
  cpuMs: (user + system) / 1000,
  elapsedMs,
  peakBytes: process.resourceUsage().maxRSS * 1024,
  blockedMs: delay.max / 1e6,
}
process.stdout.write(JSON.stringify(figures))
