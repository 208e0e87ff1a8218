// Writes what follows from the sources: schemas/*.schema.json, docs/rules/README.md and docs/errors/README.md. With --check it only compares, exit 1 when stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { register } from 'tsx/esm/api'
import { SCAN_TABLES_UNICODE, writeFoldData, writeSyllableData } from './scan-tables.mjs'
import { root } from './source-files.mjs'

register()
const load = (path) => import(pathToFileURL(join(root, path)).href)
const { z } = createRequire(join(root, 'packages/core/package.json'))('zod')
const { compileRulebook, rulebookPartSchema } = await load('packages/core/src/compliance/index.ts')
const { campaignSchema } = await load('packages/core/src/campaigns/index.ts')
const { mappingSchema } = await load('packages/core/src/imports/index.ts')
const { tierTableSchema, toneTargetSchema } = await load('packages/core/src/creators/index.ts')
const { briefSchema } = await load('packages/core/src/briefs/index.ts')
const { ERRORS } = await load('packages/core/src/shared/index.ts')
const { LOOK_ALIKES, SIGNS } = await load('packages/core/src/compliance/scan/data/signs.ts')
const { loadRulebook } = await load('packages/files/src/rulebook/index.ts')

const SCHEMAS = {
  rulebook: ['One file of the rulebook', z.array(rulebookPartSchema)],
  campaign: ['A campaign file', campaignSchema],
  brief: ['A brief file', briefSchema],
  mapping: ['How the columns of a table are to be understood', mappingSchema],
  tone: ['The wished tone of a brand', toneTargetSchema],
  tiers: ['Follower thresholds of the creator types', tierTableSchema],
}

function writeSchema([title, schema]) {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) }, null, 2)}\n`
}

async function readRulebook() {
  const loaded = await loadRulebook(join(root, 'rulebook'))
  const compiled = loaded.ok ? compileRulebook(loaded.value, { version: 'docs' }) : loaded
  if (!compiled.ok) throw new Error(`the rulebook does not load: ${JSON.stringify(compiled.refusals[0])}`)
  return compiled.value
}

const cell = (text) =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
const known = (value) => (value === null ? 'not recorded' : value)

function writeRow({ id, kind, outcome, title, appliesTo, validFrom, validTo, source }) {
  const where = [appliesTo.platforms, appliesTo.categories].map((values) => values.join(', ').replace('*', 'all')).join('; ')
  const link = source.url === null ? source.title : `[${source.title}](${source.url})`
  const cells = [
    `\`${id}\``,
    kind === 'rule' ? outcome : 'fact',
    `${title.en}<br>${title.zh}`,
    where,
    known(validFrom),
    validTo ?? '',
    `${link} ${source.article ?? ''}`,
    known(source.checkedOn),
  ]
  return `| ${cells.map(cell).join(' | ')} |`
}

function writeRulesPage({ entries, words }) {
  const rules = entries.filter((entry) => entry.kind === 'rule')
  return [
    '# The rulebook',
    '',
    'Generated from `rulebook/` by `npm run generate`; do not edit. Engineering, not legal advice: before a team relies on a rule that blocks, a lawyer confirms it.',
    '',
    `${rules.length} rules, ${entries.length - rules.length} facts, ${words.length} word lists. A rule known only from reports judges at most \`warn\`, one seen only in an interface or remembered at most \`review\`. What a source did not tell is "not recorded", never guessed.`,
    '',
    '| id | outcome | what | platforms; categories | from | to | source | last checked |',
    '|---|---|---|---|---|---|---|---|',
    ...entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(writeRow),
    '',
  ].join('\n')
}

function writeErrorsPage() {
  const sections = Object.entries(ERRORS)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, { status, title, fix }]) => [
      `## ${code}`,
      '',
      `${title.en} ${title.zh}`,
      '',
      `Fix: ${fix.en} ${fix.zh}`,
      '',
      `HTTP status ${status}.`,
      '',
    ])
  return [
    '# Codes',
    '',
    'Generated from `packages/core/src/shared/errors.ts` by `npm run generate`; do not edit. A code is for ever.',
    '',
    ...sections,
  ].join('\n')
}

const outputs = new Map(Object.entries(SCHEMAS).map(([name, entry]) => [`schemas/${name}.schema.json`, writeSchema(entry)]))
outputs.set('docs/errors/README.md', writeErrorsPage())
outputs.set('docs/rules/README.md', writeRulesPage(await readRulebook()))

// What Unicode knows differs by version of Node; these tables are only made and compared by the version that made them.
const scanData = 'packages/core/src/compliance/scan/data'
if (process.versions.unicode === SCAN_TABLES_UNICODE) {
  outputs.set(`${scanData}/fold-data.ts`, writeFoldData(new Map([...SIGNS, ...LOOK_ALIKES])))
  outputs.set(`${scanData}/syllable-data.ts`, writeSyllableData())
}

const isCheck = process.argv.includes('--check')
const stale = [...outputs].filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
for (const [path, text] of stale) {
  process.stdout.write(`${path}: ${isCheck ? 'stale; run npm run generate' : 'written'}\n`)
  if (isCheck) continue
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
if (isCheck && stale.length > 0) process.exit(1)
