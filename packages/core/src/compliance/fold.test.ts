import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BREAK, fold, originalSpan } from './fold.ts'

describe('fold', () => {
  test.each([
    ['full width', 'ＶＸ１２３', 'vx123'],
    ['zero width', '微\u200b信', '微信'],
    ['variation selector', '薇❤️信', '薇信'],
    ['separators', '微·信 / v-x', '微信vx'],
    ['traditional', '國家級療癒', '国家级疗愈'],
    ['signs', '➕🐧', '加企鹅'],
    ['circled digits', '①②③', '123'],
    ['keycap digits', '1️⃣2️⃣', '12'],
    ['other pictographs', '好🎉用😀', '好用'],
    ['hard breaks', '好。用！吗？', `好${BREAK}用${BREAK}吗${BREAK}`],
    ['clause marks stay', '程序，安装', '程序,安装'],
    ['ligature letters', '㎏', 'kg'],
    ['nothing', '', ''],
  ])('%s', (_name, original, folded) => expect(fold(original).text).toBe(folded))

  test('a span covers what was written, noise included, and never splits a pair', () => {
    const original = '🎉微\u200b❤️信'
    const folded = fold(original)
    const { start, end } = originalSpan(folded, 0, 2)
    expect(original.slice(start, end)).toBe('微\u200b❤️信')
    const sign = fold('加🐧号')
    expect('加🐧号'.slice(sign.starts[1], sign.ends[2])).toBe('🐧')
  })

  test('positions rise and stay inside the original, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (original) => {
        const folded = fold(original)
        expect(folded.starts.length).toBe(folded.text.length)
        folded.starts.forEach((start, index) => {
          expect(start).toBeGreaterThanOrEqual(folded.starts[index - 1] ?? 0)
          expect(folded.ends[index]).toBeGreaterThan(start)
          expect(folded.ends[index]).toBeLessThanOrEqual(original.length)
        })
      }),
    )
  })

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (original) => {
        expect(fold(fold(original).text).text).toBe(fold(original).text)
      }),
    )
  })
})
