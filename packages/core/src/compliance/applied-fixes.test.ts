import { describe, expect, test } from 'vitest'
import { factsOf, readSentences } from '../../test/compliance/sentences.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'
import { exampleFacts, lint, type ContentFacts, type LintFinding } from './index.ts'

const rulebook = openShippedRulebook()
const AT = '2026-11-22'
const WRITTEN = [
  '全网最好用的修护面霜，国家级配方！',
  '这款面霜是最顶级的成分，最轻最薄。',
  '史上最强防晒，国内最好的面霜。',
  '配方纯天然，成分百分百安全，放心用。',
  '今晚直播间史上最低价99元，手慢无。',
  '医美级面膜，敷完清爽。',
  '机关特供茶叶，礼盒装。',
  '这款贷款秒到账，扫码了解。',
  '特效祛痘霜，清爽不油。',
]

const SETS = [
  'labelled',
  'further',
  'round-1',
  'round-2',
  'round-3',
  'round-4',
  'round-5',
  'round-6',
  'round-7',
  'round-8',
  'other-hand-1',
  'other-hand-2',
  'other-hand-3',
  'fresh-g-n',
  'fresh-g-n-2',
  'training-slide-1',
  'case-summary-1',
  'case-summary-2',
  'plain-posts-1',
  'plain-posts-2',
  'agency-list-1',
]

const drafts: readonly ContentFacts[] = [
  ...WRITTEN.map((text) => ({ id: text, text, category: 'cosmetics' as const, platform: 'xiaohongshu' as const })),
  ...SETS.flatMap((name) => readSentences(`${name}-sentences`)).map(factsOf),
  ...rulebook.entries.flatMap((entry) => entry.examples.invalid.map((example) => exampleFacts(entry, example, AT))),
]

function applyFix(facts: ContentFacts, { field, span, fix }: LintFinding): ContentFacts {
  const original = field === 'title' ? (facts.title ?? '') : facts.text
  if (span === null || fix.replacement === null) throw new Error('no fix')
  return { ...facts, [field]: original.slice(0, span.start) + fix.replacement + original.slice(span.end) }
}

const fixable = drafts.flatMap((facts) =>
  lint(facts, rulebook, { at: AT })
    .findings.filter(({ fix }) => fix.replacement !== null)
    .map((finding) => ({ facts, finding })),
)

describe('a fix', () => {
  test('is offered for words the law names', () => {
    const offered = new Set(fixable.map(({ finding }) => finding.ruleId))
    expect([...offered]).toEqual(
      expect.arrayContaining(['ad-law.art09-3', 'ad-law.art09-2', 'ad-law.art17', 'cosl.bans', 'cpp.art06', 'fin26.art10-7']),
    )
  })

  test('settles its finding and creates no other, in the example of any rule and any labelled sentence', () => {
    const created = fixable.flatMap(({ facts, finding }) => {
      const before = lint(facts, rulebook, { at: AT }).findings
      const after = lint(applyFix(facts, finding), rulebook, { at: AT }).findings
      const known = new Set(before.map(({ ruleId }) => ruleId))
      // Another claim of the same rule may stand in the way of a shorter one; what the fix took away must not be told again.
      const isSame = ({ ruleId, match }: LintFinding) => ruleId === finding.ruleId && match === finding.match
      const isSettled = after.filter(isSame).length < before.filter(isSame).length
      const fresh = after.filter(({ ruleId }) => !known.has(ruleId))
      return isSettled && fresh.length === 0 ? [] : [{ text: facts.text, fixed: applyFix(facts, finding).text, rule: finding.ruleId }]
    })
    expect(created).toEqual([])
  })
})
