import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findShape, findUrls, SHAPE_NAMES } from './find-shapes.ts'
import { listHits } from '../../test/compliance/list-hits.ts'
import { expandTerm, plantTerms } from './find-terms.ts'
import { fold } from './fold.ts'

const namesAt = (sources: readonly (readonly [string, readonly string[]])[], text: string) => {
  const finder = plantTerms(sources.map(([id, terms]) => ({ id, terms })))
  return listHits(finder, fold(text)).map(({ list, start, end }) => `${list} ${start}-${end}`)
}
const shapesOf = (text: string, name: string) => {
  const folded = fold(text)
  return findShape(name, folded, text).map(({ start, end }) => folded.text.slice(start, end))
}

describe('terms', () => {
  const cases: readonly { why: string; lists: [string, string[]][]; text: string; found: string[] }[] = [
    {
      why: 'one term in two lists is told for both',
      lists: [
        ['a', ['最佳']],
        ['b', ['最佳']],
      ],
      text: '最佳',
      found: ['a 0-2', 'b 0-2'],
    },
    { why: 'twice in one list is told once', lists: [['a', ['最佳', '最佳']]], text: '最佳', found: ['a 0-2'] },
    { why: 'two spellings that fold alike are one', lists: [['a', ['國家級', '国家级']]], text: '国家级', found: ['a 0-3'] },
    { why: 'a term that is nothing but noise finds nothing', lists: [['a', ['❤', ' ']]], text: '❤ ', found: [] },
    { why: 'the shorter of two is told first', lists: [['a', ['最佳面霜', '最佳']]], text: '最佳面霜', found: ['a 0-2', 'a 0-4'] },
    { why: 'a term may overlap itself', lists: [['a', ['哈哈']]], text: '哈哈哈', found: ['a 0-2', 'a 1-3'] },
    { why: 'upper case in the list', lists: [['a', ['NO.1']]], text: 'no.1面霜', found: ['a 0-3'] },
    { why: 'letters on both sides', lists: [['a', ['ai']]], text: 'said ai 画', found: ['a 4-6'] },
    { why: 'a digit in front is no letter', lists: [['a', ['vx']]], text: '8vx', found: ['a 1-3'] },
    { why: 'a term cut off by the end', lists: [['a', ['最佳面霜']]], text: '最佳面', found: [] },
  ]
  test.each(cases)('$why', ({ lists, text, found }) => expect(namesAt(lists, text)).toEqual(found))

  test.each([
    ['a{b,c}d{e,f}', ['abde', 'abdf', 'acde', 'acdf']],
    ['{一}', ['一']],
    ['{,不}好', ['好', '不好']],
    ['好}坏{', ['好}坏{']],
    ['', ['']],
  ])('%s is spelt out', (term, expected) => expect(expandTerm(term)).toEqual(expected))

  test('how many terms a pattern spells is the product of its choices', () => {
    const group = fc.uniqueArray(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(group, { maxLength: 4 }), (groups) => {
        const spelt = expandTerm(groups.map((choices) => `{${choices.join(',')}}`).join('x'))
        expect(new Set(spelt).size).toBe(groups.reduce((product, choices) => product * choices.length, 1))
      }),
    )
  })
})

describe('shapes', () => {
  test.each([
    ['@number', '买3送一', ['3', '一']],
    ['@number', '１２３件', ['123']],
    ['@number', '没有数', []],
    ['@percent', '99%的人，百分之九十，九成', ['99%', '百分之九十', '九成']],
    ['@percent', '９９％', ['99%']],
    ['@percent', '100个', []],
    ['@duration', '28天，两周，三个月，1小时，一次', ['28天', '两周', '三个月', '1小时', '一次']],
    ['@duration', '天天向上', []],
    ['@year', '2025年和1999年', ['2025年', '1999年']],
    ['@year', '3025年', []],
    ['@longNumber', '电话13800138000', ['13800138000']],
    ['@longNumber', '1380', []],
    ['@phone', '一三九〇〇〇〇五六七八，打这个', ['一三九〇〇〇〇五六七八']],
    ['@phone', '壹叁玖，零零零零，壹贰叁肆', ['壹叁玖，零零零零，壹贰叁肆'.replaceAll('，', ',')]],
    ['@phone', '订单号913800138000', []],
    ['@phone', '23800138000', []],
    ['@longNumber', '①②③④⑤', ['12345']],
    ['@longNumber', '12345粉丝', []],
    ['@longNumber', '20000w播放', []],
    ['@longNumber', '20000wx', ['20000']],
    ['@latinId', '加abc和x1', ['abc']],
    ['@accountId', 'kol2026和kol和2026', ['kol2026']],
    ['@accountId', '1abc2d', ['abc2d']],
    ['@phone', '13,8,0,0,1,3,8，0,0,0', ['13,8,0,0,1,3,8,0,0,0']],
    ['@phone', '138，00138，000', ['138,00138,000']],
    ['@phone', '13800138.00', []],
    ['@phone', '一三八零零一三八零零零', ['一三八零零一三八零零零']],
    ['@longNumber', '1,2345', []],
    ['@longNumber', '零二三4', []],
    ['@longNumber', '零二三45', ['零二三45']],
    ['@year', '2025年', ['2025年']],
  ] as const)('%s in %s', (name, text, expected) => expect(shapesOf(text, name)).toEqual(expected))

  test('a detector may name every shape that is found, and no other', () => {
    const text = '3天99%，2025年，13800138000，kol2026'
    const found = new Set([...SHAPE_NAMES].filter((name) => findShape(name, fold(text), text).length > 0))
    expect([...SHAPE_NAMES].toSorted()).toEqual([...found].toSorted())
  })

  // The tail holds every shape, so the quick look lets the text through; a break parts it from what stands before.
  test('the quick look before the slow one hides nothing', () => {
    const unit = fc.constantFrom('1', '3', '８', '一', '零', ',', '、', 'a', 'b', '年', '%', '天', '的', '。')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const [folded, tailed] = [fold(text), `${text}\n13800138000年3天9%abc12`]
        for (const name of SHAPE_NAMES) {
          const within = findShape(name, fold(tailed), tailed).filter(({ start }) => start < folded.text.length)
          expect(findShape(name, folded, text)).toEqual(within)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('whatever is written, shapes lie in the text, are not empty and stand in order', () => {
    const unit = fc.constantFrom('1', '９', '一', '百', 'a', 'Ｗ', '天', '个', '%', '年', '。', '·', '😀')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const folded = fold(text)
        for (const name of SHAPE_NAMES) {
          const hits = findShape(name, folded, text)
          hits.forEach(({ start, end }, index) => {
            expect(start).toBeGreaterThanOrEqual(hits[index - 1]?.end ?? 0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(folded.text.length)
          })
        }
      }),
    )
  })
})

describe('web addresses', () => {
  test.each([
    ['HTTPS://Shop.Example/A', ['HTTPS://Shop.Example/A']],
    ['（https://a.example/x）', ['https://a.example/x']],
    ['"https://a.example"', ['https://a.example']],
    ['<https://a.example>', ['https://a.example']],
    ['看https://a.example/x，https://b.example', ['https://a.example/x', 'https://b.example']],
    ['a.example/x', []],
    ['https://', []],
  ])('%s', (text, expected) => expect(findUrls(text).map(({ url }) => url)).toEqual(expected))

  test('each address stands where it says', () => {
    const text = '😀见 www.a.example 和 https://b.example/😀 吧'
    for (const { url, start, end } of findUrls(text)) expect(text.slice(start, end)).toBe(url)
  })
})
