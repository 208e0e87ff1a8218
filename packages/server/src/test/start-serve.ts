import { spawn, type ChildProcess } from 'node:child_process'
import { needUpward } from '../platform/find-folder.ts'

/** `kolibra serve` as a process of its own. */
export interface ServeProcess {
  readonly child: ChildProcess
  /** All it has said so far. */
  readonly said: { out: string; err: string }
  readonly ended: Promise<number | null>
}

/** Starts a command of the server from its sources. */
export function startCommand(words: readonly string[]): ServeProcess {
  const script = needUpward('packages/server/src/main.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  return { child, said, ended: new Promise((done) => child.once('close', done)) }
}

/** Resolves when the login link is printed; rejects with what was said when the process ends before. */
export async function waitForLink({ child, said, ended }: ServeProcess): Promise<string> {
  const early = ended.then((code) => {
    throw new Error(`ended with ${code}: ${said.err}`)
  })
  const printed = new Promise<string>((found) => {
    const look = () => {
      const link = /http:\S+\/login\/\S+/.exec(said.out)?.[0]
      if (link !== undefined) found(link)
    }
    child.stdout?.on('data', look)
    look()
  })
  return Promise.race([printed, early])
}
