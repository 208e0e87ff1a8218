import { describe, expect, test } from 'vitest'
import { DIGIT, foldTable, LATIN, LONG, NOISE, NUMERAL, UNIT } from './fold-table.ts'

const { units, long } = foldTable()
const of = (sign: string) => units[sign.charCodeAt(0)] ?? 0

describe('foldTable', () => {
  test.each([
    ['甲', '甲', 0],
    ['國', '国', 0],
    ['，', ',', 0],
    ['Ａ', 'a', LATIN],
    ['ɢ', 'g', LATIN],
    ['９', '9', DIGIT],
    ['⑨', '9', DIGIT],
    ['萬', '万', NUMERAL],
    ['。', '\n', 0],
    ['+', '加', 0],
  ])('%s becomes %s', (sign, folded, kind) => {
    expect(String.fromCharCode(of(sign) & UNIT)).toBe(folded)
    expect(of(sign) & ~UNIT).toBe(kind)
  })

  test.each([' ', '·', '\u200b', '\ufe0f', '\u0301', '❤', '♥', '〰'])('%j is dropped', (sign) => expect(of(sign)).toBe(NOISE))

  test.each([
    ['㎏', 'kg'],
    ['⑩', '10'],
    ['🐧', '企鹅'],
    ['𝐕', 'v'],
    ['😀', ''],
  ])('%s is read as %j', (sign, folded) => {
    expect(of(sign)).toBe(LONG)
    expect(long.get(sign.codePointAt(0) ?? 0)).toBe(folded)
  })

  test('what folds to one unit is folded to the end', () => {
    for (const folded of units) if ((folded & (NOISE | LONG)) === 0) expect((units[folded & UNIT] ?? 0) & UNIT).toBe(folded & UNIT)
  })

  test('it is unpacked once', () => expect(foldTable()).toBe(foldTable()))
})
