import { describe, expect, test } from 'vitest'
import { buildTermTable, pairHash } from './term-table.ts'
import { ALONE, CODE, MANY, PAIR, SKIP } from './word-layout.ts'

const wordOf = (table: ReturnType<typeof buildTermTable>, sign: string) => table.words[sign.charCodeAt(0)] ?? 0

describe('buildTermTable', () => {
  test('terms are folded, and equal ones are one', () => {
    expect([...buildTermTable(['微信', '微 信', '國', '国', '❤', '']).terms].sort()).toEqual(['国', '微信'])
  })

  test('no hit can be longer than the reach', () => {
    expect(buildTermTable(['甲', '甲乙丙']).reach).toBeGreaterThanOrEqual(3 * 2 + 2 * 8)
    expect(buildTermTable(['装装'], { isEvadable: () => true }).reach).toBeGreaterThanOrEqual('zhuangzhuang'.length * (1 + 8))
  })

  test('what folds alike has one code and one symbol; what no term holds has none', () => {
    const table = buildTermTable(['国v'])
    expect(wordOf(table, '國')).toBe(wordOf(table, '国'))
    expect(wordOf(table, 'Ｖ')).toBe(wordOf(table, 'v'))
    expect(wordOf(table, 'v')).not.toBe(wordOf(table, '国'))
    expect(table.symbols['國'.charCodeAt(0)]).toBe(table.symbols['国'.charCodeAt(0)])
    expect(wordOf(table, '甲')).toBe(0)
    expect(table.symbols['甲'.charCodeAt(0)]).toBe(0)
  })

  test.each([
    ['a space', ' ', SKIP],
    ['a heart', '❤', SKIP],
    ['half a pair', '\ud83d', SKIP | PAIR],
    ['a unit sign', '㎏', MANY],
    ['a character by itself', '最', ALONE],
  ])('the filter is told of %s', (_name, sign, bits) => {
    expect(wordOf(buildTermTable(['最', '甲乙']), sign) & ~CODE).toBe(bits)
  })

  test('a pair of neighbours is noted for the beginning of a term, with its third', () => {
    const table = buildTermTable(['甲乙', '丙丁戊'])
    const code = (sign: string) => wordOf(table, sign) & CODE
    expect(table.starts[pairHash(code('甲'), code('乙'))]).toBe(-1)
    expect(table.starts[pairHash(code('丙'), code('丁'))]).toBe(1 << (code('戊') & 31))
    expect(table.starts[pairHash(code('丁'), code('丙'))]).toBe(0)
  })
})
