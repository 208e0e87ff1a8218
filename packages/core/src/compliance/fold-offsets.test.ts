import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, originalSpan } from './fold.ts'

// What people write into drafts, by intent or to hide a word: every kind of sign whose folding changes the length.
const PIECES = [
  '最',
  '佳',
  'Ａ',
  '９',
  '國',
  '癒',
  '①',
  '㎏',
  '㏂',
  '㈠',
  '\u200b',
  '\ufeff',
  '\u0336',
  '\u20e3',
  '\ufe0f',
  '😀',
  '👨‍👩‍👧',
  '🇨🇳',
  '👍🏽',
  '➕',
  '🐧',
  '𝐕',
  '🅥',
  '。',
  '\n',
  ' ',
  '·',
  '１．５',
  'é',
  'e\u0301',
  '\ud83d',
  '\ude00',
  'ﷺ',
]
const written = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''))
const isHalfOfPair = (text: string, at: number) => /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')

describe('the way back from folded to written', () => {
  test('may be asked for after other texts were folded', () => {
    const folded = fold('第 一')
    fold('別的❤文字')
    expect([[...folded.starts], [...folded.ends], [...folded.gaps]]).toEqual([
      [0, 2],
      [1, 3],
      [0, 1],
    ])
  })

  test('every unit stands for exactly one written character, which folds to it', () => {
    fc.assert(
      fc.property(written, (original) => {
        const folded = fold(original)
        folded.starts.forEach((start, index) => {
          const sign = original.slice(start, folded.ends[index])
          expect([...sign]).toHaveLength(1)
          expect(fold(sign).text).toContain(folded.text[index])
        })
      }),
    )
  })

  test('no span begins or ends inside a surrogate pair', () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.nat(), (original, from, length) => {
        const folded = fold(original)
        if (folded.text === '') return
        const start = from % folded.text.length
        const end = start + 1 + (length % (folded.text.length - start))
        const span = originalSpan(folded, start, end)
        expect(span.start).toBeLessThan(span.end)
        expect(isHalfOfPair(original, span.start)).toBe(false)
        expect(isHalfOfPair(original, span.end)).toBe(false)
      }),
    )
  })

  test('the span of everything holds everything that is not noise', () => {
    fc.assert(
      fc.property(written, (original) => {
        const folded = fold(original)
        if (folded.text === '') return
        const { start, end } = originalSpan(folded, 0, folded.text.length)
        expect(fold(original.slice(0, start)).text).toBe('')
        expect(fold(original.slice(start, end)).text).toBe(folded.text)
        expect(fold(original.slice(end)).text).toBe('')
      }),
    )
  })

  test('folding knows no context: two texts fold as one, the positions of the second moved on', () => {
    fc.assert(
      fc.property(written, written, (left, right) => {
        fc.pre(!isHalfOfPair(left + right, left.length))
        const [first, second, both] = [fold(left), fold(right), fold(left + right)]
        expect(both.text).toBe(first.text + second.text)
        expect([...both.starts]).toEqual([...first.starts, ...second.starts.map((at) => at + left.length)])
        expect([...both.ends]).toEqual([...first.ends, ...second.ends.map((at) => at + left.length)])
      }),
    )
  })
})

describe('what is noise and what is not', () => {
  test.each([
    ['strokes through a word', '微\u0336信\u0336', '微信'],
    ['an accent on top', '最\u0301佳', '最佳'],
    ['an enclosing circle', '最\u20dd佳', '最佳'],
    ['a family of joined people', '好👨‍👩‍👧用', '好用'],
    ['a flag', '好🇨🇳用', '好用'],
    ['a skin tone', '好👍🏽用', '好用'],
    ['a byte order mark', '\ufeff最佳', '最佳'],
    ['a soft hyphen', '最\u00ad佳', '最佳'],
    ['mathematical letters', '加𝐕𝐗', '加vx'],
    ['letters in boxes', '加🅥🆇', '加vx'],
    ['circled letters', 'ⓋⓍ', 'vx'],
    ['bracketed numbers', '⑴㈠', '(1)(一)'],
    ['a satellite, with or without its selector', '🛰🛰\ufe0f', '卫星卫星'],
    ['half a pair is no character', '好\ud83d用', '好用'],
    ['look-alikes of other alphabets', 'ᴠ\u0445 w\u0435ixin', 'vxweixin'],
    ['traditional, however rare', '鑑賞龜鱉', '鉴赏龟鳖'],
    ['digits are no pictographs', '1#*', '1#'],
    ['an ellipsis ends a sentence', '好…用', '好\n用'],
    ['full width marks are their half width', '（好）：用', '(好):用'],
  ])('%s', (_name, original, folded) => expect(fold(original).text).toBe(folded))

  test('a gap is told where something was dropped, and only there', () => {
    expect([...fold('v x').gaps]).toEqual([0, 1])
    expect([...fold('vx').gaps]).toEqual([0, 0])
    expect([...fold(' \u200bvx').gaps]).toEqual([1, 0])
  })
})
