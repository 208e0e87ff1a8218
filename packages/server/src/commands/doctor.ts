import { findUpward } from '../platform/find-folder.ts'
import { FolderInUse, RefusedStart } from '../platform/refused-start.ts'
import { openHouse } from './open-house.ts'
import type { ServeOptions } from './options.ts'

/** `kolibra doctor`: says what works here and what does not; 0 when everything does, 1 otherwise. */
export async function runDoctor(options: ServeOptions): Promise<number> {
  const checks = [
    { what: 'Node 20.19 or newer', problem: checkNode(process.versions.node) },
    { what: 'web app is built', problem: findUpward('dist/web/index.html') === null ? 'run `npm run build`' : null },
    { what: 'rulebook is there', problem: findUpward('rulebook') === null ? 'the rulebook folder is missing' : null },
    { what: 'database answers, roles are fenced', problem: await checkDatabase(options) },
  ]
  for (const { what, problem } of checks) process.stdout.write(problem === null ? `ok    ${what}\n` : `FAIL  ${what}: ${problem}\n`)
  return checks.every(({ problem }) => problem === null) ? 0 : 1
}

export function checkNode(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19) ? null : `this is ${version}`
}

/** What is wrong with the database, in one sentence; null: it answers. */
export async function checkDatabase(options: ServeOptions): Promise<string | null> {
  try {
    const house = await openHouse(options, () => undefined)
    await house.close()
    return null
  } catch (error) {
    // The server that runs on this folder has passed the same checks when it started.
    if (error instanceof FolderInUse) return null
    if (error instanceof RefusedStart) return error.message
    throw error
  }
}
