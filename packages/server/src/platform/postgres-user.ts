import { execFileSync, spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { RefusedStart } from './refused-start.ts'

/** Who runs PostgreSQL, which refuses to run as root; null fields mean "as ourselves". */
export interface PostgresUser {
  readonly uid: number | null
  readonly gid: number | null
  /** Put before every command, e.g. to let the unprivileged user pass closed parent folders. */
  readonly prefix: readonly string[]
}

const OURSELVES: PostgresUser = { uid: null, gid: null, prefix: [] }

/** As a normal user: ourselves. As root: the account `postgres`, made when it is missing. */
export function choosePostgresUser(): PostgresUser {
  if (userInfo().uid !== 0) return OURSELVES
  const known = readAccount('postgres') ?? createAccount() ?? readAccount('nobody')
  if (known === null)
    throw new RefusedStart(
      'PostgreSQL does not run as root and no account "postgres" could be made; run `useradd --system postgres` or start Kolibra as a normal user.',
    )
  return { ...known, prefix: [] }
}

function readAccount(name: string): { uid: number; gid: number } | null {
  try {
    const ask = (flag: string) =>
      Number.parseInt(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }), 10)
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return null
  }
}

function createAccount(): { uid: number; gid: number } | null {
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  return made.status === 0 ? readAccount('postgres') : null
}

/**
 * Makes sure that the user reaches the programs and the data folder.
 * A clone in /root has parents closed to everybody else: then PostgreSQL keeps the one capability to pass them, where the machine lets us.
 */
export function letUserReach(user: PostgresUser, { program, folder }: { program: string; folder: string }): PostgresUser {
  const reaches = (candidate: PostgresUser) =>
    runAs(candidate, program, ['--version']).status === 0 && runAs(candidate, 'ls', [folder]).status === 0
  if (user.uid === null || reaches(user)) return user
  const prefix = [
    'setpriv',
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ]
  const passing: PostgresUser = { uid: null, gid: null, prefix }
  if (reaches(passing)) return passing
  throw new RefusedStart(
    `The account that runs PostgreSQL cannot reach ${folder} or ${program}; open the parent folders with \`chmod o+x\`, or start with --data in a folder such as /var/lib/kolibra.`,
  )
}

/** Options and words to spawn a command as this user. The working folder is one that everybody may enter. */
export function commandAs(user: PostgresUser, program: string, args: readonly string[]) {
  const [command = program, ...rest] = [...user.prefix, program, ...args]
  const ids = user.uid === null || user.gid === null ? {} : { uid: user.uid, gid: user.gid }
  return { command, args: rest, options: { ...ids, cwd: '/', env: { ...process.env, LC_ALL: 'C' } } }
}

/** Runs a command as this user to its end. */
export function runAs(user: PostgresUser, program: string, args: readonly string[]) {
  const { command, args: words, options } = commandAs(user, program, args)
  return spawnSync(command, words, { ...options, encoding: 'utf8' })
}
