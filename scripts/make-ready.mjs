// Installs dependencies and builds, each only when missing or out of date. Plain Node: runs before anything is installed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STAMP = 'dist/.built-from'

export function makeReady(root, { say }) {
  installIfNeeded(root, say)
  buildIfNeeded(root, say)
}

export function installIfNeeded(root, say) {
  const marker = join(root, 'node_modules/.package-lock.json')
  const lock = join(root, 'package-lock.json')
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return
  say('kolibra: installing dependencies (npm ci), once')
  run(root, 'npm', ['ci', '--no-fund', '--no-audit'])
}

export function buildIfNeeded(root, say) {
  const fingerprint = sourceFingerprint(root)
  const stamp = join(root, STAMP)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return
  say('kolibra: building, once')
  run(root, process.execPath, ['scripts/build.mjs'])
  writeFileSync(stamp, fingerprint)
}

// Progress of npm and the build goes to stderr: stdout belongs to the command the user typed.
function run(root, command, args) {
  try {
    execFileSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
  } catch {
    process.stderr.write(
      `kolibra: "${command} ${args.join(' ')}" failed; its own words stand above. Mend that and run the same command again.\n`,
    )
    process.exit(2)
  }
}

// Names, sizes and times of all sources: cheap enough to ask at every start.
function sourceFingerprint(root) {
  const hash = createHash('sha256')
  const entries = ['packages', 'rulebook', 'schemas', 'scripts', 'package-lock.json'].flatMap((path) => listFiles(root, path))
  for (const path of entries) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function listFiles(root, path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .filter((name) => name !== 'node_modules')
    .sort()
    .flatMap((name) => listFiles(root, join(path, name)))
}
