import type { Judgement } from '../detectors.ts'
import { BREAK, fold } from '../fold.ts'
import { isWorse } from '../outcomes.ts'
import type { ContentFacts, LintExemption, Span } from '../schema.ts'
import { findAlike } from './weigh.ts'

const doTouch = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** Takes likeness away wherever a rule speaks for itself: it only fills silence, and argues with no exemption. */
export function hushLikeness(judgements: readonly Judgement[], exemptions: readonly LintExemption[]): readonly Judgement[] {
  if (judgements.every(({ sentence }) => sentence === undefined)) return judgements
  const clear = judgements.filter(({ sentence, by }) => sentence === undefined && isWorse(by.outcome, 'review'))
  if (exemptions.some(({ span }) => span === null) || clear.some(({ span }) => span === null))
    return judgements.filter(({ sentence }) => sentence === undefined)
  const told = [...clear, ...exemptions]
  const spoken = new Map(
    ['title', 'text'].map((field) => [
      field,
      told.flatMap((one) => (one.field === field && one.span ? [one.span] : [])).sort((a, b) => a.start - b.start),
    ]),
  )
  return judgements.filter(({ field, sentence }) => sentence === undefined || !isSpokenFor(sentence, spoken.get(field) ?? []))
}

// Spans are sorted by start, but a long one may begin before others that end earlier.
const LONGEST = 1000
const REACH = 64

function isSpokenFor(sentence: Span, spans: readonly Span[]): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) < sentence.end) low = middle + 1
    else high = middle
  }
  for (let at = low - 1; at >= Math.max(0, low - REACH); at -= 1) {
    const span = spans[at]
    if (span === undefined || sentence.start - span.start > LONGEST) return false
    if (doTouch(span, sentence)) return true
  }
  return false
}

const NEAR = 200

/** Whether the sentence around a mended place would read like a punished claim, where the rule of likeness is in force. */
export function wouldReadAlike(
  text: string,
  span: Span,
  { replacement, margin, category }: { replacement: string; margin: number; category: ContentFacts['category'] },
): boolean {
  const before =
    fold(text.slice(Math.max(0, span.start - NEAR), span.start))
      .text.split(BREAK)
      .at(-1) ?? ''
  const after = fold(text.slice(span.end, span.end + NEAR)).text.split(BREAK)[0] ?? ''
  return findAlike(before + fold(replacement).text + after, { category, margin }).length > 0
}
