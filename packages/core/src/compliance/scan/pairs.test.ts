import { describe, expect, test } from 'vitest'
import { hasMeaningfulPair, isInsidePair, isLatinAt, isLatinBefore, isMeaningfulPair } from './pairs.ts'

describe('isInsidePair', () => {
  test.each([
    ['between the halves', '甲😀乙', 2, true],
    ['before both', '甲😀乙', 1, false],
    ['after both', '甲😀乙', 3, false],
    ['beside a lone half', '甲\ude00', 1, false],
    ['before the text', '甲', 0, false],
  ])('%s', (_name, text, at, expected) => expect(isInsidePair(text, at)).toBe(expected))
})

describe('isMeaningfulPair', () => {
  test.each([
    ['a face', '😀', false],
    ['a skin tone', '🏽', false],
    ['a sign that stands for a word', '🐧', true],
    ['a letter', '𝐕', true],
    ['a rare character', '𠮷', true],
    ['half a pair', '\ud83d', false],
    ['two first halves', '\ud83d\ud83d', false],
    ['no pair', '甲乙', false],
  ])('%s', (_name, text, expected) => {
    expect(isMeaningfulPair(text, 0)).toBe(expected)
    expect(hasMeaningfulPair(`甲${text}乙`, 0, text.length + 2)).toBe(expected)
  })

  test('only what begins in the stretch counts', () => {
    expect(hasMeaningfulPair('🐧甲', 2, 3)).toBe(false)
    expect(hasMeaningfulPair('甲🐧', 0, 1)).toBe(false)
  })
})

describe('Latin neighbours', () => {
  test.each([
    ['a letter', 'a', true],
    ['a capital', 'Q', true],
    ['full width', 'Ｑ', true],
    ['Cyrillic that looks Latin', '\u0435', true],
    ['a letter of mathematics', '𝐕', true],
    ['a unit sign', '㎏', true],
    ['a Chinese character', '甲', false],
    ['a digit', '1', false],
    ['a face', '😀', false],
    ['a space', ' ', false],
  ])('%s', (_name, sign, expected) => {
    expect(isLatinAt(`甲${sign}`, 1)).toBe(expected)
    expect(isLatinBefore(`甲${sign}乙`, 1 + sign.length)).toBe(expected)
  })

  test('nothing stands before and after a text', () => {
    expect(isLatinBefore('a', 0)).toBe(false)
    expect(isLatinAt('a', 1)).toBe(false)
  })
})
