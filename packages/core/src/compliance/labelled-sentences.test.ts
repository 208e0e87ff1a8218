import { describe, expect, test } from 'vitest'
import { lint } from './index.ts'
import { countAnswers, factsOf, judgeSentences, readSentences } from '../../test/compliance/sentences.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'

const rulebook = openShippedRulebook()

// Floors: what is reached is kept. Every set was tuned on after its first look, so these numbers compare versions of
// this linter; how it does on sentences it has never seen stands in docs/lint-quality.md.
describe.each([
  ['labelled-sentences', { flagged: 66, wrongAlarms: 0, reviewOnPass: 0, reviewed: 32 }],
  ['further-sentences', { flagged: 128, wrongAlarms: 0, reviewOnPass: 0, reviewed: 33 }],
  ['round-1-sentences', { flagged: 241, wrongAlarms: 0, reviewOnPass: 1, reviewed: 38 }],
  ['round-2-sentences', { flagged: 172, wrongAlarms: 0, reviewOnPass: 0, reviewed: 21 }],
  ['round-3-sentences', { flagged: 112, wrongAlarms: 0, reviewOnPass: 0, reviewed: 14 }],
  ['round-4-sentences', { flagged: 82, wrongAlarms: 0, reviewOnPass: 0, reviewed: 7 }],
  ['round-5-sentences', { flagged: 31, wrongAlarms: 0, reviewOnPass: 1, reviewed: 6 }],
  ['round-6-sentences', { flagged: 71, wrongAlarms: 0, reviewOnPass: 1, reviewed: 15 }],
  ['round-7-sentences', { flagged: 64, wrongAlarms: 0, reviewOnPass: 0, reviewed: 7 }],
  ['round-8-sentences', { flagged: 43, wrongAlarms: 0, reviewOnPass: 0, reviewed: 5 }],
  ['other-hand-1-sentences', { flagged: 69, wrongAlarms: 0, reviewOnPass: 0, reviewed: 16 }],
  ['other-hand-3-sentences', { flagged: 44, wrongAlarms: 0, reviewOnPass: 0, reviewed: 2 }],
  ['other-hand-2-sentences', { flagged: 62, wrongAlarms: 1, reviewOnPass: 0, reviewed: 8 }],
  ['fresh-a-f-sentences', { flagged: 60, wrongAlarms: 0, reviewOnPass: 1, reviewed: 13 }],
  ['fresh-a-f-2-sentences', { flagged: 28, wrongAlarms: 0, reviewOnPass: 0, reviewed: 1 }],
  ['near-misses-a-f-sentences', { flagged: 1, wrongAlarms: 1, reviewOnPass: 0, reviewed: 0 }],
  ['fresh-g-n-sentences', { flagged: 95, wrongAlarms: 0, reviewOnPass: 1, reviewed: 16 }],
  ['fresh-g-n-2-sentences', { flagged: 38, wrongAlarms: 0, reviewOnPass: 0, reviewed: 4 }],
  ['training-slide-1-sentences', { flagged: 105, wrongAlarms: 0, reviewOnPass: 0, reviewed: 16 }],
  ['case-summary-1-sentences', { flagged: 126, wrongAlarms: 0, reviewOnPass: 0, reviewed: 13 }],
  ['plain-posts-1-sentences', { flagged: 132, wrongAlarms: 0, reviewOnPass: 2, reviewed: 12 }],
  ['agency-list-1-sentences', { flagged: 117, wrongAlarms: 0, reviewOnPass: 1, reviewed: 11 }],
  ['case-summary-2-sentences', { flagged: 125, wrongAlarms: 0, reviewOnPass: 1, reviewed: 11 }],
  ['plain-posts-2-sentences', { flagged: 104, wrongAlarms: 0, reviewOnPass: 4, reviewed: 0 }],
  ['plain-sentences-1-sentences', { flagged: 86, wrongAlarms: 0, reviewOnPass: 1, reviewed: 0 }],
  ['make-up-1-sentences', { flagged: 132, wrongAlarms: 0, reviewOnPass: 1, reviewed: 29 }],
  ['make-up-2-sentences', { flagged: 221, wrongAlarms: 0, reviewOnPass: 2, reviewed: 21 }],
  ['make-up-3-sentences', { flagged: 131, wrongAlarms: 0, reviewOnPass: 0, reviewed: 33 }],
  ['make-up-4-sentences', { flagged: 130, wrongAlarms: 0, reviewOnPass: 3, reviewed: 13 }],
  ['make-up-5-sentences', { flagged: 130, wrongAlarms: 0, reviewOnPass: 1, reviewed: 21 }],
  ['make-up-6-sentences', { flagged: 90, wrongAlarms: 0, reviewOnPass: 1, reviewed: 21 }],
  // Never taught and never mended by: of these two only counts were read.
  ['make-up-7-sentences', { flagged: 117, wrongAlarms: 4, reviewOnPass: 0, reviewed: 26 }],
  ['make-up-8-sentences', { flagged: 117, wrongAlarms: 2, reviewOnPass: 2, reviewed: 32 }],
])('%s', (name, floor) => {
  const judged = judgeSentences(readSentences(name), rulebook)
  const counts = countAnswers(judged)
  // eslint-disable-next-line no-console -- the measured numbers are the point of this test
  console.log(name, JSON.stringify(counts))

  test('recall does not fall, wrong alarms do not rise', () => {
    expect(counts.flagged.found).toBeGreaterThanOrEqual(floor.flagged)
    expect(counts.reviewed.found).toBeGreaterThanOrEqual(floor.reviewed)
    expect(counts.wrongAlarms.found).toBeLessThanOrEqual(floor.wrongAlarms)
    expect(counts.reviewOnPass.found).toBeLessThanOrEqual(floor.reviewOnPass)
  })

  test.each(judged)('spans stand in the original: $sentence.id', ({ sentence, item }) => {
    for (const { span, match } of item.findings) if (span) expect(sentence.text.slice(span.start, span.end)).toBe(match)
    expect(item).toEqual(lint(factsOf(sentence), rulebook, { at: '2026-11-22' }))
  })
})
