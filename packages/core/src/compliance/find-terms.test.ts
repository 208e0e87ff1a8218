import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listHits } from '../../test/compliance/list-hits.ts'
import { expandTerm, plantTerms } from './find-terms.ts'
import { fold } from './fold.ts'

const find = (terms: readonly string[], text: string) => {
  const folded = fold(text)
  return listHits(plantTerms([{ id: 'list', terms }]), folded).map((hit) => folded.text.slice(hit.start, hit.end))
}

describe('expandTerm', () => {
  test.each([
    ['最佳', ['最佳']],
    ['最{好,强}', ['最好', '最强']],
    ['{买,送}{一,二}', ['买一', '买二', '送一', '送二']],
    ['请{先,}问', ['请先问', '请问']],
    ['开{口', ['开{口']],
  ])('%s', (term, expected) => expect(expandTerm(term)).toEqual(expected))
})

describe('findTerms', () => {
  test('finds terms inside terms and overlapping terms', () => {
    expect(find(['全国第一', '第一', '一名'], '全国第一名')).toEqual(['全国第一', '第一', '一名'])
  })
  test.each([
    ['latin words are whole words', ['vx'], 'devx vxyz', []],
    ['a dropped space still ends a word', ['vx'], 'my vx abc', ['vx']],
    ['a digit ends a word', ['vx'], '加vx888', ['vx']],
    ['Chinese beside Latin', ['v信'], '加v信', ['v信']],
    ['no term over a hard break', ['第一'], '第。一', []],
    ['evasion by separators', ['第一'], '第·一', ['第一']],
    ['nothing to find', ['第一'], '', []],
  ])('%s', (_name, ...[terms, text, expected]) => expect(find(terms, text)).toEqual(expected))

  // The family's commonest bug is a missed sub-match, so a plain search over a small alphabet is the judge.
  test('agrees with a brute-force search', () => {
    const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 8 }), fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '。') }), (terms, text) => {
        const folded = fold(text)
        const found = listHits(plantTerms([{ id: 'list', terms }]), folded).map(({ start, end }) => `${start}-${end}`)
        const expected = terms.flatMap((term) =>
          [...folded.text].flatMap((_, at) => (folded.text.startsWith(term, at) ? [`${at}-${at + term.length}`] : [])),
        )
        expect(found.sort()).toEqual(expected.sort())
      }),
    )
  })

  test('a hostile text stays linear: no term is longer than its list says', () => {
    const text = '最'.repeat(200_000)
    expect(find(['最'.repeat(20)], text).length).toBe(200_000 - 19)
  })
})

describe('terms by their sound', () => {
  const finder = plantTerms([
    { id: 'plain', terms: ['微信', '公众号'], heardAs: 'hidden' },
    { id: 'other', terms: ['卫星', '加群'] },
  ])
  const hear = (text: string) => listHits(finder, fold(text)).map(({ list, start, end }) => `${list} ${start}-${end}`)
  test.each([
    ['as it is written it is no disguise', '微信', ['plain 0-2']],
    ['another, rare character', '葳信', ['hidden 0-2']],
    ['pinyin', '加weixin吧', ['hidden 1-7']],
    ['half of it in pinyin', '公zhong号', ['hidden 0-7']],
    ['through noise', '葳❤信', ['hidden 0-2']],
    ['a common character in its place is chance', '因为信任', []],
    ['a word that the rulebook knows is that word', '卫星', ['other 0-2']],
    ['a list that is not heard', '佳群', []],
    ['inside a longer Latin word', 'weixing', []],
  ])('%s', (_name, text, expected) => expect(hear(text)).toEqual(expected))
})
