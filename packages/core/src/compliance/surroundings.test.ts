import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeRule, makeRulebook, makeWords } from '../../test/compliance/small-rulebook.ts'
import type { Stretch } from './neighbours.ts'
import { scanField, type FieldScan } from './scan-field.ts'
import type { SoughtContext } from './sought-lists.ts'
import { findNear, hasAround, isNegated, lookAround } from './surroundings.ts'

const rulebook = makeRulebook(
  makeWords('claim', ['最好', '治愈']),
  makeWords('goods', ['面霜', '好面', '霜']),
  makeWords('negation', ['不', '没有', '别']),
  makeWords('negation.not', ['特别', '不错']),
  makeWords('negation.sentence', ['骗局']),
  makeRule('r', { detectors: [{ kind: 'terms', find: ['claim'] }] }),
)
const numberOf = (list: string) => rulebook.terms.numbers.get(list) ?? -1
const hitsOf = (scan: FieldScan, list: string) => scan.hits.get(numberOf(list))
const sentenceOf = (text: string, at: number) => text.slice(0, at + 1).split('\n').length

const unit = fc.constantFrom('最好', '治愈', '面霜', '好面', '霜', '不', '没有', '特别', '别', '不错', '骗局', '，', '。', '：', '的', ' ')
const written = fc.string({ unit, maxLength: 16 })

// Few enough hits that none is left out for being too many.
const isPlainlyNear = (hit: Stretch, other: Stretch, { within, side }: SoughtContext, text: string) => {
  const doTouch = other.start < hit.end && hit.start < other.end
  if (doTouch || within === 'text') return !doTouch
  if (sentenceOf(text, hit.start) !== sentenceOf(text, other.start)) return false
  const isBefore = other.end <= hit.start
  if (side !== 'either' && isBefore !== (side === 'before')) return false
  return within === 'sentence' || (isBefore ? hit.start - other.end : other.start - hit.end) <= within
}

describe('neighbours of a hit', () => {
  const context = fc.record({
    lists: fc.constant([numberOf('goods')]),
    within: fc.constantFrom<SoughtContext['within']>('text', 'sentence', 0, 2, 6),
    side: fc.constantFrom<SoughtContext['side']>('before', 'after', 'either'),
  })

  test('one is found exactly when a look at all of them finds one', () => {
    fc.assert(
      fc.property(written, context, (original, asked) => {
        const scan = scanField('text', original, { rulebook })
        for (const hit of hitsOf(scan, 'claim')) {
          const wanted = hitsOf(scan, 'goods').filter((other) => isPlainlyNear(hit, other, asked, scan.folded.text))
          const found = findNear(hit, lookAround(asked, scan), { scan, mayOverlap: false, skipNegated: false })
          if (found === undefined) expect(wanted).toEqual([])
          else expect(wanted).toContainEqual(found)
          expect(hasAround(hit, [asked], scan)).toBe(found !== undefined)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the nearest start is the one found', () => {
    const scan = scanField('text', '面霜的最好的面霜和面霜', { rulebook })
    const around = lookAround({ lists: [numberOf('goods')], within: 'sentence', side: 'after' }, scan)
    const [hit] = hitsOf(scan, 'claim')
    expect(hit && findNear(hit, around, { scan, mayOverlap: false, skipNegated: false })).toEqual({ start: 6, end: 8 })
  })

  test('what overlaps the hit is asked for or not', () => {
    const scan = scanField('text', '最好面霜', { rulebook })
    const around = lookAround({ lists: [numberOf('goods')], within: 0, side: 'before' }, scan)
    const [hit] = hitsOf(scan, 'claim')
    const find = (mayOverlap: boolean) => hit && findNear(hit, around, { scan, mayOverlap, skipNegated: false })
    expect([find(true), find(false)]).toEqual([{ start: 1, end: 3 }, undefined])
  })

  test('a text of many sentences is asked about each sentence alone', () => {
    const scan = scanField('text', `面霜。${'最好。'.repeat(500)}最好的面霜`, { rulebook })
    const asked: SoughtContext = { lists: [numberOf('goods')], within: 'sentence', side: 'either' }
    const near = hitsOf(scan, 'claim').filter((hit) => hasAround(hit, [asked], scan))
    expect(near).toEqual(hitsOf(scan, 'claim').slice(-1))
  })

  test('lists without a hit are not gathered', () => {
    const scan = scanField('text', '面霜', { rulebook })
    const lists = [numberOf('claim'), numberOf('goods'), numberOf('@number')]
    expect(lookAround({ lists, within: 'text', side: 'either' }, scan).lists).toEqual([hitsOf(scan, 'goods')])
  })
})

describe('what turns a claim around', () => {
  const covers = (words: readonly Stretch[], no: Stretch) => words.some((word) => word.start <= no.start && no.end <= word.end)
  const isPlainlyNegated = (hit: Stretch, scan: FieldScan) => {
    const { text } = scan.folded
    if (hitsOf(scan, 'negation.sentence').some(({ start }) => sentenceOf(text, start) === sentenceOf(text, hit.start))) return true
    return hitsOf(scan, 'negation').some((no) => {
      const distance = hit.start - no.end
      const isInReach = distance >= 0 && distance <= (no.end - no.start === 1 ? 1 : 5)
      return isInReach && !/[\n,:]/.test(text.slice(no.end, hit.start)) && !covers(hitsOf(scan, 'negation.not'), no)
    })
  }

  test('is what a look at every negation finds', () => {
    fc.assert(
      fc.property(written, (original) => {
        const scan = scanField('text', original, { rulebook })
        for (const hit of hitsOf(scan, 'claim')) expect(isNegated(hit, scan)).toBe(isPlainlyNegated(hit, scan))
      }),
      { numRuns: 500 },
    )
  })

  test('a rulebook without such lists negates nothing', () => {
    const plain = makeRulebook(makeRule('r'))
    const scan = scanField('text', '不是坏话，别说坏话', { rulebook: plain })
    expect(scan.hits.get(plain.terms.numbers.get('=坏话') ?? -1).map((hit) => isNegated(hit, scan))).toEqual([false, false])
  })
})
