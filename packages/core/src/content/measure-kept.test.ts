import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureKept, type DraftStep } from './index.ts'

const draft = (text: string): DraftStep => ({ kind: 'draft', text })
const ASKED: DraftStep = { kind: 'asked' }
const REFUSED: DraftStep = { kind: 'refused' }

const FIRST = '早晚都在用的面霜' // eight characters
const HALF = '早晚都在'
const OTHER = '质地很轻薄'

describe('how much of the first draft was kept', () => {
  test.each([
    { why: 'no draft: not known', steps: [], kept: null, ownChange: null },
    { why: 'a request alone is no draft', steps: [ASKED], kept: null, ownChange: null },
    { why: 'a first draft without words: not known, not zero', steps: [draft(' ！'), ASKED, draft(FIRST)], kept: null, ownChange: null },
    { why: 'published as it came', steps: [draft(FIRST)], kept: 1, ownChange: 0 },
    { why: 'half struck on request', steps: [draft(FIRST), ASKED, draft(HALF)], kept: 0.5, ownChange: 0 },
    { why: 'rewritten whole on request', steps: [draft(FIRST), ASKED, draft(OTHER)], kept: 0, ownChange: 0 },
    { why: 'only added to on request', steps: [draft(FIRST), ASKED, draft(`${FIRST}${OTHER}`)], kept: 1, ownChange: 0 },
    { why: 'a change of the creator’s own is not the brand’s', steps: [draft(FIRST), draft(HALF)], kept: 1, ownChange: 0.5 },
    {
      why: 'own change, then a request for the rest',
      steps: [draft(FIRST), draft(HALF), ASKED, draft('早晚')],
      kept: 0.75,
      ownChange: 0.5,
    },
    { why: 'a request counts for the next version only', steps: [draft(FIRST), ASKED, draft(FIRST), draft(HALF)], kept: 1, ownChange: 0.5 },
    { why: 'a refused request asks nothing', steps: [draft(FIRST), ASKED, REFUSED, draft(HALF)], kept: 1, ownChange: 0.5 },
    { why: 'asked again after the refusal', steps: [draft(FIRST), ASKED, REFUSED, ASKED, draft(HALF)], kept: 0.5, ownChange: 0 },
    { why: 'struck on request and put back', steps: [draft(FIRST), ASKED, draft(HALF), draft(FIRST)], kept: 1, ownChange: 0 },
    { why: 'two requests add up', steps: [draft(FIRST), ASKED, draft(HALF), ASKED, draft('早晚')], kept: 0.25, ownChange: 0 },
    { why: 'a request before the first draft is no change of it', steps: [ASKED, draft(FIRST)], kept: 1, ownChange: 0 },
  ])('$why', ({ steps, kept, ownChange }) => {
    expect(measureKept(steps)).toMatchObject({ kept, ownChange })
  })

  test('says over how many versions, and how many were asked for', () => {
    expect(measureKept([draft(FIRST), ASKED, draft(HALF), draft(HALF)])).toMatchObject({ versions: 3, asked: 1 })
  })

  test('property: within 0–1, and the brand’s part and the creator’s make up what is gone', () => {
    const text = fc.string({ unit: fc.constantFrom(...'早晚都在用面霜质地'), minLength: 1, maxLength: 12 })
    const step = fc.oneof(text.map(draft), fc.constant(ASKED), fc.constant(REFUSED))
    fc.assert(
      fc.property(text, fc.array(step, { maxLength: 8 }), (first, steps) => {
        const { kept, ownChange } = measureKept([draft(first), ...steps])
        expect(kept).toBeGreaterThanOrEqual(0)
        expect(kept).toBeLessThanOrEqual(1)
        expect(ownChange).toBeGreaterThanOrEqual(-1e-12)
        expect((kept ?? 0) - (ownChange ?? 0)).toBeGreaterThanOrEqual(-1e-12)
      }),
    )
  })
})
