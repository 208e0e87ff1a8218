import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Vitest global set-up: names the folder in which the first server test starts PostgreSQL, and stops it at the end. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'kolibra-test-'))
  process.env['KOLIBRA_TEST_DIR'] = folder
  return () => {
    const pidFile = join(folder, 'house/postgres/postmaster.pid')
    if (existsSync(pidFile)) process.kill(Number.parseInt(readFileSync(pidFile, 'utf8'), 10), 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}
