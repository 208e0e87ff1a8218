import { describe, expect, test } from 'vitest'
import { fold } from '../fold.ts'
import { TermScanner } from './term-scanner.ts'
import { buildTermTable } from './term-table.ts'

const LENGTH = 20_000
const table = buildTermTable(['最'.repeat(9), '最好', '微信', '加微信', '一二三四五', 'vx', 'aaaaaaaa', '企鹅号'])

// How often a text is looked at, told by a text that counts: the same look-ups for every place, however the text is made.
function countLooks(text: string): number {
  let looks = 0
  const counting = Object.assign(new String(text), {
    charCodeAt: (at: number) => ((looks += 1), text.charCodeAt(at)),
    codePointAt: (at: number) => ((looks += 1), text.codePointAt(at)),
  })
  new TermScanner(table).scan(counting as string)
  return looks
}

describe('a hostile text costs no more than so many looks at each of its places', () => {
  test.each([
    ['a term that overlaps itself', '最'],
    ['hearts', '❤'],
    ['a beginning and hearts', '微❤❤❤❤'],
    ['a beginning and more hearts than are passed over', '微❤❤❤❤❤❤❤❤❤❤'],
    ['letters', 'a'],
    ['digits', '一二三四'],
    ['faces', '😀'],
    ['signs that stand for words', '🐧'],
    ['a sign in every piece', `${'微'.repeat(1023)}㎏`],
    ['half pairs', '\ud83d'],
    ['ends of sentences', '微。'],
  ])('%s', (_name, unit) => {
    const text = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)
    expect(countLooks(text)).toBeLessThan(LENGTH * 30)
    expect(countLooks(text.slice(0, LENGTH / 2)) * 2).toBeGreaterThan(countLooks(text) * 0.9)
  })

  test('every hit is told, however many', () => {
    expect(new TermScanner(table).scan('最好'.repeat(LENGTH)).length).toBe(LENGTH)
    expect(new TermScanner(table).scanFolded(fold('🐧号'.repeat(LENGTH))).length).toBe(LENGTH)
  })
})
