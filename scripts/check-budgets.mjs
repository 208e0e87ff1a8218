// Prints the budgets of the house and fails on the hard column (ARCHITECTURE.md, "Budgets").
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isTest, listSources, report, root } from './source-files.mjs'

const HARD = { fileLines: 400, castsPer1000: 1, coreTestRatio: 1 }
// Tables of data are read like a list, not like code.
const DATA_TABLE = /\/(data|fixtures|i18n)\/|-table\.ts$|\/errors\.ts$/
const problems = []
const files = listSources().map((path) => {
  const lines = readFileSync(join(root, path), 'utf8').split('\n')
  return { path, lines, name: path.split('/')[1], test: isTest(path), data: DATA_TABLE.test(path) }
})
const code = files.filter((file) => !file.test && !file.data)
const strict = code.filter((file) => ['core', 'server', 'cli', 'files'].includes(file.name))

const sum = (list) => list.reduce((total, file) => total + file.lines.length, 0)
const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0

for (const { path, lines } of code)
  if (lines.length > HARD.fileLines) problems.push(`${path}: ${lines.length} lines, at most ${HARD.fileLines}`)

const CAST = /\bas (?!const\b|unknown\b)[A-Za-z{[(]/
const withoutStrings = (line) => line.replace(/'[^']*'|`[^`]*`|"[^"]*"/g, "''").replace(/\/\/.*$/, '')
const isProse = (line) => /^\s*(\/\/|\*|\/\*|import|export \{|export \*)/.test(line)
const casts = code
  .filter((file) => ['core', 'server'].includes(file.name))
  .flatMap((file) =>
    file.lines.filter((line) => CAST.test(withoutStrings(line)) && !isProse(line)).map((line) => `${file.path}: ${line.trim()}`),
  )
const anys = code
  .filter((file) => ['core', 'server'].includes(file.name))
  .flatMap((file) => file.lines.filter((line) => /(:|<|as)\s*any\b/.test(line) && !isProse(line)).map(() => file.path))
for (const path of anys) problems.push(`${path}: any`)

const lengths = strict.map((file) => file.lines.length)
const comments = strict.flatMap((file) => file.lines).filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line)).length
const coreRatio =
  sum(files.filter((file) => file.name === 'core' && file.test)) / Math.max(1, sum(code.filter((file) => file.name === 'core')))
const serverRatio =
  sum(files.filter((file) => file.name === 'server' && file.test)) / Math.max(1, sum(code.filter((file) => file.name === 'server')))
const castRate = (casts.length / Math.max(1, sum(code.filter((file) => ['core', 'server'].includes(file.name))))) * 1000

process.stdout.write(
  [
    `files (core, files, server, cli): ${strict.length}, lines median ${quantile(lengths, 0.5)} (aim 60), p90 ${quantile(lengths, 0.9)} (aim 200), longest ${Math.max(0, ...lengths)} (hard ${HARD.fileLines})`,
    `comment lines: ${((100 * comments) / Math.max(1, sum(strict))).toFixed(1)} % (aim 8–15)`,
    `test/code: core ${coreRatio.toFixed(2)} (aim 1.5, hard ${HARD.coreTestRatio}), server ${serverRatio.toFixed(2)} (aim 1.0)`,
    `casts in core and server: ${casts.length}, ${castRate.toFixed(2)} per 1,000 lines (hard ${HARD.castsPer1000})`,
    '',
  ].join('\n'),
)
if (process.argv.includes('--casts')) process.stdout.write(`${casts.join('\n')}\n`)
if (castRate > HARD.castsPer1000) problems.push(`casts: ${castRate.toFixed(2)} per 1,000 lines, at most ${HARD.castsPer1000}`)
if (coreRatio < HARD.coreTestRatio) problems.push(`core test/code: ${coreRatio.toFixed(2)}, at least ${HARD.coreTestRatio}`)
report('budgets', problems)
