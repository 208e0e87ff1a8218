import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { compileRulebook, lint, type ContentFacts, type Rulebook } from '@kolibra/core/compliance'
import { loadRulebook } from '@kolibra/files/rulebook'

const AT = '2026-11-22'

/** Recall on claims that regulators penalised, and how often everyday reviews are stopped. */
export async function measureLint({ data, root }: { data: string; root: string }): Promise<string[]> {
  const entries = await loadRulebook(join(root, 'rulebook'))
  if (!entries.ok) return [`rulebook: ${JSON.stringify(entries.refusals)}`]
  const compiled = compileRulebook(entries.value, { version: AT })
  if (!compiled.ok) return [`rulebook: ${JSON.stringify(compiled.refusals)}`]
  const rulebookOfDay = compiled.value
  return [
    ...measureRecall(data, rulebookOfDay),
    // Words were chosen with the first slice in sight, and the second was looked at meanwhile; by the third none was chosen.
    ...measureEveryday('everyday reviews', readReviews(data, 0), rulebookOfDay),
    ...measureEveryday('everyday reviews looked at meanwhile', readReviews(data, 17), rulebookOfDay),
    ...measureEveryday('everyday reviews no word was chosen by', readReviews(data, 3), rulebookOfDay),
    ...measureEveryday('Xiaohongshu posts found under 广告', readPosts(data), rulebookOfDay),
  ]
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

function readReviews(data: string, slice: number): string[] {
  const rows = gunzipSync(readFileSync(join(data, 'zh_sentiment/online_shopping_10_cats.csv.gz')))
    .toString('utf8')
    .split('\n')
    .slice(1)
  return rows.filter((_, index) => index % 20 === slice).map((row) => row.split(',').slice(2).join(','))
}

// Many are posts about advertising and some are advertisements, so this is no count of false alarms; it is looked over by hand.
function readPosts(data: string): string[] {
  const table = new TextDecoder('gb18030').decode(readFileSync(join(data, 'xhs_posts_gb18030/Posts_first60.csv')))
  const rows = Papa.parse<Record<string, string>>(table, { header: true, skipEmptyLines: true }).data
  const byNote = new Map(rows.map((row) => [row['note_id'], `${row['title'] ?? ''}\n${row['desc'] ?? ''}`]))
  return [...byNote.values()]
}

function measureEveryday(name: string, texts: readonly string[], rulebook: Rulebook): string[] {
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
    `${name} (${texts.length}): stopped ${counts.stopped} (${((1000 * counts.stopped) / texts.length).toFixed(1)} per 1,000), warned or for review ${counts.warned} (${((1000 * counts.warned) / texts.length).toFixed(1)} per 1,000)`,
    `speed: ${(counts.chars / ms / 1000).toFixed(2)} M characters/s, ${((1000 * ms) / texts.length).toFixed(0)} µs a review`,
  ]
}
