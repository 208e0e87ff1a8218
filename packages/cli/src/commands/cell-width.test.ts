import { describe, expect, test } from 'vitest'
import { showControls, widthOf } from './cell-width.ts'

describe('cells on a terminal', () => {
  test.each([
    ['abc', 3],
    ['面霜', 4],
    ['Ａ', 2],
    ['　', 2],
    ['😀', 2],
    ['微\u200b信', 4],
    ['e\u0301', 1],
    ['👍🏽', 2],
    ['👨‍👩‍👧', 2],
    ['🇨🇳', 2],
    ['1️⃣', 2],
    ['❤️', 2],
    ['✅', 2],
    ['“”…', 3],
    ['한', 2],
    ['𠮷', 2],
    ['ｶﾞ', 1],
    ['', 0],
  ])('%j takes %i', (text, cells) => expect(widthOf(text)).toBe(cells))
})

describe('signs that would act on the terminal', () => {
  test.each([
    ['\u001b[31m红', '␛[31m红'],
    ['甲\t乙', '甲 乙'],
    ['甲\u202e乙\u2066', '甲␦乙␦'],
    ['甲\u007f', '甲␡'],
    ['微\u200b信😀', '微\u200b信😀'],
  ])('%j is shown as %j', (text, shown) => expect(showControls(text)).toBe(shown))
})
