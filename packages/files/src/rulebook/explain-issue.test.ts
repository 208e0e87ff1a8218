import { describe, expect, test } from 'vitest'
import { readPart } from './index.ts'

const RULE = `- id: own.a
  kind: rule
  title: { en: a, zh: 甲 }
  requirement: { en: a, zh: 甲 }
  appliesTo: { who: [creator], categories: ['*'], platforms: [weibo], formats: ['*'] }
  outcome: warn
  validFrom: null
  validTo: null
  validFromConfidence: read
  source: { title: 办法, number: null, article: null, url: null, checkedOn: null, readKind: full_text_copy }
  penalty: null
  detectors: [{ kind: terms, words: [甜] }]
  fix: { en: a, zh: 甲 }
  examples: { valid: [{ text: 淡 }, { text: 咸 }], invalid: [{ text: 甜 }, { text: 甜的 }] }
  status: in_force
  notes: null
`

/** Field and sentence of every fault, after one change. */
function faultsOf(from: string, to: string): (readonly [string | null, string])[] {
  const read = readPart(RULE.replace(from, to), 'a.yaml')
  return read.ok ? [] : read.refusals.map(({ field, problem }) => [field, problem])
}

describe('a fault of a rulebook file in words', () => {
  test.each<[string, string, string | null, RegExp]>([
    [', zh: 甲 }\n  requirement', ' }\n  requirement', 'title.zh', /^is missing; give a text$/],
    ['zh: 甲 }\n  requirement', 'zh: 甲, 或: null }\n  requirement', 'title', /^has fields that nobody knows: 或$/],
    ['outcome: warn', 'outcome: hard', 'outcome', /^is none of: block, error, warn, review, info$/],
    ['[weibo]', '[myspace]', 'appliesTo.platforms.0', /^is none of: .*weibo.*douyin/],
    ['[weibo]', 'weibo', 'appliesTo.platforms', /^should be a list$/],
    ['validFrom: null', 'validFrom: soon', 'validFrom', /^is not a day like 2026-11-22$/],
    ['validFrom: null', "validFrom: '2026-02-30'", 'validFrom', /^is not a day like 2026-11-22$/],
    ['kind: terms', 'kind: term', 'detectors.0.kind', /^is none of: terms, facts, length, topics, likeness, links$/],
    ['words: [甜]', 'word: [甜]', 'detectors.0', /^has fields that nobody knows: word$/],
    ['notes: null', 'notes: null\n  colour: red', null, /^has fields that nobody knows: colour$/],
    ['title: { en: a, zh: 甲 }', 'title: 7', 'title', /^should be a mapping$/],
    ['kind: rule', 'kind: Rule', 'kind', /^is none of: rule, fact, words$/],
    ['id: own.a', 'id: Own A', 'id', /^does not fit: /],
  ])('%j written as %j', (...[from, to, field, sentence]) => {
    const faults = faultsOf(from, to)
    expect(faults.map(([name]) => name)).toEqual([field])
    expect(faults[0]?.[1]).toMatch(sentence)
  })

  test.each<[string, string, string | null]>([
    [', zh: 甲 }\n  requirement', ' }\n  requirement', '缺失，请填写文本'],
    ['zh: 甲 }\n  requirement', 'zh: 甲, 或: null }\n  requirement', '含有未知字段：或'],
    ['outcome: warn', 'outcome: hard', '只能是：block, error, warn, review, info'],
    ['[weibo]', 'weibo', '应为列表'],
    ['validFrom: null', 'validFrom: soon', '不是 2026-11-22 这样的日期'],
    ['notes: null', 'notes: null\n  colour: red', '含有未知字段：colour'],
    ['kind: rule', 'kind: Rule', '只能是：rule, fact, words'],
    ['invalid: [{ text: 甜 }, { text: 甜的 }]', 'invalid: []', '需要两个违规示例'],
  ])('%j written as %j is told in Chinese too', (from, to, sentence) => {
    const read = readPart(RULE.replace(from, to), 'a.yaml')
    expect(read.ok ? [] : read.refusals.map((refusal) => refusal['problemZh'])).toEqual([sentence])
  })

  test('what is wrong with one field is said once, and every field is told', () => {
    expect(faultsOf('outcome: warn\n  validFrom: null', 'outcome: hard\n  validFrom: soon').map(([field]) => field)).toEqual([
      'outcome',
      'validFrom',
    ])
  })
  test('broken YAML names line and column; a thousand aliases are refused', () => {
    expect(faultsOf('notes: null', 'notes: [')[0]?.[1]).toMatch(/^line \d+, column \d+: /)
    const bomb = `- &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, n) => `- &${'bcdefghij'[n]} [${Array(9).fill(`*${'abcdefghi'[n]}`).join(',')}]`).join('\n')}\n`
    expect(readPart(bomb, 'a.yaml')).toMatchObject({ ok: false, refusals: [{ code: 'rulebook.unreadable' }] })
  })
})
