// Writes what follows from the sources: schemas/*.schema.json, docs/rules/*.md and docs/errors/README.md. With --check it only compares, exit 1 when stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { register } from 'tsx/esm/api'
import { learnLikeness, writeLikenessData } from './learn-likeness.mjs'
import { SCAN_TABLES_UNICODE, writeFoldData, writeSyllableData } from './scan-tables.mjs'
import { namePage, writePage, writePageList } from './rule-pages.mjs'
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
const { BREAK, fold } = await load('packages/core/src/compliance/fold.ts')
const pieces = await load('packages/core/src/compliance/likeness/pieces.ts')
const { LOOK_ALIKES, SIGNS } = await load('packages/core/src/compliance/scan/data/signs.ts')
const { readPart } = await load('packages/files/src/rulebook/index.ts')

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

function readRulebook() {
  const folder = join(root, 'rulebook')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  const read = files.map((file) => ({ file, parts: readPart(readFileSync(join(folder, file), 'utf8'), file) }))
  const broken = read.find(({ parts }) => !parts.ok)
  if (broken) throw new Error(`the rulebook does not load: ${JSON.stringify(broken.parts.refusals[0])}`)
  const compiled = compileRulebook(
    read.flatMap(({ parts }) => parts.value),
    { version: 'docs' },
  )
  if (!compiled.ok) throw new Error(`the rulebook does not compile: ${JSON.stringify(compiled.refusals[0])}`)
  const pages = read.map(({ file, parts }) => ({ file, entries: parts.value.filter(({ kind }) => kind !== 'words') }))
  return { ...compiled.value, pages: pages.filter(({ entries }) => entries.length > 0) }
}

const cell = (text) =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
const known = (value) => (value === null ? 'not recorded' : value)

function writeRow({ id, kind, outcome, title, appliesTo, validFrom, validTo, source, page }) {
  const where = [appliesTo.platforms, appliesTo.categories].map((values) => values.join(', ').replace('*', 'all')).join('; ')
  const link = source.url === null ? source.title : `[${source.title}](${source.url})`
  const cells = [
    `[\`${id}\`](${page}#${id.replaceAll('.', '')})`,
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

function writeRulesPage({ entries, pages }) {
  const rules = entries.filter((entry) => entry.kind === 'rule')
  const pageOf = new Map(pages.flatMap(({ file, entries: own }) => own.map(({ id }) => [id, namePage(file)])))
  return [
    '# The rulebook',
    '',
    'Generated from `rulebook/` by `npm run generate`; do not edit. Engineering, not legal advice: before a team relies on a rule that blocks, a lawyer confirms it.',
    '',
    `${rules.length} rules and ${entries.length - rules.length} facts. A rule known only from reports judges at most \`warn\`, one seen only in an interface or remembered at most \`review\`. What a source did not tell is "not recorded", never guessed.`,
    '',
    '## Pages 分页',
    '',
    ...writePageList(pages),
    '## All entries 全部条目',
    '',
    '| id | outcome | what | platforms; categories | from | to | source | last checked |',
    '|---|---|---|---|---|---|---|---|',
    ...entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((entry) => writeRow({ ...entry, page: pageOf.get(entry.id) })),
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

// The seventh and eighth set in the make-up of the reference are never learnt from: by them one sees how unknown sentences are answered.
const UNSEEN = /^make-up-[78]-/
const SHORTEST = 4

/** What likeness is learnt from: labelled sentences, everyday texts, and what the rules themselves give as good examples. */
function readSentences({ entries, words }) {
  const folder = join(root, 'packages/core/src/compliance/fixtures')
  const names = readdirSync(folder).sort()
  const read = (ending) =>
    names.filter((name) => name.endsWith(ending) && !UNSEEN.test(name)).map((name) => readFileSync(join(folder, name), 'utf8'))
  const unseen = names.filter((name) => UNSEEN.test(name)).flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  // A few of them stand, word for word, among the others too.
  const isSeen = ({ text }) => !unseen.some((one) => one.text === text)
  const labelled = [...read('-sentences.json'), ...read('-taught.json')].flatMap((text) => JSON.parse(text)).filter(isSeen)
  const pick = (wanted) => labelled.filter(({ expect }) => expect === wanted).map(({ text }) => text)
  const good = entries.flatMap(({ examples }) => examples.valid.map(({ text }) => text))
  const sheltering = words.filter(({ protects }) => protects).flatMap(({ terms }) => terms)
  const split = (text) => fold(text).text.split(BREAK)
  const benign = [...pick('pass'), ...read('-everyday.txt').flatMap((text) => text.split('\n')), ...good, ...sheltering].flatMap(split)
  return { flagged: pick('flag').map((text) => split(text).join('')), benign: benign.filter((sentence) => sentence.length >= SHORTEST) }
}

const outputs = new Map(Object.entries(SCHEMAS).map(([name, entry]) => [`schemas/${name}.schema.json`, writeSchema(entry)]))
outputs.set('docs/errors/README.md', writeErrorsPage())
const rulebook = readRulebook()
outputs.set('docs/rules/README.md', writeRulesPage(rulebook))
for (const page of rulebook.pages) outputs.set(`docs/rules/${namePage(page.file)}`, writePage(page))

// What Unicode knows differs by version of Node; these tables are only made and compared by the version that made them.
const scanData = 'packages/core/src/compliance/scan/data'
if (process.versions.unicode === SCAN_TABLES_UNICODE) {
  outputs.set(`${scanData}/fold-data.ts`, writeFoldData(new Map([...SIGNS, ...LOOK_ALIKES])))
  outputs.set(`${scanData}/syllable-data.ts`, writeSyllableData())
}

outputs.set(`${scanData}/likeness-data.ts`, writeLikenessData(learnLikeness(readSentences(rulebook), pieces), pieces))

const isCheck = process.argv.includes('--check')
const isStale = (path, text) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text
const stale = [...outputs].filter(([path, text]) => isStale(path, text))
const leftOver = readdirSync(join(root, 'docs/rules'))
  .map((name) => `docs/rules/${name}`)
  .filter((path) => !outputs.has(path))
for (const [path, text] of stale) {
  process.stdout.write(`${path}: ${isCheck ? 'stale; run npm run generate' : 'written'}\n`)
  if (isCheck) continue
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
for (const path of leftOver) {
  process.stdout.write(`${path}: ${isCheck ? 'belongs to no file of the rulebook; run npm run generate' : 'removed'}\n`)
  if (!isCheck) rmSync(join(root, path))
}
if (isCheck && stale.length + leftOver.length > 0) process.exit(1)
