import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'
import { makeRule, makeWords } from '../../test/compliance/small-rulebook.ts'
import { fillInPart, rulebookPartSchema, slimPart, type RulebookPart, type SlimPart } from './index.ts'

const anyPart = z.custom<SlimPart>()
/** A part as a browser gets it: through JSON. */
const send = (part: RulebookPart): SlimPart => anyPart.parse(JSON.parse(JSON.stringify(slimPart(part))))

const AROUND = { words: ['左'] }
const SAID: readonly [string, Record<string, unknown>][] = [
  ['terms', { kind: 'terms', words: ['坏话'] }],
  ['terms with contexts', { kind: 'terms', find: ['w.a'], near: [{}], unless: [AROUND, { any: ['w.b'], within: 3, side: 'before' }] }],
  ['terms, negated too', { kind: 'terms', words: ['坏话'], negation: false, outcome: 'warn' }],
  ['facts', { kind: 'facts', when: [{ fact: 'isAd', is: true }] }],
  ['length', { kind: 'length', field: 'title', max: 20 }],
  ['length in half widths', { kind: 'length', field: 'text', max: 40, unit: 'halfWidth', when: [{ fact: 'isAd', is: true }] }],
  ['topics', { kind: 'topics', max: 5 }],
  ['links', { kind: 'links', hosts: ['a.example'] }],
  ['links but for some', { kind: 'links', hosts: ['a.example'], except: ['b.a.example'] }],
]
const LISTS: readonly [string, Record<string, unknown>][] = [
  ['plain words', makeWords('w.a', ['甲'])],
  ['words that protect', makeWords('w.a', ['甲'], { protects: true, note: '说明' })],
  ['words that state', makeWords('w.a', ['甲'], { heardAs: 'w', states: { isAd: true }, near: [AROUND, { within: 'text' }] })],
]
describe('a part of a rulebook as browsers get it', () => {
  test.each(SAID)('leaves out of %s what a file may, and has it filled in as its format would', (_, detector) => {
    const whole = rulebookPartSchema.parse(makeRule('r', { detectors: [detector] }))
    expect(send(whole)).toEqual({ ...whole, detectors: [detector] })
    expect(fillInPart(send(whole))).toEqual(whole)
  })

  test.each(LISTS)('leaves out of %s what a file may, and has it filled in as its format would', (_, list) => {
    const whole = rulebookPartSchema.parse(list)
    expect(send(whole)).toEqual(list)
    expect(fillInPart(send(whole))).toEqual(whole)
  })

  test('says a fact without a detector as it is', () => {
    const fact = rulebookPartSchema.parse(makeRule('f', { kind: 'fact', detectors: null }))
    expect(send(fact)).toEqual(fact)
  })

  test('keeps a condition that nothing can meet', () => {
    const never = rulebookPartSchema.parse(makeRule('r', { detectors: [{ kind: 'facts', when: [{ fact: 'category', in: [] }] }] }))
    expect(fillInPart(send(never))).toEqual(never)
  })

  test('is the same again, filled in, for every part of the rulebook that is shipped', () => {
    const { words, entries } = openShippedRulebook()
    for (const part of [...words, ...entries]) expect(fillInPart(send(part))).toEqual(part)
  })
})
