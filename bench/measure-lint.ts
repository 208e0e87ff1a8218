import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { compileRulebook, lint, type ContentFacts, type Rulebook } from '@kolibra/core/compliance'
import { loadRulebook } from '@kolibra/files/rulebook'

const AT = '2026-11-22'

/** Recall on claims that regulators penalised, and how often everyday reviews are stopped. */
export async function measureLint({ data, root }: { data: string; root: string }): Promise<string[]> {
  const entries = await loadRulebook(join(root, 'rulebook'))
  if (!entries.ok) return [`rulebook: ${JSON.stringify(entries.refusals)}`]
  const compiled = compileRulebook(entries.value, { version: AT })
  if (!compiled.ok) return [`rulebook: ${JSON.stringify(compiled.refusals)}`]
  return [...measureRecall(data, compiled.value), ...measureEveryday(data, compiled.value)]
}

// The product as the case names it decides the category; that is what a brand would fill in.
const CATEGORY_BY_PRODUCT: readonly [RegExp, ContentFacts['category']][] = [
  [/化妆品/, 'cosmetics'],
  [/保健食品/, 'health_food'],
  [/食品|酒/, 'food'],
  [/医疗器械/, 'medical_device'],
  [/药/, 'drug'],
  [/医疗|医院/, 'medical_service'],
  [/房地产|楼/, 'real_estate'],
  [/教育|培训/, 'education'],
  [/金融|理财|贷/, 'finance'],
]

function measureRecall(data: string, rulebook: Rulebook): string[] {
  const cases = readFileSync(join(data, 'ad_law_cases/violating_claims.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): { id: string; text: string; product: string; detectable: string } => JSON.parse(line))
  const readable = cases.filter((item) => item.detectable === 'text')
  const missed = readable.filter(({ id, text, product }) => {
    const category = CATEGORY_BY_PRODUCT.find(([pattern]) => pattern.test(product))?.[1] ?? 'general'
    return lint({ id, text, category }, rulebook, { at: AT }).verdict === 'pass'
  })
  return [
    `penalised claims found: ${readable.length - missed.length} of ${readable.length} (missed ${missed.map(({ id }) => id).join(', ') || 'none'})`,
  ]
}

function measureEveryday(data: string, rulebook: Rulebook): string[] {
  const rows = gunzipSync(readFileSync(join(data, 'zh_sentiment/online_shopping_10_cats.csv.gz')))
    .toString('utf8')
    .split('\n')
    .slice(1)
  const texts = rows.filter((_, index) => index % 20 === 0).map((row) => row.split(',').slice(2).join(','))
  const started = process.hrtime.bigint()
  const counts = { stopped: 0, warned: 0, chars: 0 }
  for (const [index, text] of texts.entries()) {
    const { verdict } = lint({ id: String(index), text, category: 'general' }, rulebook, { at: AT })
    counts.chars += text.length
    if (verdict === 'block' || verdict === 'error') counts.stopped += 1
    if (verdict === 'warn' || verdict === 'review') counts.warned += 1
  }
  const ms = Number(process.hrtime.bigint() - started) / 1e6
  return [
    `everyday reviews (${texts.length}): stopped ${counts.stopped} (${((1000 * counts.stopped) / texts.length).toFixed(1)} per 1,000), warned or for review ${counts.warned} (${((1000 * counts.warned) / texts.length).toFixed(1)} per 1,000)`,
    `speed: ${(counts.chars / ms / 1000).toFixed(2)} M characters/s, ${((1000 * ms) / texts.length).toFixed(0)} µs a review`,
  ]
}
