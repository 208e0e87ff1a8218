import { readFileSync } from 'node:fs'
import { lint, type ContentFacts, type LintItem, type Rulebook } from '../../src/compliance/index.ts'

/** One labelled sentence: what it says, what is known of it, and what the linter ought to answer. */
export interface Sentence {
  readonly id: string
  readonly category: string
  readonly text: string
  readonly expect: 'flag' | 'review' | 'pass'
  readonly context: { product?: string; platform?: string; media?: string; date?: string; account?: string; label?: string; age?: number }
}

export interface JudgedSentence {
  readonly sentence: Sentence
  readonly item: LintItem
}

const AT = '2026-11-22'
const FIXTURES = new URL('../../src/compliance/fixtures/', import.meta.url)
const CATEGORY_BY_LETTER: Readonly<Record<string, string>> = {
  B: 'cosmetics',
  C: 'food',
  D: 'medical_service',
  E: 'finance',
  F: 'education',
}
const CATEGORY_BY_PRODUCT: readonly [string, string][] = [
  ['children', 'children_cosmetics'],
  ['cosmetic', 'cosmetics'],
  ['infant formula', 'infant_formula'],
  ['health food', 'health_food'],
]

export function readSentences(name: string): readonly Sentence[] {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), 'utf8'))
}

/** The facts a sentence is linted with: its text, its context and nothing else. */
export function factsOf({ id, text, category, context }: Sentence): ContentFacts {
  const byProduct = CATEGORY_BY_PRODUCT.find(([part]) => context.product?.includes(part))?.[1]
  return {
    id,
    text,
    format: (context.media ?? 'post') as ContentFacts['format'],
    platform: (context.platform === 'wechat' ? 'wechat_oa' : context.platform) as ContentFacts['platform'],
    category: (byProduct ?? CATEGORY_BY_LETTER[category] ?? 'general') as ContentFacts['category'],
    publishAt: context.date ?? AT,
    account: context.account ? 'brand' : 'creator',
    label: context.label,
    creator: context.age === undefined ? undefined : { age: context.age },
  }
}

export function judgeSentences(sentences: readonly Sentence[], rulebook: Rulebook): JudgedSentence[] {
  return sentences.map((sentence) => ({ sentence, item: lint(factsOf(sentence), rulebook, { at: AT }) }))
}

export const isAlarm = ({ verdict }: LintItem): boolean => ['block', 'error', 'warn'].includes(verdict)

/** How many of each expectation were answered as they ought to be, and how many benign ones were not. */
export function countAnswers(judged: readonly JudgedSentence[]) {
  const share = (expected: Sentence['expect'], holds: (item: LintItem) => boolean) => {
    const chosen = judged.filter(({ sentence }) => sentence.expect === expected)
    return { of: chosen.length, found: chosen.filter(({ item }) => holds(item)).length }
  }
  return {
    flagged: share('flag', isAlarm),
    wrongAlarms: share('pass', isAlarm),
    reviewOnPass: share('pass', ({ verdict }) => verdict === 'review'),
    reviewed: share('review', ({ verdict }) => verdict === 'review' || verdict === 'warn'),
  }
}
