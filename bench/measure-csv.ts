import { createReadStream, existsSync, mkdtempSync, openAsBlob, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { z } from 'zod'
import { CopyFeed, copyIn } from '../packages/server/src/platform/copy-in.ts'
import { openHouse, type House } from './house.ts'
import { COLUMNS, writeCreators } from './invent-creators.ts'

const ROWS = Number(process.env['KOLIBRA_BENCH_ROWS'] ?? 1_000_000)

const answerSchema = z.object({
  report: z.object({
    records: z.number(),
    accepted: z.object({ accounts: z.number() }),
    observations: z.number(),
    units: z.array(z.object({ column: z.string(), state: z.string(), checked: z.number() })),
  }),
})

/** A large csv through the HTTP API, beside PostgreSQL's own COPY of the same file into a table of texts, on the same server. */
export async function measureCsv(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kolibra-csv-'))
  const path = join(folder, 'creators.csv')
  writeCreators(path, ROWS)
  const house = await openHouse()
  const pool = new Pool({ connectionString: house.databaseUrl, max: 1 })
  try {
    const beforeCopies = await readCpu(pool, house.pid)
    const copies = [await timeCopy(pool, path), await timeCopy(pool, path), await timeCopy(pool, path)].toSorted((a, b) => a - b)
    const copyS = copies[1] ?? Number.NaN
    const copyCpuS = (await usedSince(beforeCopies, pool, house.pid)).database / copies.length
    const ping = startPings(house)
    const dry = await timeUpload(house, path, true)
    const dryPing = ping.slowest()
    const beforeKept = await readCpu(pool, house.pid)
    const kept = await timeUpload(house, path, false)
    const used = await usedSince(beforeKept, pool, house.pid)
    const keptPing = ping.slowest()
    ping.stop()
    const { records, accepted, observations, units } = kept.report
    const proved = units.filter(({ state }) => state === 'proved')
    return [
      `${ROWS.toLocaleString('en-US')} rows × ${COLUMNS.length} columns, ${(statSync(path).size / 2 ** 20).toFixed(0)} MB: ${records} records, ${accepted.accounts} accounts, ${observations} observations; proved ${proved.map(({ column, checked }) => `${column} on ${checked}`).join(', ')}`,
      `COPY into a table of texts: ${copies.map((s) => s.toFixed(1)).join(', ')} s`,
      `uploaded, read, mapped and proved: ${dry.seconds.toFixed(1)} s, ${(dry.seconds / copyS).toFixed(1)} × COPY; slowest other answer meanwhile ${dryPing.toFixed(0)} ms`,
      `uploaded, read, mapped, proved and committed: ${kept.seconds.toFixed(1)} s, ${(kept.seconds / copyS).toFixed(1)} × COPY; the commit alone ${((kept.seconds - dry.seconds) / copyS).toFixed(1)} × COPY; slowest other answer ${keptPing.toFixed(0)} ms`,
      `CPU time: COPY ${copyCpuS.toFixed(1)} s; uploaded to committed: database ${used.database.toFixed(1)} s, ${(used.database / copyCpuS).toFixed(1)} × COPY, beside it the server ${used.server.toFixed(1)} s`,
      `largest resident memory of the server: ${(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${house.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024).toFixed(0)} MB`,
    ]
  } finally {
    await pool.end()
    await house.stop()
    rmSync(folder, { recursive: true })
  }
}

async function timeCopy(pool: Pool, path: string): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query(`DROP TABLE IF EXISTS plain; CREATE TABLE plain (${COLUMNS.map((name) => `"${name}" text`).join(', ')})`)
    const start = performance.now()
    await copyIn(client, 'COPY plain FROM STDIN (FORMAT csv, HEADER)', new CopyFeed(createReadStream(path, { highWaterMark: 1 << 18 })))
    return (performance.now() - start) / 1000
  } finally {
    client.release()
  }
}

const TICKS_PER_SECOND = 100

/** CPU seconds so far by process: of the server, and of those of the database that live now. They tell the work also where a machine does other work too. */
async function readCpu(pool: Pool, serverPid: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await pool.query<{ pid: number }>('SELECT pid FROM pg_stat_activity')
  return new Map([serverPid, ...rows.map(({ pid }) => pid)].map((pid) => [pid, cpuOf(pid)]))
}

async function usedSince(before: ReadonlyMap<number, number>, pool: Pool, serverPid: number) {
  const used = [...(await readCpu(pool, serverPid))].map(([pid, seconds]) => ({ pid, seconds: seconds - (before.get(pid) ?? 0) }))
  const sum = (isServer: boolean) =>
    used.filter(({ pid }) => (pid === serverPid) === isServer).reduce((all, { seconds }) => all + seconds, 0)
  return { server: sum(true), database: sum(false) }
}

function cpuOf(pid: number): number {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return 0
  // Behind the name, which may hold anything, user and system time are the 12th and 13th field (proc(5)).
  const fields = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

async function timeUpload(house: House, path: string, dryRun: boolean) {
  const form = new FormData()
  form.set('file', await openAsBlob(path), 'creators.csv')
  form.set('dryRun', String(dryRun))
  const start = performance.now()
  const answer = await house.send('/api/v1/imports', form)
  return { seconds: (performance.now() - start) / 1000, ...answerSchema.parse(answer) }
}

/** Asks something small all the time: how long others wait while an import runs. */
function startPings(house: House) {
  const pings = { slowest: 0, isOn: true }
  const ask = async () => {
    while (pings.isOn) {
      const start = performance.now()
      await house.text('/metrics')
      pings.slowest = Math.max(pings.slowest, performance.now() - start)
      await new Promise((done) => setTimeout(done, 20))
    }
  }
  void ask()
  return {
    slowest: () => {
      const held = pings.slowest
      pings.slowest = 0
      return held
    },
    stop: () => {
      pings.isOn = false
    },
  }
}
