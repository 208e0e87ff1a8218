// Writes examples/exports: format-true exports of people who do not exist, and examples/accounts.jsonl: two of them imported. Run by hand: node --import tsx scripts/make-examples.mjs
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCli } from '../packages/cli/src/run-cli.ts'
import { makeAgencyList } from './examples/agency.mjs'
import { makeHuitunCreators } from './examples/huitun.mjs'
import { makeMediaCrawlerNotes } from './examples/mediacrawler.mjs'
import { makeXiaohongshuPeople } from './examples/people.mjs'
import { makePugongyingCreators } from './examples/pugongying.mjs'
import { makeChance } from './examples/seeded.mjs'
import { makeXingtuSearch } from './examples/xingtu.mjs'

const SEED = 20261122
const folder = join(dirname(fileURLToPath(import.meta.url)), '../examples/exports')

// One stream of chance per file: a change to one leaves the others as they were.
const people = makeXiaohongshuPeople(makeChance(SEED), 85)
const files = {
  'xingtu-search.json': makeXingtuSearch(makeChance(SEED + 1)),
  'pugongying-creators.csv': makePugongyingCreators(makeChance(SEED + 2), people.slice(0, 60)),
  'huitun-creators.xlsx': await makeHuitunCreators(makeChance(SEED + 3), people.slice(45, 85)),
  'agency-list.csv': makeAgencyList(makeChance(SEED + 4), people.slice(40, 55)),
  'mediacrawler-xhs-contents_2026-11-20.jsonl': makeMediaCrawlerNotes(makeChance(SEED + 5), people.slice(10, 28)),
}

mkdirSync(folder, { recursive: true })
for (const [name, content] of Object.entries(files)) {
  writeFileSync(join(folder, name), content)
  process.stdout.write(`examples/exports/${name}\n`)
}

const imported = mkdtempSync(join(tmpdir(), 'kolibra-examples-'))
const sources = ['xingtu-search.json', 'pugongying-creators.csv'].map((name) => join(folder, name))
const note = (text) => process.stderr.write(text)
const code = await runCli(['import', ...sources, '--out', imported], {
  cwd: folder,
  isTerminal: false,
  now: () => Date.now(),
  out: note,
  note,
})
if (code !== 0) throw new Error(`the import of the examples ended with ${code}`)
copyFileSync(join(imported, 'accounts.jsonl'), join(folder, '../accounts.jsonl'))
rmSync(imported, { recursive: true })
process.stdout.write('examples/accounts.jsonl\n')
