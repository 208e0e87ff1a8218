// One word, one meaning: no drawer names, kebab-case files, SQL only in stores and queries, no default exports, no banned calls in core, one Chinese word per thing, refusals in both languages.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isTest, listSources, report, root } from './source-files.mjs'

const DRAWERS = /(^|\/)(utils?|helpers?|common|managers?|services?)(\/|\.|$)|\/types\.tsx?$/
const SQL = /\b(select\s+[\w*"(]|insert\s+into|update\s+\w+\s+set|delete\s+from)|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/i
const SQL_HOMES = /(-store|queries|\/platform\/[\w-]+)\.ts$/
const problems = []

const CORE_BANS = [
  [/\bDate\.now\(|\bnew Date\(\)/, 'asks the clock; it is passed in'],
  [/\bMath\.random\(/, 'asks for chance; a seed is passed in'],
  [/from ['"]node:/, 'imports Node'],
]

// Pages in Chinese say one word for one thing: a campaign is 项目, a forecast 预估.
const CHINESE_WORDS = [
  ['推广', '项目'],
  ['预测', '预估'],
]

for (const path of listSources()) {
  const text = readFileSync(join(root, path), 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  const isComponent = path.endsWith('.tsx')
  if (DRAWERS.test(path)) problems.push(`${path}: a drawer name says nothing; name the one thing it does`)
  if (!isComponent && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/.test(basename(path))) problems.push(`${path}: file names are kebab-case`)
  if (/^export default/m.test(code) && !path.endsWith('config.ts')) problems.push(`${path}: default export`)
  if (path.startsWith('packages/server/src/') && !isTest(path) && !SQL_HOMES.test(path) && SQL.test(code))
    problems.push(`${path}: SQL outside a store, queries.ts or platform/`)
  const wavering = path.startsWith('packages/web/src/app/i18n/zh/') ? CHINESE_WORDS.filter(([word]) => text.includes(word)) : []
  problems.push(...wavering.map(([word, ours]) => `${path}: says ${word}; pages say ${ours}`))
  const conditions = isTest(path) || SQL_HOMES.test(path) ? 0 : (code.match(/\.(refine|addIssue)\(/g) ?? []).length
  if (conditions > (code.match(/\bfault\(|\bzh\b/g) ?? []).length)
    problems.push(`${path}: a schema refuses in one language; say it with fault(en, zh)`)
  if (!path.startsWith('packages/core/src/') || isTest(path)) continue
  for (const [pattern, why] of CORE_BANS) if (pattern.test(code)) problems.push(`${path}: core ${why}`)
}

// Migrations run by name: two of one number run in an order that nobody chose. These pairs do not touch each other; the list only shrinks.
const SHARED_NUMBERS = { '0022': 2, '0036': 2, '0038': 2 }
const migrations = readdirSync(join(root, 'packages/server/migrations')).filter((name) => name.endsWith('.sql'))
for (const number of new Set(migrations.map((name) => name.slice(0, 4)))) {
  const names = migrations.filter((name) => name.startsWith(number))
  if (names.length > (SHARED_NUMBERS[number] ?? 1)) problems.push(`${names.join(', ')}: one number; the later one takes the next free one`)
}

report('vocabulary', problems)
