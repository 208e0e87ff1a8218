// `npm run check`: the checks alone, without the tests.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChecks } from './checks.mjs'
import { installIfNeeded } from './make-ready.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
installIfNeeded(join(dirname(fileURLToPath(import.meta.url)), '..'), say)
const { passed, failed } = runChecks(say)
say(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
