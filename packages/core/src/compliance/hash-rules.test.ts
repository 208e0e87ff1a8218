import { describe, expect, test } from 'vitest'
import { makeRule, makeRulebook, makeWords } from '../../test/compliance/small-rulebook.ts'
import { hashRules, type RuleReach } from './index.ts'

const asIs = (text: string) => text
const REACH: RuleReach = { platform: 'weibo', category: 'food', format: 'post', day: '2026-11-22' }
const hash = (parts: readonly unknown[], reach: RuleReach = REACH) => hashRules(makeRulebook(...parts), reach, asIs)
const only = (reach: object) => ({ appliesTo: { who: ['creator'], categories: ['*'], platforms: ['*'], formats: ['*'], ...reach } })
const finding = (list: string) => ({ detectors: [{ kind: 'terms', find: [list] }] })

const WORDS = [
  makeWords('bad', ['坏话']),
  makeWords('spare', ['闲话']),
  makeWords('negation', ['不']),
  makeWords('shelter', ['坏话集'], { protects: true }),
]
const RULE = makeRule('a', finding('bad'))
const BASE = [...WORDS, RULE]
const replaced = (id: string, part: unknown) => BASE.map((old) => (old['id'] === id ? part : old))

describe('what could matter to a text changes the hash of its rules', () => {
  test.each<[string, readonly unknown[]]>([
    ['another rule that reaches it', [...BASE, makeRule('b')]],
    ['a rule that is gone', WORDS],
    ['a harder outcome', replaced('a', makeRule('a', { ...finding('bad'), outcome: 'block' }))],
    ['another detector', replaced('a', makeRule('a', { detectors: [{ kind: 'terms', find: ['bad'], negation: false }] }))],
    ['a word in a list it looks into', replaced('bad', makeWords('bad', ['坏话', '丑话']))],
    ['a word that shelters', replaced('shelter', makeWords('shelter', ['坏话集', '坏话本'], { protects: true }))],
    ['a word that turns around', replaced('negation', makeWords('negation', ['不', '别']))],
    ['a rule that ended before its day', replaced('a', makeRule('a', { ...finding('bad'), validTo: '2026-11-21' }))],
  ])('%s', (_, parts) => expect(hash(parts)).not.toBe(hash(BASE)))

  test('words around the words of a list count too', () => {
    const stating = (near: readonly string[]) => [
      ...BASE,
      makeWords('payer', near),
      makeWords('paid', ['付费'], { states: { commissioned: true }, near: [{ any: ['payer'] }] }),
    ]
    expect(hash(stating(['品牌']))).not.toBe(hash(stating(['商家'])))
  })
})

describe('what could not leaves it as it is', () => {
  test.each<[string, readonly unknown[]]>([
    [
      'another title, advice and example',
      replaced('a', makeRule('a', { ...finding('bad'), title: { en: 'new', zh: '新' }, notes: 'new' })),
    ],
    [
      'a source looked at again',
      replaced('a', makeRule('a', { ...finding('bad'), source: { ...(RULE['source'] as object), checkedOn: '2026-11-21' } })),
    ],
    ['a rule of another platform', [...BASE, makeRule('b', only({ platforms: ['douyin'] }))]],
    ['a rule of another category', [...BASE, makeRule('b', only({ categories: ['finance'] }))]],
    ['a rule of another format', [...BASE, makeRule('b', only({ formats: ['live'] }))]],
    ['a rule that starts after its day', [...BASE, makeRule('b', { validFrom: '2026-11-23' })]],
    ['a later end', replaced('a', makeRule('a', { ...finding('bad'), validTo: '2030-01-01' }))],
    ['a list nothing looks into', replaced('spare', makeWords('spare', ['闲话', '闲谈']))],
    ['a note on a list', replaced('bad', makeWords('bad', ['坏话'], { note: 'new' }))],
    ['another order of the parts', BASE.toReversed()],
  ])('%s', (_, parts) => expect(hash(parts)).toBe(hash(BASE)))
})

test('what is not known may be anything: a rule of any platform counts', () => {
  const more = [...BASE, makeRule('b', only({ platforms: ['douyin'] }))]
  const unknown = { ...REACH, platform: null }
  expect(hash(more, unknown)).not.toBe(hash(BASE, unknown))
})

test('one rulebook answers each reach for itself', () => {
  const rulebook = makeRulebook(...BASE, makeRule('b', only({ platforms: ['douyin'] })))
  const of = (platform: 'weibo' | 'douyin') => hashRules(rulebook, { ...REACH, platform }, asIs)
  expect(of('weibo')).not.toBe(of('douyin'))
  expect(of('weibo')).toBe(of('weibo'))
})
