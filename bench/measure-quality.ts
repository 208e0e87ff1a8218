import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileRulebook, type Rulebook } from '@kolibra/core/compliance'
import { loadRulebook } from '@kolibra/files/rulebook'
import { isAlarm, judgeSentences, readSentences, type JudgedSentence } from '../packages/core/test/compliance/sentences.ts'

const AT = '2026-11-22'
// Their sentences are not listed, for whoever reads what is missed will mend by it.
const UNREAD = /^make-up-[78]-/
const NAMES: Readonly<Record<string, string>> = {
  A: 'absolute terms',
  B: 'cosmetics',
  C: 'food, health food, infant formula',
  D: 'medical, aesthetic, devices',
  E: 'finance',
  F: 'education',
  G: 'symbols, superstition, morals',
  H: 'drain-off contacts',
  I: 'disclosure',
  J: 'price, promotion, lottery, reviews',
  K: 'endorser, age, minors',
  L: 'AI label, digital human',
  M: 'citations, data, patents',
  N: 'alcohol, tobacco, restricted goods',
}

/** Precision and recall per category over every labelled set of the repository but the unread ones; writes the tables of docs/lint-quality.md anew. */
export async function measureQuality({ root }: { root: string }): Promise<string[]> {
  const entries = await loadRulebook(join(root, 'rulebook'))
  const compiled = entries.ok ? compileRulebook(entries.value, { version: AT }) : entries
  if (!compiled.ok) return [`rulebook: ${JSON.stringify(compiled.refusals)}`]
  const judged = listSets(root).flatMap((name) => judgeSentences(readSentences(name), compiled.value))
  const document = join(root, 'docs/lint-quality.md')
  const tables = { categories: tableOfCategories(judged), todo: listTodo(compiled.value), misses: listMisses(judged) }
  const text = Object.entries(tables).reduce((so, [name, lines]) => putBetween(so, name, lines), readFileSync(document, 'utf8'))
  writeFileSync(document, text)
  return [...tables.categories, `known misses in rule files: ${tables.todo.length}, answered wrongly in the sets: ${tables.misses.length}`]
}

function listSets(root: string): string[] {
  return readdirSync(join(root, 'packages/core/src/compliance/fixtures'))
    .filter((name) => name.endsWith('-sentences.json') && !UNREAD.test(name))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()
}

function tableOfCategories(judged: readonly JudgedSentence[]): string[] {
  const letters = Object.keys(NAMES)
  const rows = letters.map(
    (letter) => [`${letter} ${NAMES[letter]}`, judged.filter(({ sentence }) => sentence.category === letter)] as const,
  )
  return [
    '| category | flag | recall | precision | pass | review on pass |',
    '|---|---|---|---|---|---|',
    ...[...rows, ['all', judged] as const].map(([name, some]) => describeRow(name, some)),
  ]
}

// A review sentence may be answered with warn; only a benign one spoils precision.
function describeRow(name: string, judged: readonly JudgedSentence[]): string {
  const of = (expected: string) => judged.filter(({ sentence }) => sentence.expect === expected)
  const alarms = (some: readonly JudgedSentence[]) => some.filter(({ item }) => isAlarm(item)).length
  const [flag, pass] = [of('flag'), of('pass')]
  const found = alarms(flag)
  const looks = pass.filter(({ item }) => item.verdict === 'review').length
  return `| ${name} | ${flag.length} | ${share(found, flag.length)} | ${share(found, found + alarms(pass))} | ${pass.length} | ${share(looks, pass.length)} |`
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3)
}

function listTodo(rulebook: Rulebook): string[] {
  return rulebook.entries.flatMap(({ id, examples }) => examples.todo.map(({ text, should }) => `- \`${id}\` ought to ${should}: ${text}`))
}

function listMisses(judged: readonly JudgedSentence[]): string[] {
  return judged
    .filter(({ sentence, item }) => (sentence.expect === 'flag' ? !isAlarm(item) : sentence.expect === 'pass' && item.verdict !== 'pass'))
    .map(({ sentence, item }) => `- ${sentence.id} ought to ${sentence.expect}, says ${item.verdict}: ${sentence.text}`)
}

function putBetween(text: string, name: string, lines: readonly string[]): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [start, end] = [text.indexOf(open), text.indexOf(close)]
  if (start < 0 || end < start) return text
  return `${text.slice(0, start + open.length)}\n${lines.join('\n')}\n${text.slice(end)}`
}
