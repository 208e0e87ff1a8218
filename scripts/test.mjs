// `npm test`: from a bare clone to a verdict. Installs what is missing, runs every check and test, closes with "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChecks } from './checks.mjs'
import { findBrowser } from './find-browser.mjs'
import { buildIfNeeded, installIfNeeded } from './make-ready.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const say = (line) => process.stdout.write(`${line}\n`)
const scratch = mkdtempSync(join(tmpdir(), 'kolibra-test-'))

installIfNeeded(root, say)
buildIfNeeded(root, say)
const browser = findBrowser({ install: true, say })
const totals = runChecks(say)
const failures = []

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
  failures.push(...listFailures(result))
  // A suite that cannot even load counts no test; it must not look green.
  if (status !== 0 && result.numFailedTests === 0) totals.failed += 1
}

/** Each failed test of a suite with the first lines of why: thousands of passed ones stand between it and the end. */
function listFailures({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const causes = failed.map(
      ({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n').split('\n').slice(0, 12).join('\n')}`,
    )
    return [...causes, ...(failed.length === 0 && message ? [message] : [])].map((cause) => `FAIL ${relative(root, name)} > ${cause}`)
  })
}

runSuite('unit, server and command line tests', 'vitest.config.ts')
runSuite('journeys in a browser', 'vitest.journey.config.ts')
rmSync(scratch, { recursive: true, force: true })
failures.forEach(say)
say(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 ? 0 : 1)
