import { serve, type ServerType } from '@hono/node-server'
import { pino, destination } from 'pino'
import { createLoginLink, listWorkspaces, OWNER } from '../accounts/index.ts'
import { makeApp } from '../app.ts'
import { openShelf } from '../open-shelf.ts'
import { openRulebook, openTrustedKeys } from '../compliance/index.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { makeJobHandlers } from '../job-handlers.ts'
import { inFence, pingDatabase } from '../platform/database.ts'
import { findUpward, needUpward } from '../platform/find-folder.ts'
import type { Server } from '../platform/http.ts'
import { enqueueJob, freeJobs, startJobs } from '../platform/jobs.ts'
import { RefusedStart } from '../platform/refused-start.ts'
import { readStaticFiles } from '../platform/static-files.ts'
import { runAsOwner } from '../run-as-owner.ts'
import { makePlanRuns, type PlanRuns } from '../selection/index.ts'
import { EndedWhileStarting, listenForEnd } from './ending.ts'
import { openHouse, type House } from './open-house.ts'
import type { ServeOptions } from './options.ts'
import { prepareWorkspaces } from './prepare-workspaces.ts'

const REQUESTS_MS = 3000

/** `kolibra serve`: web app, API and jobs in one process, until a signal ends it; 0 when one came before it ran. */
export async function runServe(options: ServeOptions): Promise<0 | null> {
  const ending = listenForEnd()
  const log = pino({ level: process.env['KOLIBRA_LOG'] ?? 'warn', base: null }, destination({ dest: 2, sync: true }))
  const clock = () => Date.now()
  const house = await openHouse(options, (error) => log.warn({ reason: error.message }, 'a database connection was lost'))
  try {
    ending.throwIfAsked()
    const publicUrl = options.url ?? `http://${options.host === '0.0.0.0' ? '127.0.0.1' : options.host}:${options.port}`
    const rules = { rulebook: await openRulebook(), trustedKeys: await openTrustedKeys(options.dataDir) }
    const server: Server = {
      app: house.app.db,
      owner: house.owner.db,
      clock,
      log,
      publicUrl,
      linkSecret: house.secret,
      outside: options.outside,
      ...rules,
    }
    const home = await prepareWorkspaces(server, options.demo ? () => loadDemo(server, needUpward('examples')) : null)
    ending.throwIfAsked()
    const planRuns = makePlanRuns()
    const http = await listen(server, options, { house, planRuns })
    await askForRules(server)
    // Our own database: what a process that is gone was at is nobody's.
    if (options.databaseUrl === null) await freeJobs(house.owner.pool)
    const jobs = await startJobs(house.owner.pool, makeJobHandlers(server, planRuns), log)
    ending.endBy(() => endInOrder({ http, house, stopJobs: () => jobs.stop() }))
    await greet(server, options, home)
    return null
  } catch (error) {
    await house.close()
    if (error instanceof EndedWhileStarting) return 0
    throw error
  }
}

// A start may bring another rulebook, and days passed while nothing ran.
async function askForRules(server: Server): Promise<void> {
  for (const { id } of await listWorkspaces(server.app, OWNER.id))
    await runAsOwner(server, id, (ctx) => enqueueJob(ctx, 'rules.judge_again', null))
}

const CANNOT_LISTEN: Readonly<Record<string, (options: ServeOptions) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use; stop the other program or choose another with --port.`,
  EACCES: ({ port }) => `This system does not let us listen on port ${port}; choose another with --port, above 1023.`,
  EADDRNOTAVAIL: ({ host }) => `${host} is no address of this machine; choose another with --host, or leave it out.`,
  ENOTFOUND: ({ host }) => `There is no machine called ${host}; choose another with --host, or leave it out.`,
}

interface Listening {
  readonly house: House
  readonly planRuns: PlanRuns
}

async function listen(server: Server, options: ServeOptions, { house, planRuns }: Listening): Promise<ServerType> {
  const files = readStaticFiles(findUpward('dist/web'))
  const app = makeApp({ server, shelf: openShelf(server), files, ping: () => pingDatabase(house.app.pool), planRuns })
  return new Promise((ready, failed) => {
    const http = serve({ fetch: app.fetch, hostname: options.host, port: options.port }, () => ready(http))
    http.on('error', (error: NodeJS.ErrnoException) => {
      const sentence = CANNOT_LISTEN[error.code ?? '']?.(options)
      failed(sentence === undefined ? error : new RefusedStart(sentence))
    })
  })
}

/** Requests end first, then jobs, then the database. */
function endInOrder({ http, house, stopJobs }: { http: ServerType; house: House; stopJobs: () => Promise<void> }): void {
  http.close(() => {
    void stopJobs()
      .then(() => house.close())
      .then(() => process.exit(0))
  })
  // Connections that a browser keeps open would hold the end up.
  if ('closeIdleConnections' in http) http.closeIdleConnections()
  setTimeout(() => 'closeAllConnections' in http && http.closeAllConnections(), REQUESTS_MS).unref()
}

async function greet({ app, clock, publicUrl }: Server, options: ServeOptions, workspaceId: string): Promise<void> {
  const token = await inFence(app, { workspaceId, userId: OWNER.id }, (tx) =>
    createLoginLink(tx, { workspaceId, userId: OWNER.id, nowMs: clock() }),
  )
  const lines = [`Kolibra is running at ${publicUrl}`, `Sign in (works once, within an hour): ${publicUrl}/login/${token}`]
  if (options.url === null) lines.push('These links open on this machine only; start with --url for an address that others reach.')
  process.stdout.write(`${lines.join('\n')}\n`)
}
