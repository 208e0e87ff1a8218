// One word, one meaning: no drawer names, kebab-case files, SQL only in stores and queries, no default exports, no banned calls in core.
import { readFileSync } from 'node:fs'
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

for (const path of listSources()) {
  const text = readFileSync(join(root, path), 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  const isComponent = path.endsWith('.tsx')
  if (DRAWERS.test(path)) problems.push(`${path}: a drawer name says nothing; name the one thing it does`)
  if (!isComponent && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/.test(basename(path))) problems.push(`${path}: file names are kebab-case`)
  if (/^export default/m.test(code) && !path.endsWith('config.ts')) problems.push(`${path}: default export`)
  if (path.startsWith('packages/server/src/') && !isTest(path) && !SQL_HOMES.test(path) && SQL.test(code))
    problems.push(`${path}: SQL outside a store, queries.ts or platform/`)
  if (!path.startsWith('packages/core/src/') || isTest(path)) continue
  for (const [pattern, why] of CORE_BANS) if (pattern.test(code)) problems.push(`${path}: core ${why}`)
}

report('vocabulary', problems)
