import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segmentText } from './segment-text.ts'

const show = (text: string, spans: ({ start: number; end: number } | null)[]) =>
  segmentText(text, spans).map((segment) => `${segment.text}:${segment.covers.join('+')}`)

describe('segmentText', () => {
  test('no finding is one plain segment', () => expect(show('一瓶面霜', [])).toEqual(['一瓶面霜:']))
  test('empty text has no segment', () => expect(show('', [{ start: 0, end: 3 }])).toEqual([]))
  test('a finding in the middle', () => expect(show('abc最好xyz', [{ start: 3, end: 5 }])).toEqual(['abc:', '最好:0', 'xyz:']))
  test('overlapping findings share the middle', () =>
    expect(
      show('abcdef', [
        { start: 0, end: 4 },
        { start: 2, end: 6 },
      ]),
    ).toEqual(['ab:0', 'cd:0+1', 'ef:1']))
  test('one inside the other', () =>
    expect(
      show('abcdef', [
        { start: 0, end: 6 },
        { start: 2, end: 3 },
      ]),
    ).toEqual(['ab:0', 'c:0+1', 'def:0']))
  test('the same place twice is drawn once with both', () =>
    expect(
      show('ab', [
        { start: 0, end: 1 },
        { start: 0, end: 1 },
      ]),
    ).toEqual(['a:0+1', 'b:']))
  test('an emoji counts two units, as the linter counts', () => expect(show('😀好', [{ start: 2, end: 3 }])).toEqual(['😀:', '好:0']))
  test('empty, reversed and null spans cover nothing, far ones are cut', () =>
    expect(show('abc', [{ start: 1, end: 1 }, { start: 3, end: 1 }, null, { start: 2, end: 99 }])).toEqual(['ab:', 'c:3']))

  test('joined segments are the text; every unit has exactly the findings that cover it', () => {
    const span = fc.record({ start: fc.integer({ min: -2, max: 14 }), end: fc.integer({ min: -2, max: 14 }) })
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.array(span, { maxLength: 5 }), (text, spans) => {
        const segments = segmentText(text, spans)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        for (const segment of segments)
          for (let at = segment.start; at < segment.start + segment.text.length; at += 1)
            expect(segment.covers).toEqual(spans.flatMap(({ start, end }, index) => (start <= at && at < end ? [index] : [])))
      }),
    )
  })
})
