// A Kolibra server as users run it, for measurements: its own PostgreSQL, its own process, a signed-in client.
import { join } from 'node:path'
import { startPostgres } from '../packages/server/src/platform/embedded-postgres.ts'
import { makeDataFolder, removeDataFolder, startServer } from '../packages/web/test/start-server.ts'

/** An address to ask, the superuser's database address, and the way out. */
export interface House {
  readonly databaseUrl: string
  readonly pid: number
  readonly ask: (path: string, body: unknown) => Promise<unknown>
  readonly text: (path: string) => Promise<string>
  /** What a signed-in person reads. */
  readonly read: (path: string) => Promise<unknown>
  /** Sends a form and gives the answer. */
  readonly send: (path: string, form: FormData) => Promise<unknown>
  readonly stop: () => Promise<void>
}

/** Starts both, and signs the owner in. */
export async function openHouse(): Promise<House> {
  const folder = await makeDataFolder()
  const postgres = await startPostgres(folder)
  const server = await startServer(join(folder, 'serve'), ['--database-url', postgres.url])
  const login = await fetch(server.loginLink, { redirect: 'manual' })
  const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return {
    databaseUrl: postgres.url,
    pid: server.pid,
    ask: async (path, body) => {
      const answer = await fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { cookie, origin: server.url, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    send: async (path, form) => {
      const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers: { cookie, origin: server.url }, body: form })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    read: async (path) => {
      const answer = await fetch(`${server.url}${path}`, { headers: { cookie } })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    text: async (path) => (await fetch(`${server.url}${path}`)).text(),
    stop: async () => {
      await server.stop()
      await postgres.stop()
      await removeDataFolder(folder)
    },
  }
}
