import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shiftFindings } from './shift-findings.ts'

const at = (start: number, end: number, field = 'text') => ({ field, span: { start, end } })
const shift = (before: string, after: string, ...findings: ReturnType<typeof at>[]) =>
  shiftFindings(findings, { field: 'text', before, after }).map(({ span }) => after.slice(span.start, span.end))

describe('findings while a text is typed', () => {
  test('typing before one moves it', () => expect(shift('好最佳', '很好最佳', at(1, 3))).toEqual(['最佳']))
  test('typing behind one leaves it', () => expect(shift('最佳面霜', '最佳的面霜', at(0, 2))).toEqual(['最佳']))
  test('typing inside one takes it away', () => expect(shift('最佳', '最是佳', at(0, 2))).toEqual([]))
  test('deleting one takes it away', () => expect(shift('全国最佳', '全国', at(2, 4))).toEqual([]))
  test('a finding of another field stays where it is', () =>
    expect(shiftFindings([at(0, 2, 'title')], { field: 'text', before: '甲', after: '乙乙' })).toEqual([at(0, 2, 'title')]))
  test('one about the whole text stays', () =>
    expect(shiftFindings([{ field: 'text', span: null }], { field: 'text', before: '甲', after: '' })).toEqual([
      { field: 'text', span: null },
    ]))

  test('whatever is replaced, a finding that stays still covers the same words', () => {
    const words = fc.string({ unit: fc.constantFrom('最', '佳', 'a'), maxLength: 12 })
    fc.assert(
      fc.property(words, words, words, words, (head, old, fresh, tail) => {
        const before = head + old + tail
        const spans = [...before].flatMap((_, start) => [at(start, start + 1), at(0, start)])
        for (const finding of spans)
          for (const moved of shiftFindings([finding], { field: 'text', before, after: head + fresh + tail }))
            expect((head + fresh + tail).slice(moved.span.start, moved.span.end)).toBe(before.slice(finding.span.start, finding.span.end))
      }),
    )
  })
})
