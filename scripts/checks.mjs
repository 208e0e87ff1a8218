// The checks that need no test runner: each one is one pass or one failure, for it holds for the whole tree or it does not.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const CHECKS = [
  ['types', 'node', ['scripts/typecheck.mjs']],
  ['lint', 'npx', ['oxlint', '--deny-warnings', 'packages', 'scripts', 'bin', 'bench']],
  ['format', 'npx', ['oxfmt', '--check', 'packages', 'scripts', 'bin', 'bench']],
  ['order of capabilities', 'node', ['scripts/check-order.mjs']],
  ['vocabulary', 'node', ['scripts/check-vocabulary.mjs']],
  ['budgets', 'node', ['scripts/check-budgets.mjs']],
  ['documents', 'node', ['--import', 'tsx', 'scripts/check-docs.mjs']],
  ['generated files are fresh', 'node', ['--import', 'tsx', 'scripts/generate.mjs', '--check']],
]

function runCheck([title, command, args], say) {
  const started = process.hrtime.bigint()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  say(`${status === 0 ? 'ok  ' : 'FAIL'} ${title} (${seconds.toFixed(1)} s)`)
  return status === 0
}

/** Runs every check, the later ones too when one fails; returns how many passed and failed. */
export function runChecks(say) {
  const verdicts = CHECKS.map((check) => runCheck(check, say))
  const passed = verdicts.filter(Boolean).length
  return { passed, failed: verdicts.length - passed }
}
