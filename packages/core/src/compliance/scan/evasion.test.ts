import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../fold.ts'
import { sayTerm } from './evasion-table.ts'
import { soundTable } from './syllables.ts'
import { TermScanner } from './term-scanner.ts'
import { buildTermTable } from './term-table.ts'

const everyTerm = () => true

function scanSounds(terms: readonly string[], text: string): string[] {
  const table = buildTermTable(terms, { isEvadable: everyTerm })
  const hits = new TermScanner(table).scan(text)
  return Array.from({ length: hits.length }, (_, index) => index)
    .filter((index) => hits.isBySound(index))
    .map((index) => `${table.terms[hits.term(index)]} ${hits.start(index)}-${hits.end(index)}`)
}

const isLatin = (unit: string | undefined) => unit !== undefined && /^[a-z]$/.test(unit)

// Every way to say every term, tried at every place.
function scanSoundsPlainly(terms: readonly string[], text: string): string[] {
  const { of } = soundTable()
  const { text: folded, starts, ends, gaps } = fold(text)
  const heard = Array.from(folded.split(''), (unit) => of[unit.charCodeAt(0)] ?? 0)
  const joins = (at: number) => gaps[at] !== 1 && isLatin(folded[at]) && isLatin(folded[at - 1])
  const isSaid = (saying: readonly number[], at: number) =>
    saying.every(
      (sound, index) => heard[at + index] === sound && (index === 0 || (starts[at + index] ?? 0) - (ends[at + index - 1] ?? 0) <= 8),
    )
  const findOne = (term: string, saying: readonly number[]) =>
    heard.flatMap((_, at) => {
      const end = at + saying.length
      const isHit = isSaid(saying, at) && folded.slice(at, end) !== term && !joins(at) && !joins(end)
      return isHit ? [`${term} ${starts[at] ?? 0}-${ends[end - 1] ?? 0}`] : []
    })
  const sought = [...new Set(terms.map((each) => fold(each).text))]
  return [...new Set(sought.flatMap((term) => sayTerm(term).flatMap((saying) => findOne(term, saying))))].sort()
}

describe('terms by their sound', () => {
  test.each([
    ['another character of the same sound', '加薇信', ['微信 1-3']],
    ['pinyin', '加weixin', ['微信 1-7']],
    ['half pinyin', '微xin', ['微信 0-4']],
    ['the first letter', '加w信', ['微信 1-3']],
    ['first letters alone say too little', '加wx', []],
    ['through noise', '薇❤️·信', ['微信 0-5']],
    ['traditional, full width, pairs', '衛信 Ｗei𝐱𝐢𝐧', ['微信 0-2', '微信 3-12']],
    ['inside a longer Latin word', 'weixing', []],
    ['as it is written, no evasion', '微信', []],
    ['another sound', '微博', []],
  ])('%s', (_name, text, expected) => expect(scanSounds(['微信'], text)).toEqual(expected))

  test.each([
    ['a digit for a numeral', '第一', '第1', ['第一 0-2']],
    ['a circled one', '第一', '第①', ['第一 0-2']],
    ['a longer term, two characters spelled', '二维码领取', 'er维ma领取', ['二维码领取 0-7']],
    ['a longer term, three characters spelled', '二维码领取', 'er维ma领qu', []],
    ['a term with Latin letters', 'v信', 'v芯', ['v信 0-2']],
    ['a term of one character has no sound', '最', '醉', []],
  ])('%s', (_name, term, text, expected) => expect(scanSounds([term], text)).toEqual(expected))

  test('two terms that sound alike are both told', () => {
    expect(scanSounds(['微信', '威信'], '薇信').sort()).toEqual(['威信 0-2', '微信 0-2'])
  })

  test('only the terms that may be evaded are found by sound', () => {
    const table = buildTermTable(['微信', '唯一'], { isEvadable: (term) => term === '微信' })
    expect(new TermScanner(table).scan('薇信为一').length).toBe(1)
  })

  const unit = fc.constantFrom(
    '微',
    '薇',
    '信',
    '心',
    '加',
    '家',
    '1',
    '一',
    'w',
    'e',
    'i',
    'x',
    'n',
    '❤',
    '·',
    '😀',
    '🐧',
    '𝐱',
    '。',
    '鵝',
    '鹅',
    '企',
  )
  const term = fc
    .array(fc.constantFrom('微', '信', '加', '一', 'x', '企', '鹅'), { minLength: 2, maxLength: 4 })
    .map((units) => units.join(''))

  test('finds what a plain search finds, and what is written as it did before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(term, { minLength: 1, maxLength: 5 }), fc.array(unit, { maxLength: 40 }), (terms, units) => {
        const text = units.join('')
        expect([...new Set(scanSounds(terms, text))].sort()).toEqual(scanSoundsPlainly(terms, text))
        const table = buildTermTable(terms, { isEvadable: everyTerm })
        const both = new TermScanner(table).scan(text)
        const written = Array.from({ length: both.length }, (_, index) => index).filter((index) => !both.isBySound(index))
        const plain = new TermScanner(buildTermTable(terms)).scan(text)
        expect(written.map((index) => [both.term(index), both.start(index), both.end(index)])).toEqual(
          Array.from({ length: plain.length }, (_, index) => [plain.term(index), plain.start(index), plain.end(index)]),
        )
      }),
      { numRuns: 200 },
    )
  })
})

describe('sayTerm', () => {
  test.each([
    ['a sign without sound', '微?', 0],
    ['too long', '一二三四五六七八九', 0],
    ['one character', '微', 0],
    ['two: each as sound, pinyin or first letter, but not both as first letters', '微信', 8],
  ])('%s', (_name, sought, ways) => expect(sayTerm(sought)).toHaveLength(ways))
})
