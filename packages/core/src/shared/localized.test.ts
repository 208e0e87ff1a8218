import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinReasons, say, splitReasons } from './index.ts'

describe('reasons as results carry them', () => {
  test('property: split and joined again they are the same sentences in the same places', () => {
    const sentences = fc.array(fc.tuple(fc.string(), fc.string()).map(([en, zh]) => say(en, zh)))
    fc.assert(
      fc.property(sentences, (given) => {
        const split = splitReasons(given)
        expect(split.becauseZh).toHaveLength(split.because.length)
        expect(joinReasons(split)).toEqual(given)
      }),
    )
  })

  test.each([
    { why: 'kept from before there was Chinese', reasons: { because: ['a', 'b'] }, zh: ['a', 'b'] },
    { why: 'Chinese of the first only', reasons: { because: ['a', 'b'], becauseZh: ['甲'] }, zh: ['甲', 'b'] },
    { why: 'more Chinese than English: the surplus has no place', reasons: { because: ['a'], becauseZh: ['甲', '乙'] }, zh: ['甲'] },
  ])('$why', ({ reasons, zh }) => expect(joinReasons(reasons).map((sentence) => sentence.zh)).toEqual(zh))
})
