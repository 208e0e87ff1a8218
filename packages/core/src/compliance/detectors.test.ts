import { describe, expect, test } from 'vitest'
import { lintText, listMatches, makeRule, makeRulebook, makeWords } from '../../test/compliance/small-rulebook.ts'

const LISTS = [
  makeWords('bad', ['坏话', '差评']),
  makeWords('goods', ['面霜', '口红']),
  makeWords('negation', ['不', '不能', '没有', '别']),
  makeWords('negation.not', ['特别', '不错']),
  makeWords('negation.sentence', ['骗局', '谣言']),
]
const terms = (more: object) => makeRulebook(...LISTS, makeRule('r', { detectors: [{ kind: 'terms', ...more }] }))

describe('negation', () => {
  const negated = terms({ find: ['bad'] })
  const blind = terms({ find: ['bad'], negation: false })
  test.each([
    ['一个字的否定只管下一个字', '不坏话', []],
    ['and one character on', '不说坏话', []],
    ['but no further', '不想说坏话', ['坏话']],
    ['a longer one reaches five characters', '没有一二三四五坏话', []],
    ['and not six', '没有一二三四五六坏话', ['坏话']],
    ['not over a comma', '没有，坏话', ['坏话']],
    ['not over a colon', '没有：坏话', ['坏话']],
    ['not over the end of a sentence', '没有。坏话', ['坏话']],
    ['not backwards', '坏话没有', ['坏话']],
    ['别 in 特别 negates nothing', '特别坏话', ['坏话']],
    ['a real one beside an innocent one', '特别不坏话', []],
    ['a warning after it', '坏话多半是骗局', []],
    ['a warning before it', '骗局里的坏话', []],
    ['a warning in the next sentence warns of something else', '坏话。骗局', ['坏话']],
  ])('%s: %s', (_name, text, expected) => expect(listMatches(negated, text)).toEqual(expected))

  test('a rule may choose not to hear it', () => expect(listMatches(blind, '没有坏话')).toEqual(['坏话']))
})

describe('near', () => {
  const cases: readonly [string, object, string, (string | null)[]][] = [
    ['before, and it stands before', { within: 2, side: 'before' }, '面霜的坏话', ['面霜的坏话']],
    ['before, but it stands after', { within: 2, side: 'before' }, '坏话的面霜', []],
    ['touching counts as zero away', { within: 0 }, '坏话面霜', ['坏话面霜']],
    ['one away is not zero away', { within: 0 }, '坏话的面霜', []],
    ['noise between does not count', { within: 0 }, '坏话 · 面霜', ['坏话 · 面霜']],
    ['anywhere in the sentence, underlined alone', {}, '面霜用了很久很久很久才听到坏话', ['坏话']],
    ['behind a comma it counts, but what is underlined stays in its clause', { within: 4 }, '面霜，全是坏话', ['坏话']],
    ['and so on the other side', { within: 4 }, '坏话，全是面霜', ['坏话']],
    ['a comma elsewhere parts nothing', { within: 4 }, '好，面霜的坏话，好', ['面霜的坏话']],
    ['the next sentence is another sentence', {}, '面霜。坏话', []],
    ['anywhere in the text', { within: 'text' }, '面霜。好。坏话', ['坏话']],
    ['nowhere', { within: 'text' }, '坏话', []],
    ['a negated neighbour is none', { within: 4 }, '不能面霜坏话', []],
  ]
  test.each(cases)('%s', (_name, ...[more, text, expected]) =>
    expect(listMatches(terms({ find: ['bad'], near: [{ any: ['goods'], ...more }] }), text)).toEqual(expected),
  )

  test('all neighbours must be there, and each may be a shape', () => {
    const both = terms({ find: ['bad'], near: [{ any: ['goods'] }, { any: ['@percent'] }] })
    expect(listMatches(both, '面霜坏话99%')).toEqual(['坏话'])
    expect(listMatches(both, '面霜坏话')).toEqual([])
  })

  test('a term is not its own neighbour', () => {
    const own = terms({ find: ['bad'], near: [{ words: ['坏'], within: 3 }] })
    expect(listMatches(own, '坏话')).toEqual([])
    expect(listMatches(own, '坏的坏话')).toEqual(['坏的坏话'])
  })
})

describe('unless', () => {
  const near = terms({ find: ['bad'], unless: [{ words: ['引用'], within: 3 }] })
  test.each([
    ['a saving word close by', '引用坏话', []],
    ['on the other side', '坏话引用', []],
    ['too far away', '引用一二三四坏话', ['坏话']],
    ['it saves one place, not the other', '引用坏话，一二三四五六坏话', ['坏话']],
  ])('%s', (_name, text, expected) => expect(listMatches(near, text)).toEqual(expected))
})

describe('several words at one place', () => {
  test('the longer of two is underlined', () => {
    expect(listMatches(terms({ words: ['坏', '坏话', '坏话连篇'] }), '坏话连篇')).toEqual(['坏话连篇'])
  })
  test('two that overlap are one finding of one rule', () => {
    expect(listMatches(terms({ words: ['坏话', '话多'] }), '坏话多')).toEqual(['坏话'])
  })
  test('two rules tell both', () => {
    const two = makeRulebook(makeRule('a'), makeRule('b'))
    expect(lintText(two, '坏话').findings.map(({ ruleId }) => ruleId)).toEqual(['a', 'b'])
  })
})

describe('length', () => {
  const longest = (max: number, field = 'title') => makeRulebook(makeRule('r', { detectors: [{ kind: 'length', field, max }] }))
  test.each([
    ['exactly as long as allowed', '一二三', []],
    ['one too many', '一二三四', ['四']],
    ['an emoji is one character', '😀😀😀😀', ['😀']],
    ['no title', '', []],
  ])('%s', (_name, title, expected) => expect(listMatches(longest(3), '正文很长很长', { title })).toEqual(expected))
  test('the text has its own limit', () => expect(listMatches(longest(3, 'text'), '一二三四', { title: '一二三四五' })).toEqual(['四']))
})

describe('links', () => {
  const anyLink = makeRulebook(makeRule('r', { detectors: [{ kind: 'links', hosts: ['*'] }] }))
  const shop = makeRulebook(makeRule('r', { detectors: [{ kind: 'links', hosts: ['shop.example', 'mall.example'] }] }))
  test.each([
    ['upper case', 'HTTPS://SHOP.EXAMPLE/1', ['HTTPS://SHOP.EXAMPLE/1']],
    ['two hosts', '看https://shop.example/1和 www.mall.example/2', ['https://shop.example/1', 'www.mall.example/2']],
    ['the bare name is no link', 'shop.example', []],
  ])('%s', (_name, text, expected) => expect(listMatches(shop, text)).toEqual(expected))
  test('a star means every link, in the title too', () => {
    const { findings } = lintText(anyLink, '好', { title: '见https://a.example', links: ['https://b.example'] })
    expect(findings.map(({ field, match }) => [field, match])).toEqual([
      ['links', null],
      ['title', 'https://a.example'],
    ])
  })
  test('no links given and none written', () => expect(listMatches(anyLink, '好')).toEqual([]))
})

describe('facts', () => {
  test('the finding points at the last fact that was asked', () => {
    const asked = makeRulebook(
      makeRule('r', {
        detectors: [
          {
            kind: 'facts',
            when: [
              { fact: 'commissioned', is: true },
              { fact: 'label', is: 'none' },
            ],
          },
        ],
      }),
    )
    expect(lintText(asked, '好', { commissioned: true, label: '' }).findings).toMatchObject([{ field: 'label', span: null, match: null }])
  })
})
