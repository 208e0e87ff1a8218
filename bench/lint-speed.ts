// Run by measure-lint-speed.ts, bundled as the product is: `lint-speed.mjs DATA ROOT`.
import { compileRulebook, lint, type ContentFacts, type Rulebook } from '@kolibra/core/compliance'
import { loadRulebook } from '@kolibra/files/rulebook'
import { join } from 'node:path'
import { makeHostileTexts } from './hostile-texts.ts'
import { readReviews } from './scan-corpus.ts'

const AT = '2026-11-22'
const FACTS: Omit<ContentFacts, 'id' | 'text'> = { category: 'cosmetics', platform: 'xiaohongshu', format: 'post', account: 'creator' }
// Batches are short, so that some of them fall into moments in which nobody else needs the machine.
const BATCH = 100
const ROUNDS = 5
const SLOWEST = 4

/** How fast the whole linter is with all rules: on reviews as posts, on short ones as comments, and on texts made to keep it busy. */
async function measure(data: string, root: string): Promise<string[]> {
  const parts = await loadRulebook(join(root, 'rulebook'))
  if (!parts.ok) return [`rulebook: ${JSON.stringify(parts.refusals)}`]
  const before = process.cpuUsage()
  const compiled = compileRulebook(parts.value, { version: AT })
  if (!compiled.ok) return [`rulebook: ${JSON.stringify(compiled.refusals)}`]
  const reviews = readReviews(data)
  const within = (least: number, most: number) => reviews.filter(({ length }) => length >= least && length <= most)
  return [
    `${compiled.value.entries.length} entries, ${compiled.value.terms.lists.length} terms; compiled in ${cpuMs(before).toFixed(0)} ms of CPU`,
    describeSpeed('posts of 60 to 600 characters', within(60, 600).slice(0, 3000), compiled.value),
    describeSpeed('posts of 600 characters and more', within(600, 3000).slice(0, 600), compiled.value),
    describeSpeed('comments of 20 to 40 characters', within(20, 40).slice(0, 4000), compiled.value),
    ...measureHostile(compiled.value),
  ]
}

const cpuMs = (before: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function describeSpeed(name: string, texts: readonly string[], rulebook: Rulebook): string {
  const characters = texts.reduce((sum, { length }) => sum + length, 0)
  const batches = Array.from({ length: Math.floor(texts.length / BATCH) }, (_, index) => texts.slice(index * BATCH, (index + 1) * BATCH))
  let total = 0
  const paces = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    const ns = batches.map((batch) => timeBatch(batch, rulebook))
    total = cpuMs(before)
    return Math.min(...ns)
  })
  const nsPerCharacter = Math.min(...paces)
  const mean = characters / texts.length
  return `${name}: best batch ${(1000 / nsPerCharacter).toFixed(1)} M characters/s, ${Math.round(1e9 / (nsPerCharacter * mean))} texts/s; the last round as a whole ${(characters / total / 1000).toFixed(1)} M characters per second of CPU`
}

function timeBatch(batch: readonly string[], rulebook: Rulebook): number {
  const started = process.hrtime.bigint()
  for (const [index, text] of batch.entries()) lint({ id: String(index), text, ...FACTS }, rulebook, { at: AT })
  return Number(process.hrtime.bigint() - started) / batch.reduce((sum, { length }) => sum + length, 0)
}

function measureHostile(rulebook: Rulebook): string[] {
  const measured = makeHostileTexts().map(([name, text]) => {
    const runs = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage()
      lint({ id: name, text, ...FACTS }, rulebook, { at: AT })
      return cpuMs(before)
    })
    return { name, ms: Math.min(...runs) }
  })
  const slowest = measured.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST)
  return [
    `${measured.length} hostile texts of a million characters, CPU, slowest first: ${slowest.map(({ name, ms }) => `${name} ${ms.toFixed(0)} ms`).join(', ')}`,
  ]
}

const [data = '', root = ''] = process.argv.slice(2)
process.stdout.write(`${(await measure(data, root)).join('\n')}\n`)
