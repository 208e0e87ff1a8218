import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runAs, type PostgresUser } from './postgres-user.ts'

/** The three programs the npm package brings. */
export interface Programs {
  readonly initdb: string
  readonly pg_ctl: string
  readonly postgres: string
}

/** Where programs are put that stand in a folder closed to the account that has to run them. Only root gets here. */
const SHARED = '/var/lib'

/**
 * The programs where the account can run them. A clone in /root is closed to everybody else, and PostgreSQL looks for its own
 * programs by access(2), which heeds no capability: so they are copied once, per version, to a folder that is open.
 */
export function placePrograms(programs: Programs, user: PostgresUser, shared = SHARED): Programs {
  if (user.uid === null || runAs(user, programs.postgres, ['--version']).status === 0) return programs
  const source = dirname(dirname(programs.postgres))
  const target = join(shared, `kolibra-postgres-${readVersion(source)}`)
  if (!existsSync(target)) copyWhole(source, target, shared)
  const bin = join(target, 'bin')
  return { initdb: join(bin, 'initdb'), pg_ctl: join(bin, 'pg_ctl'), postgres: join(bin, 'postgres') }
}

function readVersion(source: string): string {
  const about: unknown = JSON.parse(readFileSync(join(source, '../package.json'), 'utf8'))
  return typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : 'unknown'
}

// Copied beside its place and renamed: a half copy never stands under the name that is trusted.
function copyWhole(source: string, target: string, shared: string): void {
  const part = mkdtempSync(join(shared, 'kolibra-postgres-part-'))
  try {
    cpSync(source, join(part, 'native'), { recursive: true, verbatimSymlinks: true })
    renameSync(join(part, 'native'), target)
  } catch (error) {
    // Another start was faster.
    if (!existsSync(target)) throw error
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
}
