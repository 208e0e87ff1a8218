import { assert, nat, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsOf, isAlarm, readSentences } from '../../../test/compliance/sentences.ts'
import { openShippedRulebook } from '../../../test/compliance/shipped-rulebook.ts'
import { fold } from '../fold.ts'
import { compileRulebook, joinRules, lint, type ContentFacts, type Rulebook } from '../index.ts'
import { LEARNT, ZERO } from './data/weights.ts'
import { wouldReadAlike } from './hush.ts'
import { placesAt, PIECES_EACH, placeOfName, WEIGHTS } from './pieces.ts'
import { findAlike } from './weigh.ts'

const ID = 'likeness.reads-like-punished-claim'
const AT = '2026-11-22'
const LIKE = '坚持喝它，多年的老毛病全没了。'
const PLAIN = '周末去公园走走，天气很好。'
const CLEAR = '这是国家级的面霜。'
const MARGIN = 0.7
const shipped = openShippedRulebook()
const check = (text: string, facts: Partial<ContentFacts> = {}, rulebook: Rulebook = shipped) =>
  lint({ id: 'd', text, category: 'food', format: 'post', account: 'creator', ...facts }, rulebook, { at: AT })
const alikeOf = (text: string, facts: Partial<ContentFacts> = {}) => check(text, facts).findings.filter(({ ruleId }) => ruleId === ID)

describe('the weights', () => {
  test('are one for each place and small enough for a page', () => {
    expect(LEARNT.weights).toHaveLength(WEIGHTS)
    const values = Array.from(LEARNT.weights, (sign) => sign.charCodeAt(0) - ZERO)
    expect(Math.max(...values.map(Math.abs))).toBe(31)
    expect(values.filter((value) => value > 0).length).toBeGreaterThan(1000)
  })
  test('are shared by pieces whose place lies among them', () => {
    const places = new Int32Array(PIECES_EACH)
    assert(
      property(string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), nat(40), (text, nth) => {
        const last = text.length
        placesAt(text, nth % (last + 1), { first: 0, last, places })
        for (const place of [...places, placeOfName(text)]) {
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThan(WEIGHTS)
        }
      }),
    )
  })
})

describe('a sentence', () => {
  test('that reads like a punished claim is warned of, with the stretch that makes it so', () => {
    const [finding, ...others] = alikeOf(LIKE)
    expect(others).toEqual([])
    expect(finding?.outcome).toBe('warn')
    expect(LIKE).toContain(finding?.match)
    expect(finding?.message.en).toContain('a person decides')
    expect(finding?.message.zh).toContain('请人工判断')
  })
  test('of everyday life is not', () => expect(check(PLAIN).verdict).toBe('pass'))
  test('is judged alone: what stands before and after changes nothing', () => {
    const alone = findAlike(fold(LIKE).text, { category: 'food', margin: MARGIN })
    const within = findAlike(fold(PLAIN + LIKE + PLAIN).text, { category: 'food', margin: MARGIN })
    const shift = fold(PLAIN).text.length
    expect(within.map(({ strongest }) => strongest.start - shift)).toEqual(alone.map(({ strongest }) => strongest.start))
  })
  test('longer than what was taught is not judged', () => {
    expect(findAlike(fold('多年的老毛病全没了，'.repeat(10)).text, { category: 'food', margin: MARGIN })).toEqual([])
  })
  test('is hardly ever surer than a higher margin wants', () => {
    expect(findAlike(fold(LIKE).text, { category: 'food', margin: 100 })).toEqual([])
  })
  test('has its stretch inside itself, and the same one each time', () => {
    const texts = readSentences('make-up-4-sentences').map(({ text }) => fold(text).text)
    for (const text of texts) {
      const found = findAlike(text, { category: undefined, margin: 0.1 })
      expect(found).toEqual(findAlike(text, { category: undefined, margin: 0.1 }))
      for (const { sentence, strongest } of found) {
        expect(strongest.start).toBeGreaterThanOrEqual(sentence.start)
        expect(strongest.end).toBeLessThanOrEqual(sentence.end)
        expect(strongest.end).toBeGreaterThan(strongest.start)
      }
    }
  })
})

describe('where another rule speaks', () => {
  test.each(['make-up-1-sentences', 'make-up-4-sentences', 'round-5-sentences'])('likeness is silent: %s', (name) => {
    for (const sentence of readSentences(name)) {
      const { findings, exemptions } = lint(factsOf(sentence), shipped, { at: AT })
      const likeness = findings.filter(({ ruleId }) => ruleId === ID)
      const others = findings.filter(({ ruleId, outcome }) => ruleId !== ID && outcome !== 'review' && outcome !== 'info')
      if (likeness.length > 0 && !/[。！？；].+/u.test(sentence.text)) expect([...others, ...exemptions]).toEqual([])
    }
  })
  test('it is silent in that sentence and not in the next', () => {
    expect(alikeOf(CLEAR + LIKE)).toHaveLength(1)
    expect(alikeOf(`国家级，${LIKE}`)).toEqual([])
  })
})

describe('the rule', () => {
  test('is not used before its day', () => expect(alikeOf(LIKE, { publishAt: '2026-11-21' })).toEqual([]))
  test('can be disabled by a workspace, with a reason and a name', () => {
    const joined = joinRules(shipped, { parts: [], disabled: [{ id: ID, reason: '误报太多', by: '示例·小鹿' }] }, { version: 'own' })
    if (!joined.ok) throw new Error('does not join')
    expect(isAlarm(check(LIKE, {}, joined.value))).toBe(false)
  })
  test('never stops anybody: its source allows no more than a warning', () => {
    const entry = shipped.entries.find(({ id }) => id === ID)
    if (!entry) throw new Error('no entry')
    expect([entry.outcome, entry.source.readKind, entry.source.kind]).toEqual(['warn', 'own_learning', 'custom'])
    expect(compileRulebook([entry], { version: 'alone' }).ok).toBe(true)
  })
})

describe('a mend', () => {
  const put = (text: string, gone: string, replacement: string) => {
    const start = text.indexOf(gone)
    return wouldReadAlike(text, { start, end: start + gone.length }, { replacement, margin: MARGIN, category: 'food' })
  }
  test('is told apart by what its sentence would read like', () => {
    expect(put(`${PLAIN}最好坚持喝它，多年的老毛病全没了。${PLAIN}`, '最好', '')).toBe(true)
    expect(put(`${LIKE}周末去最好的公园走走，天气很好。${LIKE}`, '最好的', '')).toBe(false)
  })
})
