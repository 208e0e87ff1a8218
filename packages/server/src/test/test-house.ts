import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { MemberRole } from '@kolibra/core/accounts'
import { Client } from 'pg'
import { pino } from 'pino'
import { openSession, openWorkspace, OWNER, readSession } from '../accounts/index.ts'
import { makeApp } from '../app.ts'
import { openShelf } from '../open-shelf.ts'
import { openRulebook } from '../compliance/index.ts'
import { makeContext, type Context } from '../platform/context.ts'
import { inFence, openDatabase, pingDatabase, type OpenDatabase } from '../platform/database.ts'
import { startPostgres } from '../platform/embedded-postgres.ts'
import { authorize, type Server } from '../platform/http.ts'
import { migrateDatabase, roleUrls } from '../platform/migrate.ts'
import { mintId } from '../platform/mint-id.ts'
import { needUpward } from '../platform/find-folder.ts'
import { readStaticFiles } from '../platform/static-files.ts'
import { TRUSTED } from './pack-example.ts'

/** Every test runs at this moment unless it moves the clock itself. */
export const TEST_NOW = Date.parse('2026-11-22T04:00:00Z')
const SECRET = 'of the tests'

// One PostgreSQL for the whole run: the first worker that needs it starts it, the others wait for its address.
async function reachPostgres(): Promise<string> {
  const folder = process.env['KOLIBRA_TEST_DIR']
  if (folder === undefined) throw new Error('KOLIBRA_TEST_DIR is not set: vitest.config.ts names postgres-setup.ts as globalSetup')
  const ready = join(folder, 'ready')
  try {
    mkdirSync(join(folder, 'starting'))
    const { url } = await startPostgres(join(folder, 'house'), { fast: true })
    await createDatabase(url, 'template_house', null)
    const templateUrl = withDatabase(url, 'template_house')
    await migrateDatabase(templateUrl, roleUrls(templateUrl, SECRET))
    writeFileSync(`${ready}.part`, url)
    renameSync(`${ready}.part`, ready)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  for (let tries = 0; !existsSync(ready); tries += 1) {
    if (tries > 2000) throw new Error('PostgreSQL for tests did not start')
    await pause(20)
  }
  return readFileSync(ready, 'utf8')
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function createDatabase(url: string, name: string, template: string | null): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    // Copies of one template come one after the other: PostgreSQL refuses while another copy reads it.
    await client.query('SELECT pg_advisory_lock(1)')
    await client.query(`CREATE DATABASE ${name}${template === null ? '' : ` TEMPLATE ${template}`}`)
  } finally {
    await client.end()
  }
}

/** A person with a session in a workspace, who sends requests in process. */
export interface Visitor {
  readonly userId: string
  readonly workspaceId: string
  /** The session as a browser sends it. */
  readonly cookie: string
  /** `line` is method and path, like `POST /api/v1/campaigns`. */
  readonly send: (line: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
  /** A body as it is written, broken or not; JSON unless said otherwise. */
  readonly sendText: (line: string, text: string, contentType?: string) => Promise<Response>
  /** A JSON body of unknown length. */
  readonly sendStream: (line: string, body: ReadableStream<Uint8Array>) => Promise<Response>
}

/** Asks the API and reads what it says; `line` is like `POST /campaigns`. */
export async function askJson(visitor: Pick<Visitor, 'send'>, line: string, body?: unknown) {
  const [method, path] = line.split(' ')
  const answer = await visitor.send(`${method} /api/v1${path}`, body)
  return { status: answer.status, body: await answer.json() }
}

/** A database of its own, the real app on it, and ways in. */
export interface TestHouse {
  readonly server: Server
  readonly adminUrl: string
  /** The connections that requests are answered on. */
  readonly pool: OpenDatabase['pool']
  readonly appUrl: string
  readonly ownerUrl: string
  readonly clock: { nowMs: number }
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  readonly openWorkspace: (isDemo?: boolean) => Promise<string>
  readonly visit: (workspaceId: string, role: MemberRole) => Promise<Visitor>
  readonly inWorkspace: <T>(workspaceId: string, work: (ctx: Context) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** Opens a house for one test file; as it stood after the migration `last`, when one is named. */
export async function openTestHouse(last: string | null = null): Promise<TestHouse> {
  const name = `house_${mintId(Date.now()).replaceAll('-', '')}`
  const serverUrl = await reachPostgres()
  await createDatabase(serverUrl, name, last === null ? 'template_house' : null)
  const adminUrl = withDatabase(serverUrl, name)
  const { appUrl, ownerUrl } = roleUrls(adminUrl, SECRET)
  if (last !== null) await migrateDatabase(adminUrl, { appUrl, ownerUrl }, last)
  // Tests that end connections by force expect the complaint.
  const onLost = () => undefined
  const [app, owner] = [openDatabase(appUrl, { size: 5, onLost }), openDatabase(ownerUrl, { size: 5, onLost })]
  const clock = { nowMs: TEST_NOW }
  const server: Server = {
    app: app.db,
    owner: owner.db,
    clock: () => clock.nowMs,
    log: pino({ level: process.env['KOLIBRA_LOG'] ?? 'silent' }),
    publicUrl: 'http://localhost:4700',
    linkSecret: SECRET,
    outside: { allowPrivate: true, mail: null },
    rulebook: await openRulebook(),
    trustedKeys: [TRUSTED],
  }
  const files = readStaticFiles(needUpward('packages/web/public'))
  const http = makeApp({ server, shelf: openShelf(server), files, ping: () => pingDatabase(app.pool) })
  const fetchInProcess = async (path: string, init?: RequestInit) => http.request(path, init)
  return {
    server,
    adminUrl,
    pool: app.pool,
    appUrl,
    ownerUrl,
    clock,
    fetch: fetchInProcess,
    openWorkspace: (isDemo = false) => openWorkspace(server.app, { name: 'Test', isDemo, clock: server.clock }),
    visit: (workspaceId, role) => visit(server, { workspaceId, role, fetch: fetchInProcess }),
    inWorkspace: (workspaceId, work) =>
      inFence(server.app, { workspaceId, userId: OWNER.id }, (tx) => {
        const session = { workspaceId, workspaceName: '', sessionHash: '', actor: OWNER }
        return work(makeContext({ workspaceId: authorize(session, 'workspace.read'), actor: OWNER, tx, clock: server.clock }))
      }),
    close: async () => {
      await Promise.all([app.db.destroy(), owner.db.destroy()])
    },
  }
}

async function visit(
  server: Server,
  { workspaceId, role, fetch }: { workspaceId: string; role: MemberRole; fetch: TestHouse['fetch'] },
): Promise<Visitor> {
  const userId = role === 'owner' ? OWNER.id : mintId(Date.now())
  const token = await inFence(server.app, { workspaceId, userId }, async (tx) => {
    const member = { workspace_id: workspaceId, user_id: userId, name: `A ${role}`, role, created_at: new Date(TEST_NOW).toISOString() }
    await tx
      .insertInto('members')
      .values(member)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return openSession(tx, { workspaceId, userId, nowMs: server.clock() })
  })
  if ((await readSession(server.app, token, server.clock())) === null) throw new Error('the session of the visitor does not open')
  const cookie = `kolibra_session=${token}`
  const send: Visitor['send'] = (line, body, headers = {}) => {
    const [method = '', path = ''] = line.split(' ')
    return fetch(path, {
      method,
      headers: {
        Cookie: cookie,
        ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    })
  }
  const sendRaw = (line: string, init: RequestInit & { duplex?: 'half' }, contentType = 'application/json') => {
    const [method = '', path = ''] = line.split(' ')
    return fetch(path, { ...init, method, headers: { Cookie: cookie, 'Content-Type': contentType } })
  }
  return {
    userId,
    workspaceId,
    cookie,
    send,
    sendText: (line, text, contentType) => sendRaw(line, { body: text }, contentType),
    sendStream: (line, stream) => sendRaw(line, { body: stream, duplex: 'half' }),
  }
}
