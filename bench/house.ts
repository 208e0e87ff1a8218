// A Kolibra server as users run it, for measurements: its own PostgreSQL, its own process, a signed-in client.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../packages/server/src/platform/embedded-postgres.ts'

/** An address to ask, the superuser's database address, and the way out. */
export interface House {
  readonly databaseUrl: string
  readonly pid: number
  readonly ask: (path: string, body: unknown) => Promise<unknown>
  readonly text: (path: string) => Promise<string>
  readonly stop: () => Promise<void>
}

/** Starts both. `prepare` runs on the migrated database before the server is asked anything. */
export async function openHouse(root: string, port: number): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'kolibra-bench-'))
  await chmod(folder, 0o755)
  const postgres = await startPostgres(folder)
  const words = ['bin/kolibra.mjs', 'serve', '--database-url', postgres.url, '--data', join(folder, 'serve'), '--port', String(port)]
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const link = await new Promise<string>((found, failed) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const printed = /http:\/\/\S+\/login\/\S+/.exec(said)?.[0]
      if (printed !== undefined) found(printed)
    })
    child.once('exit', () => failed(new Error(`the server ended: ${said}`)))
  })
  const login = await fetch(link, { redirect: 'manual' })
  const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const origin = new URL(link).origin
  return {
    databaseUrl: postgres.url,
    pid: child.pid ?? 0,
    ask: async (path, body) => {
      const answer = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    text: async (path) => (await fetch(`${origin}${path}`)).text(),
    stop: async () => {
      child.kill('SIGTERM')
      await new Promise((gone) => child.once('exit', gone))
      await postgres.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
