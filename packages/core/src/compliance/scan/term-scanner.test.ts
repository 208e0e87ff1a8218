import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../fold.ts'
import { TermScanner } from './term-scanner.ts'
import { buildTermTable } from './term-table.ts'

type Found = readonly [term: string, start: number, end: number]

function scan(terms: readonly string[], text: string): Found[] {
  const table = buildTermTable(terms)
  const hits = new TermScanner(table).scan(text)
  return Array.from({ length: hits.length }, (_, index) => [table.terms[hits.term(index)] ?? '', hits.start(index), hits.end(index)])
}

const isLatin = (unit: string | undefined) => unit !== undefined && /^[a-z]$/.test(unit)

// What the scanner means, said as plainly as it can be: fold all of it, then look for every term at every place.
function scanPlainly(terms: readonly string[], text: string): Found[] {
  const { text: folded, starts, ends, gaps } = fold(text)
  const found: Found[] = []
  const sought = new Set(terms.map((term) => fold(term).text).filter((term) => term !== ''))
  for (let at = 0; at < folded.length; at += 1)
    for (const term of [...sought].sort((a, b) => a.length - b.length)) {
      const end = at + term.length
      if (!folded.startsWith(term, at)) continue
      if (
        Array.from({ length: term.length - 1 }, (_, index) => at + 1 + index).some(
          (unit) => (starts[unit] ?? 0) - (ends[unit - 1] ?? 0) > 8,
        )
      )
        continue
      if (gaps[at] !== 1 && isLatin(folded[at]) && isLatin(folded[at - 1])) continue
      if (gaps[end] !== 1 && isLatin(folded[end - 1]) && isLatin(folded[end])) continue
      found.push([term, starts[at] ?? 0, ends[end - 1] ?? 0])
    }
  return found
}

const SIGNS = ['甲', '乙', '丙', '國', '国', 'v', 'V', 'x', 'Ｘ', 'ᴠ', '1', '①', '⑩', '㎏', 'k', 'g']
const NOISE = [' ', '\u200b', '❤', '❤️', '😀', '👨‍👩‍👧', '·', '。', '\n', '\ud83d', '\udc00']
const PAIRS = ['🐧', '🅥', '𝐗', '𠮷', '企', '鹅', '加', '+']
const piece = fc.constantFrom(...SIGNS, ...SIGNS, ...NOISE, ...PAIRS)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
const term = fc.array(fc.constantFrom(...SIGNS, '🐧', '𠮷'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''))
const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 12 })

describe('TermScanner', () => {
  test.each<[string, string[], string, Found[]]>([
    ['as written', ['微信'], '加微信', [['微信', 1, 3]]],
    ['traditional, full width, capital', ['国v'], '國Ｖ', [['国v', 0, 2]]],
    ['noise lies inside the span, none around it', ['微信'], '❤️微\u200b❤信❤', [['微信', 2, 6]]],
    ['eight signs between are too few to hide it', ['微信'], `微${'·'.repeat(8)}信`, [['微信', 0, 10]]],
    ['nine are another text', ['微信'], `微${'·'.repeat(9)}信`, []],
    ['not over the end of a sentence', ['第一'], '第。一', []],
    [
      'a sign that stands for two',
      ['企鹅', '鹅'],
      '加🐧',
      [
        ['企鹅', 1, 3],
        ['鹅', 1, 3],
      ],
    ],
    [
      'a term of one character',
      ['最', '最好'],
      '最最好',
      [
        ['最', 0, 1],
        ['最', 1, 2],
        ['最好', 1, 3],
      ],
    ],
    [
      'at both ends',
      ['甲乙', '乙'],
      '甲乙',
      [
        ['甲乙', 0, 2],
        ['乙', 1, 2],
      ],
    ],
    [
      'inside a longer Latin word',
      ['vx'],
      'devx vx 𝐕x',
      [
        ['vx', 5, 7],
        ['vx', 8, 11],
      ],
    ],
    ['after a Latin letter of another kind', ['vx'], '𝐚vx ㎏vx', []],
    ['no term', [], '甲乙', []],
    ['no text', ['甲'], '', []],
  ])('%s', (_name, ...[sought, written, expected]) => expect(scan(sought, written)).toEqual(expected))

  // Missed sub-matches are the commonest fault of such searches; the plain search cannot have it.
  test('finds what a plain search finds', () => {
    fc.assert(
      fc.property(terms, text, (sought, written) => {
        expect(scan(sought, written)).toEqual(scanPlainly(sought, written))
      }),
      { numRuns: 300 },
    )
  })

  test('finds it across the pieces in which it reads', () => {
    const padding = fc.tuple(fc.constantFrom('丁', '甲', '·', '😀'), fc.integer({ min: 1005, max: 1030 }))
    fc.assert(
      fc.property(terms, fc.array(fc.tuple(padding, text), { minLength: 1, maxLength: 3 }), (sought, parts) => {
        const written = parts.map(([[sign, count], rest]) => sign.repeat(count) + rest).join('')
        expect(scan(sought, written)).toEqual(scanPlainly(sought, written))
      }),
      { numRuns: 150 },
    )
  })

  test('a scanner that has read one text reads the next as if it were the first', () => {
    const table = buildTermTable(['甲乙', '乙'])
    const scanner = new TermScanner(table)
    scanner.scan('丙甲')
    expect(scanner.scan('乙').length).toBe(1)
    expect(scanner.hits.start(0)).toBe(0)
  })
})
