import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../..')
const STOP_MS = 20_000
const STARTING_MS = 150_000

/** A running `kolibra serve`: where it answers and the login link it printed. */
export interface RunningServer {
  readonly url: string
  readonly loginLink: string
  readonly pid: number
  /** Ends it as an operator would, and waits until it is gone. */
  readonly stop: () => Promise<void>
  /** `kill -9`: no goodbye, nothing is put in order. */
  readonly killHard: () => Promise<void>
}

/** A data folder of its own. As root the server hands PostgreSQL to another user, who must be able to walk into it. */
export async function makeDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kolibra-journey-'))
  await chmod(folder, 0o755)
  return folder
}

export async function removeDataFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Starts the built server on a free port and waits for its login link; fails with all it said when it ends instead. */
export async function startServer(dataFolder: string, flags: readonly string[] = []): Promise<RunningServer> {
  const port = await findFreePort()
  const words = ['bin/kolibra.mjs', 'serve', '--data', dataFolder, '--port', String(port), ...flags]
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const loginLink = await waitForLink(child)
  return {
    url: new URL(loginLink).origin,
    loginLink,
    pid: child.pid ?? 0,
    stop: () => endProcess(child, 'SIGTERM'),
    killHard: () => endProcess(child, 'SIGKILL'),
  }
}

/** A port of this machine that nobody listens on now. */
function findFreePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? found(address.port) : failed(new Error('no port'))))
    })
  })
}

function waitForLink(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    const giveUp = (why: string) => failed(new Error(`kolibra serve ${why}:\n${said}`))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      giveUp(`printed no login link within ${STARTING_MS / 1000} s`)
    }, STARTING_MS)
    const hear = (words: Buffer) => {
      said += words.toString('utf8')
      const link = /http:\/\/\S+\/login\/\S+/.exec(said)?.[0]
      if (link === undefined) return
      clearTimeout(timer)
      found(link)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => {
      clearTimeout(timer)
      giveUp(`ended with ${code}`)
    })
  })
}

function endProcess(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((gone) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    child.once('exit', () => {
      clearTimeout(timer)
      gone()
    })
    child.kill(signal)
  })
}
