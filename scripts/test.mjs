// `npm test`: from a bare clone to a verdict. Installs what is missing, runs every check and test, closes with "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './find-browser.mjs'
import { buildIfNeeded, installIfNeeded } from './make-ready.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const say = (line) => process.stdout.write(`${line}\n`)
const scratch = mkdtempSync(join(tmpdir(), 'kolibra-test-'))
const totals = { passed: 0, failed: 0 }

installIfNeeded(root, say)
buildIfNeeded(root, say)
const browser = findBrowser({ install: true, say })

// Each is one pass or one failure: it either holds for the whole tree or it does not.
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

function runCheck([title, command, args]) {
  const started = process.hrtime.bigint()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  say(`${status === 0 ? 'ok  ' : 'FAIL'} ${title} (${seconds.toFixed(1)} s)`)
  totals[status === 0 ? 'passed' : 'failed'] += 1
}

function runSuite(title, config) {
  const output = join(scratch, `${config}.json`)
  const args = ['vitest', 'run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${output}`]
  const { status } = spawnSync('npx', args, { cwd: root, stdio: 'inherit', env: { ...process.env, KOLIBRA_BROWSER: browser } })
  if (!existsSync(output)) {
    say(`FAIL ${title}: the test runner ended without a result`)
    totals.failed += 1
    return
  }
  const result = JSON.parse(readFileSync(output, 'utf8'))
  totals.passed += result.numPassedTests
  totals.failed += result.numFailedTests
  // A suite that cannot even load counts no test; it must not look green.
  if (status !== 0 && result.numFailedTests === 0) totals.failed += 1
}

CHECKS.forEach(runCheck)
runSuite('unit, server and command line tests', 'vitest.config.ts')
runSuite('journeys in a browser', 'vitest.journey.config.ts')
rmSync(scratch, { recursive: true, force: true })
say(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 ? 0 : 1)
